export interface WrongFile {
  readonly title: string
  readonly text: string
  /** line:column of the only problem. */
  readonly at: string
  readonly field: string
  /** A piece of the message that says what to do. */
  readonly says: string
}

/** Files that are right but for one thing, made from a right file of one source. */
export function wrongFiles(right: string): WrongFile[] {
  const entry = right.slice(right.indexOf('  - id'))
  const second = (changes: Record<string, string> = {}) =>
    right +
    change(entry, {
      ...{ 'home: https://ledger.example/': 'home: https://t.example/', 'harbor-ledger': 'tidewater' },
      ...{ 'ledger.example/world': 't.example/w', ...changes },
    })
  const raters = `raters:
  mbfc:
    name: The Desk
    method: review
    confidence: 0.8
    licence: CC0-1.0
    validFrom: 2024-01-01
`
  const short = raters + right.replace(/ratings:\n.*\n/, 'ratings: { mbfc: lean-left }\n')
  const guesses = Array.from(
    { length: 20 },
    (_, at) => `      - { url: "https://ledger.example/${at}.xml", unverified: true }\n`,
  ).join('')
  const other = { 'ledger.example/all': 't.example/all' }
  const rows: [title: string, text: string, at: string, field: string, says: string][] = [
    ['empty file', '', '1:1', '(file)', 'sources:'],
    ['only a comment', '# nothing yet\n', '1:1', '(file)', 'begin with'],
    ['a list at the top', '- id: a\n', '1:1', '(file)', 'not a map'],
    ['no sources', '{}', '1:1', 'sources', 'missing key "sources"'],
    ['sources without value', 'sources:\n', '1:1', 'sources', '[] for none'],
    ['sources as map', 'sources: { a: 1 }', '1:10', 'sources', 'begin each entry with "- "'],
    ['unknown key at the top', `version: 1\n${right}`, '1:1', 'version', 'remove it; known here: raters, sources'],
    ['a source as text', 'sources:\n  - harbor-ledger\n', '2:5', 'sources[0]', 'write keys with values'],
    ['unknown key', swap(right, 'notes:', 'note:'), '16:5', 'sources[0].note', 'did you mean "notes"?'],
    ['unknown key far from any', swap(right, 'notes:', 'zip:'), '16:5', 'sources[0].zip', 'remove it; known here: id,'],
    [
      'key of a feed misspelt',
      swap(right, 'section: business', 'sections: business'),
      '14:50',
      'sources[0].feeds[1].sections',
      '"section"',
    ],
    [
      'key of a rating unknown',
      swap(right, '{ rater', '{ by: x, rater'),
      '11:11',
      'sources[0].ratings[0].by',
      'known here: rater',
    ],
    ...opinionRows(right),
    ['missing key', swap(right, '    country: US\n', ''), '2:5', 'sources[0].country', 'add it'],
    [
      'missing choice',
      swap(right, '    reach: domestic\n', ''),
      '2:5',
      'sources[0].reach',
      'one of domestic, international',
    ],
    ['missing feeds', right.replace(/ {4}feeds:\n.*\n.*\n/, ''), '2:5', 'sources[0].feeds', 'missing key "feeds"'],
    [
      'missing url',
      swap(right, 'url: "https://ledger.example/all.xml", ', ''),
      '14:9',
      'sources[0].feeds[1].url',
      'add it',
    ],
    ['key twice', swap(right, '    owner', '    name: Ledger\n    owner'), '9:5', 'sources[0].name', 'stands twice'],
    [
      'id in capitals',
      swap(right, 'harbor-ledger', 'Harbor_Ledger'),
      '2:9',
      'sources[0].id',
      'only a-z, 0-9 and hyphens',
    ],
    ['id a number', swap(right, 'harbor-ledger', '1843'), '2:9', 'sources[0].id', 'in quotes'],
    ['name empty', swap(right, 'The Harbor Ledger', ''), '3:5', 'sources[0].name', 'no value: write one'],
    ['name blank', swap(right, 'The Harbor Ledger', '" "'), '3:11', 'sources[0].name', 'is blank'],
    [
      'home without scheme',
      swap(right, 'https://ledger.example/\n', 'ledger.example\n'),
      '4:11',
      'sources[0].home',
      'http://',
    ],
    [
      'home by ftp',
      swap(right, 'https://ledger.example/\n', 'ftp://l.example/\n'),
      '4:11',
      'sources[0].home',
      'https://',
    ],
    [
      'feed a script',
      swap(right, 'https://ledger.example/all.xml', 'javascript:1'),
      '14:16',
      'sources[0].feeds[1].url',
      'https://',
    ],
    ['country UK', swap(right, 'country: US', 'country: UK'), '5:14', 'sources[0].country', 'write GB'],
    ['country in lower case', swap(right, 'country: US', 'country: fr'), '5:14', 'sources[0].country', 'write FR'],
    ['country invented', swap(right, 'country: US', 'country: ZZ'), '5:14', 'sources[0].country', 'such as US'],
    ['language alone', swap(right, '[en]', 'en'), '6:16', 'sources[0].languages', 'write [en]'],
    ['language a word', swap(right, '[en]', '[en, english]'), '6:21', 'sources[0].languages[1]', 'pt-BR'],
    ['language with underscore', swap(right, '[en]', '[en_us]'), '6:17', 'sources[0].languages[0]', 'write en-US'],
    ['no language', swap(right, '[en]', '[]'), '6:16', 'sources[0].languages', 'at least one language'],
    [
      'kind misspelt',
      swap(right, 'kind: newspaper', 'kind: newpaper'),
      '7:11',
      'sources[0].kind',
      'did you mean "newspaper"?',
    ],
    ['kind unknown', swap(right, 'kind: newspaper', 'kind: blog'), '7:11', 'sources[0].kind', 'not one of wire,'],
    [
      'reach unknown',
      swap(right, 'reach: domestic', 'reach: global'),
      '8:12',
      'sources[0].reach',
      'domestic, international',
    ],
    ['rating in British', swap(right, 'lean-left', 'centre'), '11:31', 'sources[0].ratings[0].value', 'mean "center"?'],
    [
      'rated unknown',
      swap(right, 'lean-left', 'unknown'),
      '11:31',
      'sources[0].ratings[0].value',
      'one of left, lean-left',
    ],
    ['confidence as text', swap(right, '0.8', '"0.8"'), '11:77', 'sources[0].ratings[0].confidence', 'without quotes'],
    ['confidence over 1', swap(right, '0.8', '80'), '11:77', 'sources[0].ratings[0].confidence', 'at most 1'],
    ['confidence 0', swap(right, '0.8', '0'), '11:77', 'sources[0].ratings[0].confidence', 'above 0'],
    ['30 February', swap(right, '2024-01-01', '2024-02-30'), '11:114', 'sources[0].ratings[0].validFrom', 'YYYY-MM-DD'],
    ['date of a year', swap(right, '2024-01-01', '2024'), '11:114', 'sources[0].ratings[0].validFrom', 'in quotes'],
    [
      'ratings without value',
      right.replace(/ratings:\n.*\n/, 'ratings:\n'),
      '10:5',
      'sources[0].ratings',
      'no value: write one',
    ],
    ['no feed', right.replace(/feeds:\n.*\n.*\n/, 'feeds: []\n'), '12:12', 'sources[0].feeds', 'at least one feed'],
    [
      'section unknown',
      swap(right, 'section: world', 'section: bussines'),
      '13:61',
      'sources[0].feeds[0].section',
      '"business"',
    ],
    ['id twice', second({ ...other, tidewater: 'harbor-ledger' }), '17:9', 'sources[1].id', 'line 2'],
    ['feed under two sources', second(), '29:16', 'sources[1].feeds[1].url', 'line 14'],
    [
      'feed by http and https',
      second({ 'https://ledger.example/all.xml': 'http://LEDGER.example/all.xml/' }),
      '29:16',
      'sources[1].feeds[1].url',
      'declare it under one outlet',
    ],
    [
      'owner spelt in two ways',
      second({ ...other, 'Harbor Press': 'HarborPress' }),
      '24:12',
      'sources[1].owner',
      '"Harbor Press" on line 9',
    ],
    [
      'rated twice on one day',
      right.replace(/ {6}- \{ rater.*\n/, '$&$&'),
      '12:9',
      'sources[0].ratings[1]',
      'keep one',
    ],
    [
      'home of two sources',
      second({ ...other, 'https://t.example/': 'http://www.ledger.example' }),
      '19:11',
      'sources[1].home',
      'stands already on line 4: put the feeds under that outlet',
    ],
    ['out of order', second({ ...other, tidewater: 'bayside' }), '2:9', 'sources[0].id', 'move this outlet'],
    [
      'rater not declared',
      swap(short, 'mbfc: lean-left', 'mbf: lean-left'),
      '17:16',
      'sources[0].ratings.mbf',
      'did you mean "mbfc"?',
    ],
    [
      'short rating not on the scale',
      swap(short, 'mbfc: lean-left', 'mbfc: leftish'),
      '17:22',
      'sources[0].ratings.mbfc',
      'not one of left, lean-left',
    ],
    ['rater that rates nobody', short.replace(/ {4}ratings.*\n/, ''), '2:3', 'raters.mbfc', 'rates no outlet'],
    ['rater without licence', short.replace(/ {4}licence.*\n/, ''), '3:5', 'raters.mbfc.licence', 'add it'],
    ['rater rated as text', swap(short, '0.8', 'high'), '5:17', 'raters.mbfc.confidence', 'without quotes'],
    [
      'ownership misspelt',
      swap(right, 'owner: Harbor Press', 'ownership: privat'),
      '9:16',
      'sources[0].ownership',
      'did you mean "private"?',
    ],
    [
      'verified as no',
      swap(right, 'section: world', 'unverified: false'),
      '13:64',
      'sources[0].feeds[0].unverified',
      'true',
    ],
    ...[
      ['a forum', 'https://www.reddit.com/r/news.rss', 'the feeds of the outlets that it links to'],
      ['a video channel', 'https://www.youtube.com/feeds/videos.xml?channel_id=1', 'the outlet’s own site'],
      ['a social network', 'https://x.com/ledger/rss', 'the outlet’s own site'],
      ['search results', 'https://news.google.com/rss/search?q=elma', 'a feed of each outlet itself'],
    ].map(([what, url, says]): (typeof rows)[number] => [
      `feed of ${what}`,
      swap(right, 'https://ledger.example/all.xml', url ?? ''),
      '14:16',
      'sources[0].feeds[1].url',
      says ?? '',
    ]),
    [
      'too many guesses',
      swap(right, '    feeds:\n', `    feeds:\n${guesses}`),
      '13:9',
      'sources[0].feeds[0]',
      'at most a quarter',
    ],
    ['tab', swap(right, '    kind', '\tkind'), '7:1', 'sources[0]', 'spaces'],
    [
      'colon in a plain text',
      swap(right, 'The Harbor Ledger', 'Ledger: Harbor'),
      '3:11',
      'sources[0].name.Ledger',
      'quotes',
    ],
    ['quote left open', swap(right, 'asked us', '"asked us'), '17:1', 'sources[0].notes', 'closing'],
    ['reserved character', swap(right, 'Harbor Press', '@harbor'), '9:12', 'sources[0].owner', 'in quotes'],
    ['alias', swap(right, 'asked us to come hourly', '*later'), '16:12', 'sources[0].notes', 'write the value out'],
    ['tag', swap(right, 'asked us', '!note asked us'), '16:12', 'sources[0].notes', 'remove it'],
    ['a list as key', `? [a]\n: 1\n${right}`, '1:3', '[""]', 'plain word'],
    ['two documents', `${right}---\nsources: []\n`, '17:1', '(file)', 'keep one'],
  ]
  return rows.map(([title, text, at, field, says]) => ({ title, text, at, field, says }))
}

// A row whose change no longer applies would test the right file: better to stop.
function swap(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nothing to change: ${from}`)
  return text.replace(from, to)
}

function change(text: string, changes: Record<string, string>): string {
  return Object.entries(changes).reduce((changed, [from, to]) => swap(changed, from, to), text)
}

function opinionRows(right: string): [title: string, text: string, at: string, field: string, says: string][] {
  const stated = '{ rater: mbfc, value: right, method: a, confidence: 0.8, licence: b, validFrom: 2024-01-01 }'
  const opinion = (value: string) => right.replace('    feeds:', `    opinion: ${value}\n    feeds:`)
  const field = 'sources[0].opinion'
  return [
    ['opinion pages as text', opinion('/opinion/'), '12:14', field, 'write keys with values'],
    [
      'opinion pages not told apart',
      opinion(`{ ratings: [${stated}] }`),
      '12:14',
      field,
      'add a path such as /opinion/',
    ],
    ['no slash before a path', opinion(`{ path: opinion/, ratings: [${stated}] }`), '12:22', `${field}.path`, 'slash'],
    [
      'a path of another kind',
      opinion(`{ path: 7, ratings: [${stated}] }`),
      '12:22',
      `${field}.path`,
      'several in [ ]',
    ],
    ['no paths', opinion(`{ path: [], ratings: [${stated}] }`), '12:22', `${field}.path`, 'name at least one'],
    ['opinion pages without ratings', opinion('{ path: /opinion/ }'), '12:14', `${field}.ratings`, 'missing key'],
    [
      'paths for path',
      opinion(`{ path: /a/, paths: /b/, ratings: [${stated}] }`),
      '12:27',
      `${field}.paths`,
      'known here',
    ],
    [
      'opinion pages rated twice',
      opinion(`{ path: /opinion/, ratings: [${stated}, ${stated}] }`),
      `12:${stated.length + 45}`,
      `${field}.ratings[1]`,
      'keep one of them',
    ],
    [
      'paused without a reason',
      right.replace('    feeds:', '    paused: true\n    feeds:'),
      '12:13',
      'sources[0].paused',
      'is not text',
    ],
  ]
}
