import type { Claim } from '../bundle/document.ts'
import { acceptedRule } from '../bundle/held-background.ts'

/** What stands at a sentence that rests on no article. */
export function backgroundMark({ rule }: Claim): string {
  return rule === acceptedRule ? 'Background by a model, accepted by an editor' : 'Background by a model'
}

/** The same in full. */
export function backgroundSentence({ rule }: Claim): string {
  const accepted = rule === acceptedRule ? ', which an editor read and accepted' : ''
  return `Background knowledge of a language model${accepted}, not taken from the articles of this story.`
}
