/** @jsxRuntime automatic @jsxImportSource hono/jsx */
const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
const momentFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})

/** YYYY-MM-DD → "Thursday 12 March 2026". */
export function dayName(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`)).replace(',', '')
}

/** The UTC day of a moment, YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** A point in time, said in UTC; nothing where it is not known or cannot be read. */
export function Moment({ at }: { at: Date | string | null }) {
  const moment = new Date(at ?? Number.NaN)
  if (Number.isNaN(moment.getTime())) return null
  return <time datetime={moment.toISOString()}>{`${momentFormat.format(moment).replace(' at ', ', ')} UTC`}</time>
}
