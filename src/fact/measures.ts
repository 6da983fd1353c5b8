import { termOf } from './stems.ts'

/** What a number may measure, in the words of readers, with the words in English and German that tell of it. */
const measures = {
  killed: {
    label: 'how many were killed',
    words: 'killed kill kills killing died die dies dead death deaths fatalities fatality slain perished drowned',
    german:
      'starb starben gestorben tot tote toten toter todesopfer tötete töteten getötet getötete getöteten gerissen gerissene gerissenen',
  },
  injured: {
    label: 'how many were hurt',
    words: 'injured injuring injures injuries injury hurt wounded wounding wounds',
    german: 'verletzt verletzte verletzten',
  },
  missing: { label: 'how many are missing', words: 'missing unaccounted', german: 'vermisst vermisste vermissten' },
  arrested: {
    label: 'how many were arrested',
    words: 'arrested arrests arresting detained detaining',
    german: 'festgenommen festgenommene festnahmen',
  },
  fled: {
    label: 'how many had to leave',
    words: 'evacuated evacuating evacuations displaced displacing evicted eviction evictions homeless',
    german: 'vertrieben evakuiert',
  },
  infected: {
    label: 'how many fell ill',
    words: 'infected infections infection cases',
    german: 'infiziert infizierte erkrankt',
  },
  hospitalised: {
    label: 'how many were in hospital',
    words: 'hospitalised hospitalized hospitalisations hospitalizations',
    german: '',
  },
  treated: { label: 'how many were treated', words: 'treated', german: 'behandelt behandelte behandelten' },
  crowd: {
    label: 'how many came',
    words: 'marched marchers attended attending attendance crowd gathered rallied demonstrated turnout',
    german: 'teilnehmer demonstrierten',
  },
  aboard: { label: 'how many were aboard', words: 'aboard board passengers carrying carried', german: 'passagiere' },
  employed: {
    label: 'how many work there',
    words: 'employs employed employ employees workforce',
    german: 'beschäftigt beschäftigte beschäftigten',
  },
  cost: {
    label: 'the cost',
    words: 'cost costs costing',
    german: 'kosten kostet kostete gekostet nötig veranschlagt beziffert bezifferte bezifferten',
  },
  price: {
    label: 'the price',
    words: 'price prices priced quoted traded trading fetched hands',
    german: 'preis preise preises',
  },
  worth: { label: 'the worth', words: 'worth valued values value valuation valuing', german: 'wert bewertet' },
  loss: {
    label: 'what is lost',
    words: 'lost lose loses losing loss losses deficit shortfall affected affecting affects',
    german: 'verlust verluste verlusts defizit fehlten fehlen fehlte minus',
  },
  profit: { label: 'the profit', words: 'profit profits earnings', german: 'gewinn gewinne überschuss' },
  revenue: { label: 'the revenue', words: 'revenue revenues sales turnover', german: 'umsatz umsätze' },
  fine: { label: 'the fine', words: 'fine fined fines penalty penalties', german: 'geldstrafe bußgeld' },
  settlement: { label: 'the settlement', words: 'settlement settled settle', german: 'vergleich' },
  damage: { label: 'the damage', words: 'damage damages', german: 'schaden schäden' },
  damaged: {
    label: 'how many were damaged',
    words: 'damaged',
    german: 'beschädigt beschädigte beschädigten',
  },
  destroyed: {
    label: 'how many were destroyed',
    words: 'destroyed gutted razed flattened',
    german: 'zerstört zerstörte zerstörten',
  },
  raised: { label: 'what was raised', words: 'raised raising donated donations', german: 'spenden' },
  burned: { label: 'the area burned', words: 'burned burnt scorched charred', german: 'verbrannt verbrannten' },
  magnitude: { label: 'the magnitude', words: 'magnitude', german: 'stärke magnitude' },
  unemployment: { label: 'unemployment', words: 'unemployment jobless', german: 'arbeitslosenquote arbeitslosigkeit' },
  inflation: { label: 'inflation', words: 'inflation', german: '' },
  sentence: { label: 'the sentence', words: 'sentenced sentence prison jail', german: 'verurteilt haft gefängnis' },
  outage: { label: 'how many were without power', words: 'outage outages power electricity', german: 'strom' },
  average: {
    label: 'the average',
    words: 'average averaged averaging averages',
    german: 'durchschnitt durchschnittlich',
  },
} as const satisfies Record<string, { label: string; words: string; german: string }>

export type Measure = keyof typeof measures

/** Counts that grow while an event goes on: a later, larger one takes nothing back. */
export const growing: ReadonlySet<Measure> = new Set<Measure>([
  'killed',
  'injured',
  'missing',
  'arrested',
  'fled',
  'infected',
  'hospitalised',
  'treated',
  'burned',
  'outage',
  'raised',
  'damage',
  'damaged',
  'destroyed',
])

const names = Object.keys(measures).filter((name): name is Measure => Object.hasOwn(measures, name))
const english = wordsIn(({ words }) => words)
const german = wordsIn((measure) => measure.german)

function wordsIn(list: (measure: { words: string; german: string }) => string): ReadonlyMap<string, Measure> {
  return new Map(
    names.flatMap((name) =>
      list(measures[name])
        .split(' ')
        .filter(Boolean)
        .map((word): [string, Measure] => [word, name]),
    ),
  )
}

/** What a lower-case word says is measured, or null; a text of an unknown language is read as English. */
export function measureOf(word: string, lang: string | null): Measure | null {
  return (lang === 'de' ? german : english).get(word) ?? null
}

/** Stems of the words that name a measure. */
export const measureStems: ReadonlySet<string> = new Set([...english.keys(), ...german.keys()].map(termOf))

/** Measures whose name says what a number is of in a story: an average or a price may be one of anything, a magnitude is the quake's. */
const telling: ReadonlySet<Measure> = new Set<Measure>([
  ...['killed', 'injured', 'missing', 'arrested', 'fled', 'infected', 'hospitalised', 'crowd', 'aboard', 'employed'],
  ...['magnitude', 'unemployment', 'inflation', 'outage', 'burned', 'fine', 'settlement', 'sentence', 'raised'],
] as const)

export const saysWhatIsCounted = (measure: Measure) => telling.has(measure)

/** What a measure is called before readers: "how many were killed". */
export function measureLabel(measure: Measure): string {
  return measures[measure].label
}
