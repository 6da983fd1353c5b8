/** What sort of outlet a source is. */
export const kinds = [
  'wire',
  'newspaper',
  'broadcaster',
  'magazine',
  'opinion',
  'state-media',
  'trade',
  'local',
  'official',
  'aggregator',
] as const
export type Kind = (typeof kinds)[number]

export const kindLabels = {
  wire: 'Wire',
  newspaper: 'Newspaper',
  broadcaster: 'Broadcaster',
  magazine: 'Magazine',
  opinion: 'Opinion press',
  'state-media': 'State media',
  trade: 'Trade press',
  local: 'Local press',
  official: 'Official body',
  aggregator: 'Aggregator',
} as const satisfies Record<Kind, string>

/** What each kind covers, for whoever adds a source. */
export const kindMeanings = {
  wire: 'a news agency whose reports others reprint',
  newspaper: 'general news, printed or only online',
  broadcaster: 'television or radio, public or private',
  magazine: 'reporting and essays at a slower pace than daily news',
  opinion: 'mainly commentary',
  'state-media': 'a government directs what it says, which it does not for a public broadcaster',
  trade: 'one industry or profession',
  local: 'one city or region',
  official: 'a public body, church or company speaking for itself',
  aggregator: 'mainly republishes the articles of others',
} as const satisfies Record<Kind, string>
