/**
 * What the synthetic stream knows of real articles: counts alone, no word of theirs. Counted over `featuresOf` of the 9,639
 * articles of stream.jsonl.gz cut to 3,000 characters; what articles of one event share over the pairs of roundups.jsonl.gz
 * that stand in one story, less what two articles drawn at random share.
 */
export interface FieldStatistics {
  /** Distinct terms an article: the first decile, the median and the last decile. */
  readonly distinct: readonly [low: number, middle: number, high: number]
  /** Rank of a term → share of the articles in which it stands. Between two ranks a power law; the last one goes on. */
  readonly shares: readonly (readonly [rank: number, share: number])[]
  /** How many of an article's terms stand in it once, twice, … */
  readonly counts: readonly number[]
  /** Terms that belong to an event: some of its subject's, and rare ones (in under 1 of 100 articles) of its own. */
  readonly ofEvent: { readonly subject: number; readonly rare: number }
}

export type FieldName = 'title' | 'lead' | 'body' | 'names' | 'numbers'

export const termStatistics: Readonly<Record<FieldName, FieldStatistics>> = {
  title: {
    distinct: [4, 7, 10],
    shares: [
      ...([
        [1, 0.4],
        [3, 0.051],
        [10, 0.033],
        [30, 0.02],
        [100, 0.0091],
        [300, 0.0046],
        [1000, 0.0015],
      ] as const),
      [3000, 0.00031],
    ],
    counts: [0.995, 0.005],
    ofEvent: { subject: 3, rare: 4 },
  },
  lead: {
    distinct: [25, 31, 36],
    shares: [
      ...([
        [1, 0.52],
        [3, 0.3],
        [10, 0.13],
        [30, 0.077],
        [100, 0.04],
        [300, 0.02],
        [1000, 0.0064],
      ] as const),
      [3000, 0.0013],
    ],
    counts: [0.901, 0.086, 0.011, 0.002],
    ofEvent: { subject: 12, rare: 6 },
  },
  body: {
    distinct: [122, 157, 179],
    shares: [
      ...([
        [1, 0.75],
        [3, 0.5],
        [10, 0.38],
        [30, 0.28],
        [100, 0.17],
        [300, 0.11],
        [1000, 0.038],
      ] as const),
      ...([
        [3000, 0.0081],
        [10_000, 0.00073],
      ] as const),
    ],
    counts: [0.79, 0.13, 0.039, 0.017, 0.009, 0.015],
    ofEvent: { subject: 58, rare: 10 },
  },
  names: {
    distinct: [23, 41, 62],
    shares: [
      ...([
        [1, 0.77],
        [3, 0.44],
        [10, 0.27],
        [30, 0.15],
        [100, 0.048],
        [300, 0.02],
        [1000, 0.0059],
      ] as const),
      ...([
        [3000, 0.0016],
        [10_000, 0.00031],
      ] as const),
    ],
    counts: [0.739, 0.137, 0.046, 0.024, 0.014, 0.04],
    ofEvent: { subject: 18, rare: 10 },
  },
  numbers: {
    distinct: [1, 3, 8],
    shares: [
      [1, 0.23],
      [3, 0.12],
      [10, 0.057],
      [30, 0.025],
      [100, 0.0067],
      [300, 0.0017],
      [1000, 0.00031],
    ],
    counts: [0.859, 0.101, 0.025, 0.015],
    ofEvent: { subject: 2, rare: 2 },
  },
}

/** Of an event's terms, an article of it has so many: two such articles then share what real ones share. */
export const shareOfEventTerms = 0.6
