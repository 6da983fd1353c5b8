import type { Article } from '../article/article.ts'
import type { Figure } from './figures.ts'
import { germanStopWords } from './german.ts'
import { type Hedge, hedgeBefore, hedgeOf } from './hedges.ts'
import { periodOf } from './periods.ts'
import type { Quantity } from './quantities.ts'
import type { Statement } from './readings.ts'
import { stemsIn, stemsOf, termOf, wordsOf } from './stems.ts'
import { reworded, senseOf } from './synonyms.ts'

/** "Of 48 economists polled last week, 31 had expected a cut": the whole stands first, and what the part did follows it. */
const wholeFirst = /(?:^|[,;:–—]\s)((?:out\s)?(?:of|von)\s(?:the\s|den\s)?)$/i
/** "31 of the 48 economists expect a cut". */
const partFirst = /^\s(?:(?:out\s)?of|von|der)\s(?:the\s|den\s|all\s)?$/i
const noun = /^\s(?:\p{Ll}+\s){0,2}?(\p{L}{3,}s|people|women|men|children|\p{Lu}\p{Ll}+)\b/u
/** Nothing of the clause stands before the share: "Clinton won 33 of the 60 delegates" says before it what the 33 are. */
const opensClause = /(?:^|[,;:–—]\s|\b(?:and|but|while|that|said|says|und|dass|aber)\s)$/i
/** How they came to be asked says nothing of what they answered. */
const asked =
  /^[\s,]*(?:(?:who were |that were )?(?:polled|surveyed|questioned|interviewed|asked|befragten?|befragte)(?: (?:by|von)(?: \p{Lu}[\p{L}.]*)+)?(?: (?:last|this) (?:week|month)| (?:in|on|before|ahead of) (?:the )?\p{L}+)?)/u
const clauseEnd = /[,;:–—]\s|\s(?:and|but|while|whereas|und|aber|während)\s|[.!?]?["”]?$/
/** A whole of three or of one vote is no group that reports count alike. */
const smallestWhole = 5

/** So far before and after a share is looked. */
const nearest = 60
const farthest = 300

interface Share {
  readonly part: Figure
  readonly whole: Figure
  readonly who: string
  /** Both numbers and whoever is counted, as written. */
  readonly passage: string
  readonly does: string
  readonly hedge: Hedge
}

/** How many of a stated number are said to have done something: only shares of one whole are two numbers for one thing. */
export function sharesOf(statement: Statement, article: Pick<Article, 'publishedAt' | 'lang'>): readonly Quantity[] {
  const { figures } = statement.mentions
  if (figures.length < 2 || !/\b(?:of|von|der)\b/i.test(statement.sentence.text)) return []
  return placed(statement.sentence.text, figures).flatMap((first, at, all): Quantity[] => {
    const second = all[at + 1]
    const share = second === undefined ? null : shareIn(statement.sentence.text, first, second)
    return share === null ? [] : [quantityOf(share, statement, article)]
  })
}

interface Placed {
  readonly figure: Figure
  readonly at: number
  readonly end: number
}

function placed(text: string, figures: readonly Figure[]): Placed[] {
  let from = 0
  return figures.flatMap((figure) => {
    const at = text.indexOf(figure.text, from)
    if (at < 0) return []
    from = at + figure.text.length
    return [{ figure, at, end: from }]
  })
}

function shareIn(text: string, first: Placed, second: Placed): Share | null {
  if (first.figure.sort !== 'count' || second.figure.sort !== 'count') return null
  const between = text.slice(first.end, second.at)
  const after = text.slice(second.end, second.end + farthest)
  const before = text.slice(Math.max(0, first.at - nearest), first.at)
  if (partFirst.test(between)) {
    const who = noun.exec(after)
    if (who?.[1] === undefined || !opensClause.test(before.replace(hedgeBefore, ''))) return null
    const passage = text.slice(first.at, second.end + who[0].length)
    const share = { ...{ part: first.figure, whole: second.figure, who: who[1], passage }, hedge: hedgeOf(before, '') }
    return shareOf(share, after.slice(who[0].length).replace(asked, ''))
  }
  const who = noun.exec(between)?.[1]
  const opening = wholeFirst.exec(before)?.[1]
  if (who === undefined || opening === undefined || !/,\s(?:only\s|just\s)?$/.test(between.replace(hedgeBefore, '')))
    return null
  const passage = text.slice(first.at - opening.length, second.end)
  return shareOf({ ...{ part: second.figure, whole: first.figure, who, passage }, hedge: hedgeOf(between, '') }, after)
}

/** `rest` is what follows: of a share, its first clause says what the part did. */
function shareOf(share: Omit<Share, 'does'>, rest: string): Share | null {
  const [few, all] = [Number(share.part.value), Number(share.whole.value)]
  const does = rest.slice(0, clauseEnd.exec(rest)?.index)
  return few < all && all >= smallestWhole && /\p{L}{3}/u.test(does) ? { ...share, does: reworded(does) } : null
}

function quantityOf(
  { part, whole, who, passage, hedge, does }: Share,
  statement: Statement,
  { publishedAt, lang }: Pick<Article, 'publishedAt' | 'lang'>,
): Quantity {
  return {
    ...{ statement, key: `${part.value} of ${whole.value}`, value: Number(part.value), hedge },
    ...{ unit: `of ${whole.value} ${senseOf(termOf(who.toLowerCase()))}`, per: null, counted: null, action: null },
    ...{
      measure: null,
      words: part.text,
      passage,
      period: periodOf(does, publishedAt),
      names: new Set<string>(),
      part: does,
      lang,
    },
    matter: lang === 'de' ? stemsOf(wordsOf(does).filter((word) => !germanStopWords.has(word))) : stemsIn(does),
  }
}
