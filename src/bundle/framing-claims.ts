import { outletName } from '../article/outlet-name.ts'
import { loadedWords } from '../fact/loaded-words.ts'
import type { Reading, Statement } from '../fact/readings.ts'
import { termOf, wordsOf } from '../fact/stems.ts'
import { chargeSorts } from '../perspective/charges.ts'
import type { Standpoint } from '../perspective/perspectives.ts'
import type { WordUse } from '../perspective/word-use.ts'
import { articlesOf, computed, evidenceOf, quoted, readable } from './claims.ts'
import type { Claim, Evidence } from './document.ts'
import { capitalised, inWords, listed, shareOf, timesInWords } from './english.ts'

/** What a group leads with, whom it puts first, which loaded words are its own, whom it quotes, how much of it argues. */
export function framingOf(standpoint: Standpoint, headline: string): Claim[] {
  const { openingNames } = standpoint
  const names = openingNames.filter(({ word }) => !headline.includes(word.split(' ').at(-1) ?? word))
  return [
    ...leadClaims(standpoint, headline),
    ...names.slice(0, 1).map((use) => openingClaim(use, standpoint)),
    ...chargeClaims(standpoint),
    ...demandClaim(standpoint),
    ...wordsClaim(tellingWords(standpoint), standpoint),
    ...voicesClaim(standpoint),
    ...opinionClaim(standpoint),
  ]
}

/** A group whose opening stands elsewhere in the bundle, or opens with a fragment, gives its headline. */
function leadClaims({ lead, members }: Standpoint, headline: string): Claim[] {
  if (lead !== null) return [leadClaim(lead, members)]
  const titled = members.find(({ article: { title } }) => isOther(title.trim(), headline))?.article
  if (titled === undefined) return []
  const quote = titled.title.trim()
  const text = `${capitalised(outletName(titled.source))} puts it under the headline “${readable(quote)}”${/[.?!]$/.test(quote) ? '' : '.'}`
  return [computed(text, 'headline', [titled.source.name], [{ article: titled.id, quote }])]
}

function isOther(title: string, headline: string): boolean {
  return title !== '' && !/["“”]/.test(title) && !title.includes(headline)
}

/** Words that hold quotation marks themselves stand alone: a quotation inside a quotation would have to be rewritten. */
function leadClaim(lead: Statement, members: readonly Reading[]): Claim {
  const source = members.find((member) => member.article.id === lead.article)?.article.source
  if (source === undefined || /["“”]/.test(lead.sentence.text)) return quoted(lead)
  const text = `${capitalised(outletName(source))} opens with: “${readable(lead.sentence.text)}”`
  return computed(text, 'opening-sentence', [source.name], [evidenceOf(lead)])
}

function openingClaim(use: WordUse, { members, others }: Standpoint): Claim {
  const inside = capitalised(shareOf(use.members.length, members.length))
  const outside = use.others.length === 0 ? 'none' : inWords(use.others.length)
  const verb = use.others.length > 1 ? 'do' : 'does'
  const text = `${inside} name ${use.word} in the headline or first sentence; ${outside} of the ${inWords(others.length)} others ${verb}.`
  return computed(text, 'opening-names', [use.word], articlesOf([...members, ...others]))
}

/** Who is blamed and who is credited, by the article or by somebody in it; that others do not is not said, since praise has many words. */
function chargeClaims({ charges, members }: Standpoint): Claim[] {
  return chargeSorts.flatMap((sort) =>
    charges
      .filter((charge) => charge.sort === sort)
      .slice(0, 1)
      .map(({ name, statements }) => {
        const where = capitalised(`in ${shareOf(statements.length, members.length)}`)
        const does = sort === 'blamed' ? 'blames or criticises' : 'credits or praises'
        return computed(`${where} somebody ${does} ${name}.`, sort, [name], statements.map(evidenceOf))
      }),
  )
}

/** What ought to be done, where an opinion piece says so itself. */
function demandClaim({ demand, members }: Standpoint): Claim[] {
  const source = members.find((member) => member.article.id === demand?.article)?.article.source
  if (demand === null || source === undefined) return []
  const text = `${capitalised(outletName(source))} argues: “${readable(demand.sentence.text)}”`
  return [computed(text, 'demand', [source.name], [evidenceOf(demand)])]
}

/** Standard errors: one in twenty by chance. */
const certain = 1.645

/** Words that judge and that nobody else writes; where there is none, others that several write and so often that it is no chance. */
function tellingWords({ ownWords, owners }: Standpoint): readonly WordUse[] {
  const alone = ownWords.filter(({ others }) => others.length === 0)
  const loaded = alone.filter(({ word }) => loadedWords.has(word)).slice(0, 3)
  if (loaded.length > 0 || owners < 2) return loaded
  return alone.filter(({ z, members }) => z >= certain && members.length >= 2).slice(0, 2)
}

function wordsClaim(uses: readonly WordUse[], { members, others }: Standpoint): Claim[] {
  if (uses.length === 0) return []
  const words = listed(uses.map(({ word, times }) => `“${word}” ${timesInWords(times)}`))
  const here = members.length === 1 ? 'This article writes' : `These ${inWords(members.length)} articles write`
  const elsewhere =
    others.length === 1 ? 'the other one does not use' : `none of the ${inWords(others.length)} others uses`
  const sort = uses.every(({ word }) => loadedWords.has(word)) ? 'loaded ' : ''
  const text = `${here} ${words}, ${uses.length === 1 ? `a ${sort}word` : `${sort}words`} that ${elsewhere}.`
  const matter = uses.map(({ word }) => word)
  return [computed(text, 'own-words', matter, [...wordEvidence(uses, members), ...articlesOf(others)])]
}

/** For each article that uses one of the words, the first sentence or title in which it does. */
function wordEvidence(uses: readonly WordUse[], readings: readonly Reading[]): Evidence[] {
  return readings.flatMap((reading): Evidence[] => {
    const article = reading.article.id
    const used = uses.filter((use) => use.members.includes(article))
    const spans = new Set(used.flatMap((use) => spanWith(use.word, reading) ?? []))
    return spans.size === 0 ? [{ article }] : [...spans].map((quote) => ({ article, quote }))
  })
}

function spanWith(word: string, { article, statements }: Reading): string | null {
  const term = termOf(word)
  const has = (text: string) => wordsOf(text).some((other) => termOf(other) === term)
  if (has(article.title)) return article.title
  return statements.find((statement) => has(statement.sentence.text))?.sentence.text ?? null
}

/** Whom nobody else names, else whom the group quotes most. */
function voicesClaim({ members, others, voices, ownVoices }: Standpoint): Claim[] {
  const isOwn = ownVoices.length > 0
  const shown = (isOwn ? ownVoices : voices).slice(0, 2)
  if (shown.length === 0) return []
  const names = shown.map((voice) => voice.name)
  const one = members.length === 1
  const own = one
    ? `Only this article quotes ${listed(names)}.`
    : `No article outside this group quotes ${names.join(' or ')}.`
  const common = `${one ? 'This article quotes' : 'These articles quote'} ${listed(names)}.`
  const ids = new Set(members.map(({ article }) => article.id))
  const spans = shown.flatMap(({ statements }) => statements.filter(({ article }) => ids.has(article)).slice(0, 2))
  const evidence = [...spans.map(evidenceOf), ...(isOwn ? articlesOf(others) : [])]
  return [computed(isOwn ? own : common, isOwn ? 'own-voices' : 'voices', names, evidence)]
}

/** Where all are opinion pieces the label says so. */
function opinionClaim({ members }: Standpoint): Claim[] {
  const opinions = members.filter((member) => member.isOpinion).length
  if (opinions === 0 || opinions === members.length) return []
  const share = capitalised(shareOf(opinions, members.length))
  const text = `${share} ${opinions === 1 ? 'is an opinion piece' : 'are opinion pieces'}.`
  return [computed(text, 'opinion-share', [], articlesOf(members))]
}
