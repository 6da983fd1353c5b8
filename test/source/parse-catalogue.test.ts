import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { parseCatalogue } from '../../src/source/parse-catalogue.ts'
import { wrongFiles } from './wrong-files.ts'

const oneSource = `sources:
  - id: harbor-ledger
    name: The Harbor Ledger
    home: https://ledger.example/
    country: US
    languages: [en]
    kind: newspaper
    reach: domestic
    owner: Harbor Press
    ratings:
      - { rater: mbfc, value: lean-left, method: expert review, confidence: 0.8, licence: Apache-2.0, validFrom: 2024-01-01 }
    feeds:
      - { url: "https://ledger.example/world.xml", section: world }
      - { url: "https://ledger.example/all.xml", section: business }
    userAgent: Parallax for Harbor
    notes: asked us to come hourly
`

test('opinion pages are told by one path or several, and a source may be paused', () => {
  const ratings =
    'ratings: [{ rater: mbfc, value: right, method: a, confidence: 1, licence: b, validFrom: 2024-01-01 }]'
  const written = (opinion: string) => {
    const text = oneSource.replace(
      '    feeds:',
      `    opinion: { ${opinion}, ${ratings} }\n    paused: until Monday\n    feeds:`,
    )
    const parsed = parseCatalogue(text, 'sources.yaml')
    return parsed.kind === 'catalogue' ? parsed.sources[0] : parsed.problems
  }
  const right = [expect.objectContaining({ value: 'right' })]
  expect(written('path: /opinion/')).toMatchObject({
    ...{ opinion: { paths: ['/opinion/'], sections: [], ratings: right }, paused: 'until Monday' },
  })
  expect(written('section: [Comment, Voices]')).toMatchObject({
    opinion: { paths: [], sections: ['Comment', 'Voices'], ratings: right },
  })
})

function problemsOf(text: string) {
  const parsed = parseCatalogue(text, 'sources.yaml')
  return parsed.kind === 'invalid' ? parsed.problems : parsed.untidy
}

test('a catalogue becomes its sources', () => {
  expect(parseCatalogue(oneSource, 'sources.yaml')).toEqual({
    kind: 'catalogue',
    raters: {},
    untidy: [],
    sources: [
      {
        id: 'harbor-ledger',
        name: 'The Harbor Ledger',
        home: 'https://ledger.example/',
        country: 'US',
        languages: ['en'],
        kind: 'newspaper',
        reach: 'domestic',
        owner: 'Harbor Press',
        ownership: 'unknown',
        ratings: [
          {
            rater: 'mbfc',
            value: 'lean-left',
            method: 'expert review',
            confidence: 0.8,
            licence: 'Apache-2.0',
            validFrom: '2024-01-01',
          },
        ],
        feeds: [
          { url: 'https://ledger.example/world.xml', section: 'world' },
          { url: 'https://ledger.example/all.xml', section: 'business' },
        ],
        userAgent: 'Parallax for Harbor',
        notes: 'asked us to come hourly',
      },
    ],
  })
})

test.each(['sources: []', '%YAML 1.1\n---\nsources: []\n', '\ufeffsources: []\r\n'])('%j holds no source', (text) => {
  expect(parseCatalogue(text, 'sources.yaml')).toEqual({ kind: 'catalogue', raters: {}, sources: [], untidy: [] })
})

test('Norway stays Norway, whatever YAML version the file names', () => {
  const norwegian = oneSource.replace('country: US', 'country: NO')
  expect(problemsOf(norwegian)).toEqual([])
  expect(problemsOf(`%YAML 1.1\n---\n${norwegian}`)).toEqual([])
})

describe('what is wrong is said with its place and its remedy', () => {
  test.each(wrongFiles(oneSource))('$title', ({ text, at, field, says }) => {
    const problems = problemsOf(text)
    const places = problems.map(({ line, column, field }) => ({ at: `${line}:${column}`, field }))
    expect(places).toEqual([{ at, field }])
    expect(problems[0]).toMatchObject({ file: 'sources.yaml', message: expect.stringContaining(says) })
  })
})

test('all problems are told at once, in file order', () => {
  const text = oneSource
    .replace('harbor-ledger', 'Harbor Ledger')
    .replace('country: US', 'country: UK')
    .replace('    kind: newspaper\n', '')
    .replace('reach: domestic', 'reach: domestic\n    reach: global')
    .replace('section: world', 'section: wrold')
  expect(problemsOf(text).map(({ line, field }) => `${line} ${field}`)).toEqual([
    '2 sources[0].kind',
    '2 sources[0].id',
    '5 sources[0].country',
    '8 sources[0].reach',
    '8 sources[0].reach',
    '13 sources[0].feeds[0].section',
  ])
})

test('in a file that is no YAML only the YAML is complained of, once for each place', () => {
  const problems = problemsOf(`${oneSource.replace('[en]', '[en').replace('country: US', 'country: ZZ')}`)
  expect(problems.map(({ field }) => field)).not.toContain('sources[0].country')
  expect(new Set(problems.map(({ line, column }) => `${line}:${column}`)).size).toBe(problems.length)
})

describe('no text makes the parser throw', () => {
  const holds = (text: string) => {
    const parsed = parseCatalogue(text, 'sources.yaml')
    if (parsed.kind === 'catalogue') return
    expect(parsed.problems.length).toBeGreaterThan(0)
    const places = parsed.problems.map(({ line, column }) => line * 1e6 + column)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const { line, column, field, message } of parsed.problems) {
      expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length)
      expect(field).not.toBe('')
      expect(message).toMatch(/: |\?/)
    }
  }

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds), { numRuns: 500 })
  })

  test('any text of YAML punctuation', () => {
    const unit = fc.constantFrom(...'-:?,[]{}#&*!|>\'"%@`<= \n\tab1', 'sources:\n', '  - ', 'feeds: ')
    fc.assert(fc.property(fc.string({ unit, maxLength: 80 }), holds), { numRuns: 2000 })
  })

  test('any JSON, at the top and in place of a value', () => {
    const json = fc.json({ maxDepth: 4 })
    fc.assert(fc.property(json, holds), { numRuns: 500 })
    const values = [...oneSource.matchAll(/(?<=: )[^\s{[].*$/gm)].map(([value]) => value)
    const inPlace = (value: string, given: string) => holds(oneSource.replace(value, given))
    fc.assert(fc.property(fc.constantFrom(...values), json, inPlace), { numRuns: 500 })
  })

  test('a good file with a piece cut out or put in', () => {
    const place = fc.nat(oneSource.length)
    const edited = fc.tuple(place, fc.nat(40), fc.string({ maxLength: 5 }))
    const edit = ([start, length, given]: [number, number, string]) =>
      holds(oneSource.slice(0, start) + given + oneSource.slice(start + length))
    fc.assert(fc.property(edited, edit), { numRuns: 1000 })
  })

  test.each(['[', '{"a":', '- ', '? ', '{"sources":['])('%j twenty thousand times', (piece) => {
    holds(piece.repeat(20_000))
  })
})

describe('read source by source, a file says what it says when read whole', () => {
  const twoSources = `# outlets\n${oneSource}\n${oneSource
    .slice(oneSource.indexOf('  - id'))
    .replace('harbor-ledger', 'tidewater')
    .replaceAll('ledger.example', 'tidewater.example')}`

  // Written as JSON the list has no lines to be cut at.
  const holds = (text: string) => {
    const whole = parseDocument(text, { schema: 'core', logLevel: 'error', merge: false })
    const [cut, uncut] = [text, JSON.stringify(whole.toJS())].map((one) => parseCatalogue(one, 'sources.yaml'))
    const isPlain = whole.errors.length + whole.warnings.length === 0 && !/[&*!?]/.test(text)
    if (cut?.kind === 'catalogue' || (isPlain && uncut?.kind === 'catalogue')) expect(cut).toMatchObject(soundOf(uncut))
  }
  const soundOf = (parsed: ReturnType<typeof parseCatalogue> | undefined) =>
    parsed?.kind === 'catalogue' ? { kind: 'catalogue', sources: parsed.sources } : { kind: 'invalid' }

  test('with lines pushed in, taken out and written twice', () => {
    const unit = fc.constantFrom(
      '\n',
      '  - ',
      '- ',
      ' ',
      '    ',
      '#',
      '"',
      "'",
      '|\n',
      'sources:\n',
      '...\n',
      '---\n',
      '\u2028',
      '\r\n',
      'a: 1',
      '[',
      ']',
    )
    const edit = fc.tuple(fc.nat(twoSources.length), fc.nat(12), fc.string({ unit, maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 2 }), (edits) =>
        holds(
          edits.reduce(
            (text, [start, length, given]) => text.slice(0, start) + given + text.slice(start + length),
            twoSources,
          ),
        ),
      ),
      { numRuns: 1000 },
    )
  })
})
