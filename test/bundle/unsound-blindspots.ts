import type { BundleDocument } from '../../src/bundle/document.ts'

/**
 * What is wrong with the blindspots of a bundle, written anew from the promises: each is tested again in whole numbers on the table that
 * its rule names, the table is the bundle's own base, the words say the table, and nobody else carried the story than the bundle lists.
 */
export function blindspotProblems({ coverage, articles }: BundleDocument): string[] {
  const base = coverage.base?.sides
  const listed = (leaning: RegExp) =>
    new Set(articles.filter((one) => leaning.test(one.leaning)).map(({ source }) => source)).size
  const tooMany = (['left', 'center', 'right'] as const).filter(
    (side) => (base?.[side].covering ?? 0) > listed(new RegExp(`^(?:lean-)?${side}$`)),
  )
  const flagged = (coverage.blindspots ?? []).flatMap(({ side, claim }) => {
    const found: string[] = []
    const [, named = '', ...numbers] =
      /^blindspot\((\w+); (\d+) of (\d+); (\d+) of (\d+); (\d+) unread\)$/.exec(claim.rule ?? '') ?? []
    const [own = 0, all = 0, others = 0, othersAll = 0, unread = 0] = numbers.map(Number)
    const rest = (['left', 'center', 'right'] as const).filter((other) => other !== side)
    const sum = (of: 'covering' | 'active') => rest.reduce((total, other) => total + (base?.[other][of] ?? 0), 0)
    if (named !== side || base?.[side].covering !== own || base[side].active !== all || base[side].unread !== unread)
      found.push('another table than the base')
    if (sum('covering') !== others || sum('active') !== othersAll) found.push('other others than the base')
    // As if all that could not be read had carried it.
    const chance = tail(own + unread, all + unread, own + unread + others, all + unread + othersAll)
    if (!(chance <= 0.01 / 3)) found.push(`comes by chance in ${chance}`)
    for (const number of [all, others, othersAll, ...(own === 0 ? [] : [own]), ...(unread < 2 ? [] : [unread])])
      if (!new RegExp(`(?<!\\d)${number}(?!\\d)`).test(claim.text)) found.push(`does not say ${number}`)
    const stated = Number(/fewer than one of (\d+) stories/.exec(claim.text)?.[1])
    if (!(chance <= 1 / stated)) found.push(`says one of ${stated}`)
    const known = new Set(articles.map(({ id }) => id))
    if (claim.evidence.length === 0 || claim.evidence.some(({ article }) => !known.has(article)))
      found.push('rests on nothing')
    return found.map((what) => `blindspot ${what}: “${claim.text}”`)
  })
  return [...tooMany.map((side) => `more publishers of the ${side} carried it than are listed`), ...flagged]
}

/** The lower tail of the hypergeometric distribution, by counting. */
function tail(hits: number, drawn: number, marked: number, all: number): number {
  let ways = 0n
  for (let count = 0; count <= hits; count += 1) ways += choose(marked, count) * choose(all - marked, drawn - count)
  const whole = choose(all, drawn)
  return Number((ways * 10n ** 15n) / whole) / 1e15
}

function choose(from: number, count: number): bigint {
  if (count < 0 || count > from) return 0n
  let ways = 1n
  for (let at = 1; at <= count; at += 1) ways = (ways * BigInt(from - at + 1)) / BigInt(at)
  return ways
}
