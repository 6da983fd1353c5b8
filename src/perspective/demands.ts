import type { Reading, Statement } from '../fact/readings.ts'
import { isAttributed } from '../fact/speech.ts'
import { isAlike, isFit } from './own-sentences.ts'

const asks = /\b(?:must|should|ought to)(?: not)? (?!have\b|be (?:noted|said|seen|clear|obvious)\b)\p{Ll}/u
/** Conditions, questions, and what somebody else thinks. */
const supposes =
  /\b(?:if|whether|whoever|when|why|how|would|may|might|could|nobody|do (?:so|this|that|it)|that \S+ (?:\S+ )*(?:must|should)|saying|think\S*|believ\S+)\b|n['’]t\b/iu

/**
 * What an opinion piece of the group asks for in its own words: its last plain sentence on what must or should be done. A report that
 * has such a sentence tells what others ask for, and gives none.
 */
export function demandOf(members: readonly Reading[], used: readonly Statement[]): Statement | null {
  const pieces = members.filter(({ isOpinion }) => isOpinion)
  const found = pieces.flatMap(({ statements }) => statements.findLast(isDemand) ?? [])
  return found.find((one) => !used.some((other) => isAlike(one, other))) ?? null
}

function isDemand(statement: Statement): boolean {
  const { text } = statement.sentence
  return isFit(statement) && asks.test(text) && !supposes.test(text) && !/["“”]/.test(text) && !isAttributed(text)
}
