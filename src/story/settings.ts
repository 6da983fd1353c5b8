/** The knobs of grouping: one setting for every collection. Raise `version` with any change: replays compare versions. */
export interface StorySettings {
  readonly version: number
  /** Two groups of articles are one story from this mean chance on that a pair of theirs is about one event. */
  readonly oneStoryAt: number
  /** How many times a word of the lead counts. */
  readonly leadFactor: number
  /** Exponent on a term's rarity: below 1 the rarest words (misspellings, bylines) rule less. */
  readonly rarityPower: number
  /** The terms that are kept of an article, by weight. */
  readonly titleTerms: number
  readonly bodyTerms: number
  readonly nameTerms: number
  /** A story is open to articles within so many days of one of its own. */
  readonly windowDays: number
  /**
   * The work that one article may cause: terms by which it is found, terms looked up, postings read, articles compared, and
   * terms of theirs that are read for it. Of headlines many are compared, of long texts few, `articlesSurely` at least.
   */
  readonly termsIndexed: number
  readonly termsProbed: number
  readonly postingsRead: number
  readonly articlesCompared: number
  readonly articlesSurely: number
  readonly termsCompared: number
  /** A story of so many articles is looked at again one by one; of a larger one its articles stay together. */
  readonly smallStory: number
  /** Articles and large stories that are looked at again when one arrives. */
  readonly secondLook: number
  /** Each time that a large story has grown so many times, up to so many articles of it and of those around it are looked at one by one. */
  readonly deepGrowth: number
  readonly deepStory: number
  readonly deepLook: number
  /** What the mean of two large groups counts at most: each article remembers its nearest alone. */
  readonly largeFactor: number
  /** How many articles' worth of belief the shipped word table has, and how many of the last articles are counted with it. */
  readonly priorArticles: number
  readonly countedArticles: number
}

export const storySettings: StorySettings = {
  version: 5,
  oneStoryAt: 0.3,
  leadFactor: 2,
  rarityPower: 0.8,
  titleTerms: 30,
  bodyTerms: 64,
  nameTerms: 40,
  windowDays: 5,
  termsIndexed: 32,
  termsProbed: 24,
  postingsRead: 500,
  articlesCompared: 256,
  articlesSurely: 32,
  termsCompared: 3000,
  smallStory: 24,
  secondLook: 80,
  deepGrowth: 1.15,
  deepStory: 300,
  deepLook: 400,
  largeFactor: 3,
  priorArticles: 200,
  countedArticles: 5000,
}
