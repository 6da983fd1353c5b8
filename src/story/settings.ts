/** The knobs of grouping: one setting for every collection. Raise `version` with any change: replays compare versions. */
export interface StorySettings {
  readonly version: number
  /** An article joins the nearest story from this similarity on. */
  readonly joinAt: number
  readonly titleWeight: number
  readonly bodyWeight: number
  readonly namesWeight: number
  /**
   * Look-alikes share words, not names. Where both articles have names, a cosine of names below `namesEnough` scales the
   * whole similarity down, to `namesFloor` where no name is shared.
   */
  readonly namesEnough: number
  readonly namesFloor: number
  /** How many times a word of the lead counts. */
  readonly leadFactor: number
  /** Exponent on a term's rarity: below 1 the rarest words (misspellings, bylines) rule less. */
  readonly rarityPower: number
  /** Two articles `d` days apart keep 1 / (1 + dayDecay · d) of their similarity. */
  readonly dayDecay: number
  /** A story is open to articles within so many days of one of its own. */
  readonly windowDays: number
  /** Similarity to a story is the mean over so many of its nearest articles. */
  readonly linksAveraged: number
  /** The work that one article may cause: rarest terms looked up, articles read per term, stories and articles compared. */
  readonly termsProbed: number
  readonly postingsRead: number
  readonly articlesRanked: number
  readonly storiesCompared: number
  readonly membersCompared: number
  /** How many articles' worth of belief the shipped word table has, and how many of the last articles are counted with it. */
  readonly priorArticles: number
  readonly countedArticles: number
}

export const storySettings: StorySettings = {
  version: 1,
  joinAt: 0.18,
  titleWeight: 0.2,
  bodyWeight: 0.5,
  namesWeight: 0.3,
  namesEnough: 0.1,
  namesFloor: 0.25,
  leadFactor: 2,
  rarityPower: 0.8,
  dayDecay: 0.3,
  windowDays: 5,
  linksAveraged: 5,
  termsProbed: 80,
  postingsRead: 400,
  articlesRanked: 60,
  storiesCompared: 10,
  membersCompared: 30,
  priorArticles: 1000,
  countedArticles: 5000,
}
