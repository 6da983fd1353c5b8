/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { ownWords } from '../article/difference.ts'
import type { Change } from '../bundle/change.ts'
import { Layout } from './layout.tsx'
import { Moment } from './moment.tsx'

/** What one version changed of the one before it. */
export interface Step {
  readonly version: number
  readonly at: Date
  readonly writer: string
  readonly changes: readonly Change[]
}

/** The versions of a story's page, the newest first, and what each changed. */
export function ChangesPage({ id, headline, steps }: { id: string; headline: string; steps: readonly Step[] }) {
  return (
    <Layout
      title={`What changed: ${headline}`}
      description="The versions of this story, and what each changed."
      type="website"
    >
      <h1>What changed</h1>
      <p>
        <a href={`/stories/${encodeURIComponent(id)}`}>
          <bdi>{headline}</bdi>
        </a>
      </p>
      {steps.map((step) => (
        <section class="version" aria-labelledby={`version-${step.version}`}>
          <h2 id={`version-${step.version}`}>Version {step.version}</h2>
          <p class="meta">
            <Moment at={step.at} />
            {step.writer === 'editor' && ' · by an editor'}
          </p>
          <Changes changes={step.changes} />
        </section>
      ))}
    </Layout>
  )
}

function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p>Nothing that readers see.</p>
  return (
    <ul class="changes">
      {changes.map((change) => (
        <li>
          <strong>
            <bdi>{capitalised(change.part)}</bdi>
          </strong>
          , {sayings[change.kind]}
          <Words change={change} />
        </li>
      ))}
    </ul>
  )
}

const sayings = {
  added: 'new:',
  removed: 'no longer there:',
  reworded: 'changed:',
  corrected: 'corrected by the outlet:',
  'rests-on': 'the same words, on other articles:',
  reordered: 'the same sentences in another order.',
} as const satisfies Record<Change['kind'], string>

function Words({ change: { kind, before, after } }: { change: Change }) {
  const isCompared = before !== null && after !== null
  if (kind === 'corrected' && before === after) return <p>{after}, its text</p>
  return (
    <>
      {before !== null && (
        <p>
          <del>
            <bdi>{isCompared ? <Own text={before} other={after} /> : before}</bdi>
          </del>
        </p>
      )}
      {after !== null && (
        <p>
          <ins>
            <bdi>{isCompared ? <Own text={after} other={before} /> : after}</bdi>
          </ins>
        </p>
      )}
    </>
  )
}

/** The words that its counterpart does not have stand out. */
function Own({ text, other }: { text: string; other: string }) {
  return <>{ownWords(text, other).map((part) => (part.isOwn ? <mark>{part.text}</mark> : part.text))}</>
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
