import { Command, Option } from 'commander'
import type { SuggestCounts } from '../../pipelines/suggest-leanings.ts'
import type { Database } from '../store/database.ts'
import type { Deed } from '../store/ratings.ts'
import type { Decided, Suggestion } from '../store/suggestions.ts'
import { UserError } from './fail.ts'
import { operator } from './operator.ts'
import { wholeNumber } from './whole-number.ts'

/** What was read out of unrated sources' own articles, and what editors make of it. */
export function suggestionCommands(): Command[] {
  return [suggestCommand(), suggestionsCommand(), acceptCommand(), rejectCommand()]
}

function suggestCommand(): Command {
  return new Command('suggest')
    .description(
      'read the articles of unrated outlets and suggest a side for each, or say why not; writes open suggestions',
    )
    .option('--min-articles <n>', 'of so many English articles at least, three quarters on public affairs', wholeNumber)
    .option('--json', 'print as JSON')
    .action(async ({ minArticles, json }: { minArticles?: number; json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { suggestSettings, withLeastArticles } = await import('../leaning/suggest.ts')
      const { writeSuggestions } = await import('../../pipelines/suggest-leanings.ts')
      const { interruptSignal } = await import('./interrupt.ts')
      const deed = { actor: 'pipeline:suggest-leanings', now: new Date() }
      const signal = interruptSignal()
      const settings = minArticles === undefined ? suggestSettings : withLeastArticles(minArticles)
      const { stageProgress } = await import('./stage-progress.ts')
      const stage = stageProgress('suggest', json)
      const counts = await withStored(({ database }) =>
        writeSuggestions(database.db, deed, { settings, signal, progress: stage.progress }),
      )
      stage.end(signal.aborted ? 'stopped, nothing suggested' : `${counts.articles} articles read`)
      if (json) console.log(JSON.stringify(counts))
      else console.log(countsText(counts))
    })
}

function countsText({ articles, suggested, rejectedBefore, abstained }: SuggestCounts): string {
  const reasons = Object.entries(abstained).map(([because, sources]) => `  ${because}: ${sources}`)
  return [
    `Read ${articles} articles: ${suggested} open suggestions, ${rejectedBefore} that editors rejected before.`,
    ...(reasons.length === 0 ? [] : ['Outlets without a suggestion:', ...reasons]),
    'See `parallax ratings suggestions`.',
  ].join('\n')
}

const suggestionStates = ['open', 'accepted', 'rejected', 'replaced'] as const

function suggestionsCommand(): Command {
  return new Command('suggestions')
    .description('list suggested leanings with their evidence, the most certain first')
    .addOption(new Option('--state <state>', 'only those of this state').choices([...suggestionStates]).default('open'))
    .option('--source <id>', 'only those of this source')
    .option('--json', 'print as JSON, one document')
    .action(async ({ state, source, json }: { state: Suggestion['state']; source?: string; json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { listSuggestions } = await import('../store/suggestions.ts')
      const { printable } = await import('./printable.ts')
      const found = await withStored(({ database }) => listSuggestions(database.db, { state, source }))
      if (json) console.log(JSON.stringify(found))
      else console.log(found.flatMap(suggestionLines).map(printable).join('\n') || `No ${state} suggestions.`)
    })
}

function suggestionLines(suggestion: Suggestion): string[] {
  const { id, sourceId, sourceName, value, confidence, method, madeAt, state, decidedBy, evidence } = suggestion
  const decided = decidedBy === null ? state : `${state} by ${decidedBy}`
  return [
    `${id}  ${sourceId} (${sourceName}): ${value}, confidence ${confidence.toFixed(2)}, ${method}, ${madeAt.toISOString().slice(0, 10)}; ${decided}`,
    ...evidenceLines(evidence).map((line) => `      ${line}`),
  ]
}

/** Evidence is shown as it was stored: a name and what was found under it. */
function evidenceLines(evidence: unknown): string[] {
  if (evidence === null || typeof evidence !== 'object') return [JSON.stringify(evidence)]
  return Object.entries(evidence).flatMap(([name, value]) => linesOf(name, value))
}

/** Words stand in a row, sentences each on a line of its own. */
function linesOf(name: string, value: unknown): string[] {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
    return [`${name}: ${JSON.stringify(value)}`]
  return value.some((one) => one.length > longestInRow)
    ? [`${name}:`, ...value.map((one) => `  ${one}`)]
    : [`${name}: ${value.join(', ')}`]
}
const longestInRow = 100

function acceptCommand(): Command {
  return new Command('accept')
    .description('make a suggestion a rating of the rater “suggested”, in your name')
    .argument('<suggestion>', 'its id, as `ratings suggestions` prints it')
    .option('--json', 'print as JSON')
    .action((id: string, options: { json?: boolean }) =>
      decide(id, options, async (db, deed) => {
        const { acceptSuggestion } = await import('../store/suggestions.ts')
        return acceptSuggestion(db, id, deed)
      }),
    )
}

function rejectCommand(): Command {
  return new Command('reject')
    .description('reject a suggestion: the same leaning is not suggested of this source again')
    .argument('<suggestion>', 'its id, as `ratings suggestions` prints it')
    .option('--json', 'print as JSON')
    .action((id: string, options: { json?: boolean }) =>
      decide(id, options, async (db, deed) => {
        const { rejectSuggestion } = await import('../store/suggestions.ts')
        return rejectSuggestion(db, id, deed)
      }),
    )
}

async function decide(
  id: string,
  { json }: { json?: boolean },
  work: (db: Database, deed: Deed) => Promise<Decided>,
): Promise<void> {
  const { withStored } = await import('./with-parts.ts')
  const deed = { actor: operator(), now: new Date() }
  const decided = await withStored(({ database }) => work(database.db, deed))
  if (decided.kind === 'no-such')
    throw new UserError(`no suggestion ${id}: \`parallax ratings suggestions\` names them`, 1)
  const { sourceId, value, state, decidedBy } = decided.suggestion
  if (decided.kind === 'decided-before') throw new UserError(`suggestion ${id} was ${state} by ${decidedBy} already`, 1)
  if (decided.kind === 'rated-today')
    throw new UserError(
      `${sourceId} got a rating of “suggested” today already: withdraw it first with \`ratings remove --rater suggested --source ${sourceId}\``,
      1,
    )
  const text =
    decided.kind === 'accepted'
      ? `${sourceId} is rated ${value} by “suggested”, accepted by ${deed.actor}. To undo it: parallax ratings remove --rater suggested --source ${sourceId}`
      : `Rejected: ${value} is not suggested of ${sourceId} again.`
  console.log(json ? JSON.stringify({ id, source: sourceId, value, state }) : text)
}
