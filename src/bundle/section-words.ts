import type { Article } from '../article/article.ts'
import { wordsOf } from '../fact/stems.ts'
import { stemOf } from '../story/stem.ts'
import type { Section } from './section.ts'

/** Words that tell the matter of a story; those behind the stroke tell it alone, the others with another one. */
const words: Partial<Record<Section, string>> = {
  Politics: `
    campaign candidate caucus coalition congress delegate governor gubernatorial impeach impeachment incumbent
    lawmaker legislature minister mp mps nominee opposition parliament parliamentary party poll polling president presidential
    republican democrat democratic gop senate senator vote voter
    | election elections electoral midterm midterms primaries runoff referendum filibuster backbencher ballot ballots superdelegates`,
  'Business & Economics': `
    bank banks billion budget company consumer contract cost crane debt dockworker dollar economic economist employer export factory
    fee firm freight goods growth import income invest investment investor job loan manufacturer market markets percent port price prices
    profit retail retailer revenue sale sales share shares stock subsidy supplier supply tariff tax taxes trade trader union wage wages
    worker workers levy gas energy household heating oil fund consortium construction infrastructure pay
    | bankruptcy bonds ceo currency earnings economy inflation merger recession shareholder unemployment layoffs
    nasdaq dow startup takeover railway mortgage mortgages`,
  'Science & Technology': `
    ai algorithm app climate computer crater cyber data digital engineer experiment fossil internet laboratory lab launch mission online orbit
    planet probe research researcher robot robots satellite scientific scientist software solar space species study surface technology telescope
    | asteroid astronaut astronomer astronomers comet dinosaur galaxy lander nasa neuroscience physicist quantum rocket spacecraft smartphone genome`,
  Health: `
    clinic clinical diagnosis disease doctor doctors dose drug drugs epidemic health hospital infection medical medicine nurse patient patients symptom
    treatment virus insurance obamacare medicaid medicare pandemic
    | cancer covid ebola flu measles opioid opioids vaccine vaccines vaccination surgeon diabetes zika`,
  Culture: `
    actor actress album artist author award band book celebrity comedian concert director exhibition fashion festival film movie music
    musical museum novel oscar painting poet singer song star stage streaming theater theatre tv
    | bestseller blockbuster emmys grammys hollywood netflix oscars sitcom`,
  Sport: `
    athlete athletes champion championship club coach cup final fans football game games goal grandmaster league match medal player players race score
    season stadium team teams title tournament win
    | baseball basketball boxing chess cricket fifa golf hockey mlb nba nfl nhl olympic olympics quarterback rugby soccer tennis wimbledon`,
  Local: `
    borough council councilwoman councilman county library mayor neighborhood neighbourhood parade pantry residents school schools sheriff street town
    village downtown`,
}

interface Hint {
  readonly section: Section
  readonly weight: number
}

const hints = new Map<string, Hint[]>()
for (const section of Object.keys(words).filter(isSection)) {
  const [weak = '', strong = ''] = (words[section] ?? '').split('|')
  for (const [list, weight] of [
    [weak, 1],
    [strong, 2],
  ] as const) {
    for (const stem of new Set(list.split(/\s+/).filter(Boolean).map(stemOf))) {
      hints.set(stem, [...(hints.get(stem) ?? []), { section, weight }])
    }
  }
}

function isSection(name: string): name is Section {
  return name in words
}

const leadLength = 600
const inTitle = 2
/** What a section needs to be spoken for: a telling word and another, or many that only lean there; more than the next has. */
const least = 5
const leastWithoutTelling = 7
const ahead = 1.5

/** The section that the words of an outlet's titles and beginnings speak for; null where they speak for none or for two. */
export function sectionByWords(articles: readonly Article[]): Section | null {
  const scores = new Map<Section, Score>()
  for (const { title, text } of articles) {
    count(title, inTitle, scores)
    count(text.slice(0, leadLength), 1, scores)
  }
  const [first, second] = [...scores].sort(([, a], [, b]) => b.sum - a.sum)
  if (first === undefined) return null
  const [section, { sum, tells }] = first
  const needed = (tells ? least : leastWithoutTelling) * articles.length
  return sum >= needed && sum >= ahead * (second?.[1].sum ?? 0) ? section : null
}

interface Score {
  readonly sum: number
  readonly tells: boolean
}

/** Each word counts once: a report that says "bank" ten times is not ten times about business. */
function count(text: string, times: number, scores: Map<Section, Score>): void {
  for (const stem of new Set(wordsOf(text).map(stemOf))) {
    for (const { section, weight } of hints.get(stem) ?? []) {
      const { sum, tells } = scores.get(section) ?? { sum: 0, tells: false }
      scores.set(section, { sum: sum + weight * times, tells: tells || weight > 1 })
    }
  }
}
