import type { PollHints } from './parsed.ts'

const hourMs = 3_600_000
const weekHours = 7 * 24

/**
 * The first moment from `at` on that a feed's skipHours and skipDays (GMT) leave open: `at` itself, or the beginning of an hour.
 * Hints that leave nothing open, or nothing within `mostHours`, are taken for a mistake and `at` stands.
 */
export function outsideSkipTimes(
  at: Date,
  { skipHours, skipDays }: Pick<PollHints, 'skipHours' | 'skipDays'>,
  mostHours: number,
): Date {
  const isOpen = (moment: Date) => !skipHours.includes(moment.getUTCHours()) && !skipDays.includes(moment.getUTCDay())
  if (isOpen(at)) return at
  const thisHourMs = Math.floor(at.getTime() / hourMs) * hourMs
  for (let hours = 1; hours <= Math.min(mostHours, weekHours); hours += 1) {
    const moment = new Date(thisHourMs + hours * hourMs)
    if (isOpen(moment)) return moment
  }
  return at
}
