/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Coverage } from '../bundle/document.ts'

type Missing = Coverage['missing'][number]

const sideNames = {
  left: 'left-leaning',
  center: 'center',
  right: 'right-leaning',
} as const satisfies Record<Missing['side'], string>

// Silence is said only where we were listening.
const explanations = {
  silent: (side) => `no ${side} source we read has carried this story.`,
  'feeds-down': (side) => `feeds of ${side} sources could not be read, so what they carried is not known.`,
  'no-sources': (side) => `we read no ${side} source.`,
} as const satisfies Record<Missing['because'], (side: string) => string>

export const whyMissing = ({ side, because }: Missing): string => explanations[because](sideNames[side])

/** Which sides have no article in a story, and why. */
export function MissingSides({ missing }: { missing: Coverage['missing'] }) {
  return (
    <>
      {missing.map((one) => (
        <p class="missing">
          <strong>Missing side:</strong> {whyMissing(one)}
        </p>
      ))}
    </>
  )
}
