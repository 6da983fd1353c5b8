/** Who holds an outlet and pays for it. Public is governed at arm's length from the government of the day. */
export const ownerships = [
  'private',
  'public',
  'state-funded',
  'state-controlled',
  'nonprofit',
  'party',
  'church',
  'cooperative',
  'unknown',
] as const
export type Ownership = (typeof ownerships)[number]

export const ownershipLabels = {
  private: 'Privately owned',
  public: 'Public service',
  'state-funded': 'State-funded',
  'state-controlled': 'State-controlled',
  nonprofit: 'Nonprofit',
  party: 'Party press',
  church: 'Church press',
  cooperative: 'Cooperative',
  unknown: 'Unknown owner',
} as const satisfies Record<Ownership, string>

/** What each ownership covers, for whoever adds a source. */
export const ownershipMeanings = {
  private: 'a person, a family or a company, listed or not',
  public: 'a public-service body with a charter or a licence fee, editorially independent of the government',
  'state-funded': 'paid by a government, with an editorial statute of its own',
  'state-controlled': 'a government or a ruling party decides what it says',
  nonprofit: 'a foundation, trust or association that keeps no profit',
  party: 'a political party or movement',
  church: 'a church or religious order',
  cooperative: 'its staff, its readers or the papers that it serves',
  unknown: 'nobody knows; the same as leaving it out',
} as const satisfies Record<Ownership, string>
