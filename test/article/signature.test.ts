import { expect, test } from 'vitest'
import { type Signature, signatureOf } from '../../src/article/signature.ts'

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ')
const shared = (a: Signature, b: Signature) => a.filter((band) => b.includes(band)).length

test('a signature is 64 whole numbers of 32 bits, the same on every machine', () => {
  const signature = signatureOf(words(0, 60))
  expect(signature).toHaveLength(64)
  expect(signature.every((band) => band === (band | 0))).toBe(true)
  expect(signature.slice(0, 3)).toEqual([807451434, 1106147556, -262728783])
})

test('case, punctuation and paragraphs make no difference', () => {
  expect(signatureOf(`${words(0, 30).toUpperCase()},\n\n“x” ${words(30, 30)}!`)).toEqual(signatureOf(words(0, 60)))
})

test('an excerpt of a third shares bands with the whole, another report none', () => {
  const whole = signatureOf(words(0, 600))
  expect(shared(whole, signatureOf(words(200, 200)))).toBeGreaterThan(0)
  expect(shared(whole, signatureOf(words(5000, 600)))).toBe(0)
})

test('what two reports quote brings them no nearer', () => {
  const report = (from: number) => signatureOf(`${words(from, 100)} “${words(0, 400)}” ${words(from + 100, 100)}`)
  expect(shared(report(1000), report(2000))).toBe(0)
})

test('a text that is hardly more than a speech is known by the speech', () => {
  expect(shared(signatureOf(`“${words(0, 200)}”`), signatureOf(`She said: “${words(0, 200)}”`))).toBeGreaterThan(50)
})

test('scripts without spaces are read by characters', () => {
  const sentence = '港口工人周二投票接受了为期三年的工资协议结束了长达九天的罢工码头将于周三上午重新开放'
  const whole = signatureOf(`${sentence}。工会主席表示成员们对结果感到满意。`)
  expect(shared(whole, signatureOf(sentence))).toBeGreaterThan(0)
})

test.each(['', 'Four words, no more.', '“”', '、。'])('%j is too short for a signature', (text) => {
  expect(signatureOf(text)).toEqual([])
})
