import type { Change } from './change.ts'
import { claimChanges, type Names } from './claim-changes.ts'
import type { BundleDocument, Claim } from './document.ts'

/** How one version of a bundle becomes another: first what happened to its articles, then its sentences in reading order. */
export function changesBetween(before: BundleDocument, after: BundleDocument): Change[] {
  const [names, newNames] = [namesIn(before), namesIn(after)]
  const lists = (part: string, old: readonly Claim[], young: readonly Claim[]) =>
    claimChanges(part, { old, young, names, newNames })
  const labels = renamed(before, after)
  return [
    ...articleChanges(before, after),
    ...named('leanings', leaningsIn(before), leaningsIn(after)).filter(({ kind }) => kind === 'reworded'),
    ...replaced('section', before.section, after.section),
    ...lists('headline', [before.headline], [after.headline]),
    ...lists('lede', [before.lede], [after.lede]),
    ...lists('facts', before.facts, after.facts),
    ...lists('accounts differ', before.differences ?? [], after.differences ?? []),
    ...lists('context', restingIn(before), restingIn(after)),
    ...lists('context: background by a model', backgroundIn(before), backgroundIn(after)),
    ...named('earlier', chaptersIn(before), chaptersIn(after)),
    ...lists('grouping', groupingIn(before), groupingIn(after)),
    ...perspectiveChanges(before, after, labels),
    ...after.perspectives.flatMap((young) => {
      const old = before.perspectives.find(({ label }) => (labels.get(label) ?? label) === young.label)
      return old === undefined
        ? []
        : [
            ...memberChanges(young.label, old.members, young.members, names, newNames),
            ...lists(`${young.label}: framing`, old.framing, young.framing),
            ...lists(`${young.label}: blind spot`, old.blindSpot, young.blindSpot),
            ...lists(`${young.label}: quotations`, old.quotations, young.quotations),
          ]
    }),
    ...lists('what reports share', sharedIn(before), sharedIn(after)),
    ...named('what reports share', standingOfShared(before), standingOfShared(after)).filter(
      ({ kind }) => kind === 'reworded',
    ),
    ...replaced('coverage', coverageText(before), coverageText(after)),
    ...replaced('publishers that could have carried it', baseText(before), baseText(after)),
    ...lists('blindspots', blindspotsIn(before), blindspotsIn(after)),
  ]
}

const namesIn = ({ articles }: BundleDocument): Names =>
  new Map(articles.map(({ id, source, title }) => [id, `${source}, “${title}”`]))

function replaced(part: string, before: string, after: string): Change[] {
  return before === after ? [] : [{ part, kind: 'reworded', before, after }]
}

/** Things known by a name: what came, went and is told otherwise. */
function named(part: string, before: Names, after: Names): Change[] {
  return [
    ...[...after].flatMap(([name, text]): Change[] => {
      const former = before.get(name) ?? null
      return former === text
        ? []
        : [{ part, kind: former === null ? 'added' : 'reworded', before: former, after: text }]
    }),
    ...[...before]
      .filter(([name]) => !after.has(name))
      .map(([, text]): Change => ({ part, kind: 'removed', before: text, after: null })),
  ]
}

const chaptersIn = ({ earlier = [] }: BundleDocument): Names =>
  new Map(earlier.map(({ story, headline, began }) => [story, `${headline} (${began.slice(0, 10)})`]))

/** Of outlets that both versions have: a new outlet's leaning is no change. */
const leaningsIn = ({ articles }: BundleDocument): Names =>
  new Map(articles.map(({ source, leaning }) => [source, `${source}: ${leaning}`]))

function articleChanges(before: BundleDocument, after: BundleDocument): Change[] {
  const part = 'articles'
  const [old, young] = [articlesIn(before), articlesIn(after)]
  const text = ({ source, title }: Article) => `${source}, “${title}”`
  return [
    ...[...young.values()].flatMap((article): Change[] => {
      const former = old.get(article.id)
      if (former === undefined) return [{ part, kind: 'added', before: null, after: text(article) }]
      const isCorrected = former.title !== article.title || (former.version ?? 1) !== (article.version ?? 1)
      return isCorrected ? [{ part, kind: 'corrected', before: text(former), after: text(article) }] : []
    }),
    ...[...old.values()]
      .filter(({ id }) => !young.has(id))
      .map((article): Change => ({ part, kind: 'removed', before: text(article), after: null })),
  ]
}

type Article = BundleDocument['articles'][number]
const articlesIn = ({ articles }: BundleDocument) => new Map(articles.map((one) => [one.id, one]))

/** Old labels → new ones, of groups that kept most of their articles under another label. */
function renamed(before: BundleDocument, after: BundleDocument): Names {
  const labels = new Set(after.perspectives.map(({ label }) => label))
  const gone = before.perspectives.filter(({ label }) => !labels.has(label))
  const known = new Set(before.perspectives.map(({ label }) => label))
  const fresh = after.perspectives.filter(({ label }) => !known.has(label))
  return new Map(
    gone.flatMap(({ label, members }): [string, string][] => {
      const heir = fresh.find((one) => 2 * one.members.filter((id) => members.includes(id)).length > members.length)
      return heir === undefined ? [] : [[label, heir.label]]
    }),
  )
}

function perspectiveChanges(before: BundleDocument, after: BundleDocument, labels: Names): Change[] {
  const part = 'perspectives'
  const [old, young] = [before, after].map(({ perspectives }) => perspectives.map(({ label }) => label))
  const heirs = new Set(labels.values())
  return [
    ...[...labels].map(([from, to]): Change => ({ part, kind: 'reworded', before: from, after: to })),
    ...(young ?? [])
      .filter((label) => !old?.includes(label) && !heirs.has(label))
      .map((label): Change => ({ part, kind: 'added', before: null, after: label })),
    ...(old ?? [])
      .filter((label) => !young?.includes(label) && !labels.has(label))
      .map((label): Change => ({ part, kind: 'removed', before: label, after: null })),
  ]
}

function memberChanges(
  label: string,
  old: readonly string[],
  young: readonly string[],
  names: Names,
  newNames: Names,
): Change[] {
  const part = `${label}: articles`
  return [
    ...young
      .filter((id) => !old.includes(id))
      .map((id): Change => ({ part, kind: 'added', before: null, after: newNames.get(id) ?? id })),
    ...old
      .filter((id) => !young.includes(id))
      .map((id): Change => ({ part, kind: 'removed', before: names.get(id) ?? id, after: null })),
  ]
}

/** What rests on no article is told apart here, too. */
const backgroundIn = ({ context }: BundleDocument) => context.filter(({ basis }) => basis === 'background')
const restingIn = ({ context }: BundleDocument) => context.filter(({ basis }) => basis !== 'background')

const groupingIn = ({ grouping }: BundleDocument) => (grouping === undefined ? [] : [grouping])
const sharedIn = ({ factTable = [] }: BundleDocument) => factTable.map(({ claim }) => claim)

/** What the table says of each row beside its sentence; of rows that both versions have. */
function standingOfShared({ factTable = [], perspectives, differences = [] }: BundleDocument): Names {
  return new Map(
    factTable.map(({ claim, owners, sides, leftOutBy, disputedBy }) => {
      const groups = leftOutBy.map((place) => perspectives[place]?.label ?? '')
      const dispute = disputedBy === null ? '' : `, disputed: ${differences[disputedBy]?.text ?? ''}`
      const given = `${owners} owners (${sides.join(', ')})`
      return [claim.text, `${claim.text}: ${given}, left out by ${groups.join(', ') || 'none'}${dispute}`]
    }),
  )
}

const blindspotsIn = ({ coverage }: BundleDocument) => (coverage.blindspots ?? []).map(({ claim }) => claim)

function baseText({ coverage: { base } }: BundleDocument): string {
  if (base === undefined) return 'not counted'
  return Object.entries(base.sides)
    .map(
      ([side, { covering, active, unread }]) =>
        `${side} ${covering} of ${active}${unread > 0 ? `, ${unread} not read` : ''}`,
    )
    .join('; ')
}

function coverageText({ coverage }: BundleDocument): string {
  const { articles, sources, independentSources, byLeaning, missing } = coverage
  const sides = Object.entries(byLeaning)
    .filter(([, count]) => count > 0)
    .map(([leaning, count]) => `${count} ${leaning}`)
  const absent = missing.map(({ side, because }) => `no ${side} (${because})`)
  return `${articles} articles, ${sources} sources, ${independentSources} independent: ${[...sides, ...absent].join(', ')}`
}
