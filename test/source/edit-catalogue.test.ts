import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { insertSource, insertSources, listEntries, removeSource } from '../../src/source/edit-catalogue.ts'

const block = (id: string) =>
  `  - id: ${id}\n    name: ${id} news\n    feeds:\n      - https://${id}.example.org/feed\n`

const file = `# What we read.

raters: {}
sources: # sorted by id
  # The oldest of them.
  - id: albion
    name: Albion
    notes: |
      one
      # no comment
    # closes at weekends

  # --- from here on: the north ---

  - id: delta   # a comment of its own
    name: Delta
  # Right above fjord.
  - name: Fjord
    id: 'fjord'

# The end.
`

const after = (text: string, id: string) => {
  const edited = insertSource(text, id, block(id))
  if (edited.kind === 'refused') throw new Error(edited.why)
  expect(edited.text.split('\n')[edited.line - 1]).toContain(`- id: ${id}`)
  return edited.text
}
const without = (text: string, id: string) => {
  const edited = removeSource(text, id)
  if (edited.kind === 'refused') throw new Error(edited.why)
  return edited.text
}
const idsIn = (text: string) => (parse(text).sources as { id: string }[]).map(({ id }) => id)

test('a source is put at its place, before the comments of the one behind it', () => {
  expect(after(file, 'aaa')).toBe(file.replace('  # The oldest', `${block('aaa')}\n  # The oldest`))
  expect(after(file, 'bay')).toBe(file.replace('  - id: delta', `${block('bay')}\n  - id: delta`))
  expect(after(file, 'east')).toBe(file.replace('  # Right above', `${block('east')}\n  # Right above`))
  expect(after(file, 'zeta')).toBe(file.replace("id: 'fjord'\n", `id: 'fjord'\n\n${block('zeta')}`))
})

test('a source is taken out with what was said of it, and nothing else', () => {
  expect(without(file, 'albion')).toBe(file.replace(/ {2}# The oldest[\s\S]*weekends\n\n/, ''))
  expect(without(file, 'delta')).toBe(file.replace(/ {2}- id: delta.*\n.*\n/, ''))
  expect(without(file, 'fjord')).toBe(file.replace(/ {2}# Right[\s\S]*'fjord'\n/, ''))
  expect(removeSource(file, 'nobody')).toEqual({ kind: 'refused', why: 'no source has the id nobody' })
})

test.each(['sources:\n', 'sources: []\n', 'sources:', 'sources: [ ] # none yet\n', 'raters: {}\nsources: []\n'])(
  '%j gets its first source and loses it again',
  (empty) => {
    const one = after(empty, 'bay')
    expect(idsIn(one)).toEqual(['bay'])
    expect(parse(without(one, 'bay'))).toMatchObject({ sources: [] })
    expect(one.includes('# none yet')).toBe(empty.includes('# none yet'))
  },
)

test.each(['', 'outlets:\n  - id: a\n', 'sources: [{ id: a }]\n', 'sources:\n  a: { id: a }\n'])(
  '%j is no list of blocks, and is left alone',
  (text) => {
    expect(insertSource(text, 'bay', block('bay'))).toMatchObject({ kind: 'refused' })
    expect(removeSource(text, 'a')).toMatchObject({ kind: 'refused' })
  },
)

test('other keys may follow the list, and the last line may lack its break', () => {
  const text = 'sources:\n- id: a\n  name: A\n\nraters:\n  x: {}\n'
  expect(after(text, 'b')).toBe(
    text.replace('name: A\n', 'name: A\n\n- id: b\n  name: b news\n  feeds:\n    - https://b.example.org/feed\n'),
  )
  expect(idsIn(after('sources:\n  - id: a', 'b'))).toEqual(['a', 'b'])
})

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/)
const comment = fc.constantFrom('', '  # above\n', '\n  # floating\n\n', '    # of its keys\n', '# far left\n', '\n')
const catalogue = fc
  .record({
    ids: fc.uniqueArray(id, { minLength: 1, maxLength: 6 }),
    comments: fc.array(comment, { minLength: 6, maxLength: 6 }),
    gap: fc.constantFrom('', '\n'),
    tail: fc.constantFrom('', '\n', '\n# end\n', '\nraters: {}\n'),
    crlf: fc.boolean(),
  })
  .map(({ ids, comments, gap, tail, crlf }) => {
    const blocks = ids.toSorted().map((one, index) => `${comments[index]}${block(one)}`)
    const text = `# top\nsources:\n${blocks.join(gap)}${tail}`
    return { ids: ids.toSorted(), text: crlf ? text.replaceAll('\n', '\r\n') : text }
  })

test('whatever stands around it, a source goes in sorted, is whole, and comes out leaving every byte as it was', () => {
  fc.assert(
    fc.property(catalogue, id, ({ ids, text }, added) => {
      fc.pre(!ids.includes(added))
      const longer = after(text, added)
      expect(idsIn(longer)).toEqual([...ids, added].toSorted())
      expect(without(longer, added)).toBe(text)
      expect(parse(longer).sources.find((one: { id: string }) => one.id === added)).toEqual(parse(block(added))[0])
    }),
    { numRuns: 500 },
  )
})

test('entries are listed with their lines', () => {
  expect(listEntries(file)?.map(({ id: one, line }) => [one, line])).toEqual([
    ['albion', 6],
    ['delta', 15],
    ['fjord', 18],
  ])
})

test('many sources are put where each alone would be', () => {
  const ids = ['zulu', 'bay', 'aaa', 'cove', 'echo']
  const blocks = new Map(ids.map((id) => [id, block(id)]))
  const together = insertSources(file, blocks)
  const oneByOne = ids.reduce(after, file)
  expect(together).toMatchObject({ kind: 'edited', text: oneByOne })
  expect(insertSources('raters: {}\n', blocks)).toMatchObject({ kind: 'refused' })
})
