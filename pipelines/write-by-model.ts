import type { BundleDocument } from '../src/bundle/document.ts'
import type { Dossier } from '../src/bundle/dossier.ts'
import type { ModelBackground } from '../src/bundle/held-background.ts'
import { type Prompt, promptAgain, promptOf, promptVersion } from '../src/bundle/model-prompt.ts'
import { type Background, refusedIn, withWritten } from '../src/bundle/write-by-model.ts'
import { type Written, writtenJsonSchema, writtenSchema } from '../src/bundle/written.ts'
import type { Clock, Log, Model } from '../src/outside/ports.ts'
import type { Database } from '../src/store/database.ts'
import { knownAnswer, questionKey, saveAnswer, tokensSince } from '../src/store/model-answers.ts'

/** Which model writes, and within what. */
export interface ModelWriting {
  readonly model: Model
  readonly background: Background
  /** After so many tokens of a UTC day bundles are extractive until the next. */
  readonly tokensADay: number
  readonly log: Log
}

export interface ModelCounts {
  /** Sentences that the model wrote and that hold. */
  written: number
  /** Sentences of background that wait for an editor. */
  held: number
  /** Sentences that do not hold, by reason. */
  refused: Record<string, number>
  /** Bundles that stayed extractive, by reason. */
  failed: Record<string, number>
}

export const modelCounts = (): ModelCounts => ({ written: 0, held: 0, refused: {}, failed: {} })

/** A bundle as a model wrote it; `background` is missing where it gave no answer. */
export interface WrittenBundle {
  readonly document: BundleDocument
  readonly background?: ModelBackground
}

/**
 * An extractive bundle and its dossier → the bundle with what the model wrote and that holds. What does not hold is asked for once more;
 * without an answer the bundle stays as it was. To be verified afterwards like any other.
 */
export async function writtenByModel(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  draft: { readonly document: BundleDocument; readonly dossier: Dossier },
  writing: ModelWriting,
  counts: ModelCounts,
  signal?: AbortSignal,
): Promise<WrittenBundle> {
  const { document, dossier } = draft
  const { background, model } = writing
  const first = promptOf(dossier)
  const answer = await answerTo({ db, clock }, first, writing, counts, signal)
  if (answer === null) return { document }
  const best = await bestOf({ db, clock }, { first, answer, dossier }, writing, counts, signal)
  const { document: written, counts: own, known } = withWritten(document, best, dossier, background)
  counts.written += own.written
  if (background === 'hold') counts.held += known.length
  for (const [reason, count] of Object.entries(own.refused)) add(counts.refused, reason, count)
  return {
    document: { ...written, writer: { model: model.name, written: own.written, refused: { ...own.refused } } },
    background: { model: model.name, state: background === 'hold' ? 'held' : 'published', sentences: known },
  }
}

/** The answer itself where all of it holds, else the better one of it and a second. */
async function bestOf(
  parts: { readonly db: Database; readonly clock: Clock },
  { first, answer, dossier }: { readonly first: Prompt; readonly answer: Written; readonly dossier: Dossier },
  writing: ModelWriting,
  counts: ModelCounts,
  signal?: AbortSignal,
): Promise<Written> {
  const refused = refusedIn(answer, dossier)
  if (refused.length === 0) return answer
  const second = await answerTo(parts, promptAgain(first, refused), writing, counts, signal)
  if (second === null) return answer
  return refusedIn(second, dossier).length < refused.length ? second : answer
}

/** Null where there is no answer of the right form; why is counted and, where it is no passing thing, logged. */
async function answerTo(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  { system, user }: Prompt,
  { model, tokensADay, log }: ModelWriting,
  counts: ModelCounts,
  signal?: AbortSignal,
): Promise<Written | null> {
  const key = questionKey(model.name, [String(promptVersion), system, user])
  const known = writtenSchema.safeParse(await knownAnswer(db, key))
  if (known.success) return known.data
  const now = clock.now()
  const spent = await tokensSince(db, new Date(new Date(now).setUTCHours(0, 0, 0, 0)))
  if (spent >= tokensADay) return without(counts, 'tokens-of-the-day-spent')
  const answer = await model.write({ system, user, schema: writtenJsonSchema() }, signal)
  if (answer.kind === 'failed') {
    const { reason, status, detail } = answer
    if (reason !== 'resting' && !signal?.aborted) log.warn({ reason, status, detail }, 'the model gave no answer')
    return without(counts, reason)
  }
  const parsed = writtenSchema.safeParse(answer.value)
  await saveAnswer(db, {
    key,
    model: model.name,
    answer: parsed.success ? parsed.data : {},
    tokens: answer.tokens,
    at: now,
  })
  return parsed.success ? parsed.data : without(counts, 'malformed')
}

function without(counts: ModelCounts, reason: string): null {
  add(counts.failed, reason, 1)
  return null
}

function add(to: Record<string, number>, key: string, count: number): void {
  to[key] = (to[key] ?? 0) + count
}
