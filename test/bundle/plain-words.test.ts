import { expect, test } from 'vitest'
import { isPlain, plainWordsIn } from '../../src/bundle/plain-words.ts'
import { readStory } from '../../src/fact/readings.ts'
import { articleBy, storyOf } from '../fact/articles.ts'

function isPlainIn(...texts: string[]) {
  const readings = readStory(
    storyOf(texts.map((text, at) => articleBy(`Outlet ${at}`, 'center', { title: `${at}`, text }))),
    [],
  )
  const statement = readings[0]?.statements[0]
  const [word = ''] = texts[0]?.split(' ') ?? []
  return statement !== undefined && isPlain(word, statement, plainWordsIn(readings))
}

test('a word has no capital of its own where reports write it without, or where it is ordinary in news', () => {
  expect(isPlainIn('Ferries from Elma stayed in port on Tuesday.', 'Two ferries of Elma were hit.')).toBe(true)
  expect(isPlainIn('Spot rates for oil rose by a tenth on Tuesday.')).toBe(true)
})

test('an article and an adverb of German lose their capital, though a noun with one follows', () => {
  const german = (text: string) => {
    const [reading] = readStory(storyOf([{ ...articleBy('Outlet', 'center', { title: 'a', text }), lang: 'de' }]), [])
    const statement = reading?.statements[0]
    const [word = ''] = text.split(' ')
    return statement !== undefined && isPlain(word, statement, new Set(), { isGerman: true })
  }
  expect(german('Die Fähre nach Brenna liegt seit Dienstag im Hafen.')).toBe(true)
  expect(german('Drinnen stimmte der Rat am Dienstag für den Verkauf.')).toBe(true)
  expect(german('Fahrer von Lastwagen zahlen ab Juni mehr.')).toBe(false)
})

test('a name keeps its capital, even one that is also a word, and so does a day', () => {
  expect(isPlainIn('Corvina sailed on Tuesday.')).toBe(false)
  expect(isPlainIn('Price said on Tuesday that all is well.', 'The clerk told Ruth Price to pay the price.')).toBe(
    false,
  )
  expect(isPlainIn('Bill Hale sailed on Tuesday.', 'The bill was paid.')).toBe(false)
  expect(isPlainIn('Mondays are quiet in the port of Elma.', 'On mondays all sleep.')).toBe(false)
})
