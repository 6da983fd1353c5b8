import { claimsOf } from '../../../src/bundle/claims-of.ts'
import { composeWithDossier } from '../../../src/bundle/compose.ts'
import { verifyBundle } from '../../../src/bundle/verify.ts'
import { withWritten } from '../../../src/bundle/write-by-model.ts'
import { storyId } from '../../../src/story/story.ts'
import { lyingAnswer } from '../../bundle/hostile-model.ts'
import { unsound } from '../../bundle/unsound.ts'
import { randomFrom } from '../../farm/random.ts'
import type { Stories } from './stories.ts'

export interface LiesFigures {
  readonly stories: number
  /** Sentences of the model that stand in a bundle, and claims that do not hold by the independent check. */
  readonly through: number
  /** Bundles without what the extractive ones have. */
  readonly incomplete: number
}

/** A model that lies in every sentence writes so many bundles, the stories in turn: how much of it comes through. */
export function measureLies(stories: Stories, bundles: number): LiesFigures {
  const random = randomFrom('lies')
  const all = [...stories]
  const context = { sides: { left: 'readable', center: 'readable', right: 'readable' }, goDeeper: [] } as const
  let through = 0
  let incomplete = 0
  for (let at = 0; at < bundles; at += 1) {
    const [id, articles] = all[at % all.length] ?? ['', []]
    const { document, dossier } = composeWithDossier({ id: storyId(id), articles }, context)
    const { written, lied } = lyingAnswer(dossier, random)
    const { document: taken } = withWritten(document, written, dossier, 'hold')
    const verified = verifyBundle(taken, articles).document
    const texts = new Set(claimsOf(verified).map(({ claim }) => claim.text))
    through += lied.filter((text) => text !== '' && texts.has(text)).length + unsound(verified, articles).length
    const lacks =
      verified.facts.length < document.facts.length || verified.perspectives.length < document.perspectives.length
    if (lacks || verified.context.length < document.context.length) incomplete += 1
  }
  return { stories: bundles, through, incomplete }
}
