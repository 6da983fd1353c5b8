import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFeedDate } from '../../src/feed/date.ts'

const read = (written: string) => parseFeedDate(written)?.toISOString() ?? null

test.each([
  ['Tue, 10 Mar 2026 07:40:00 GMT', '2026-03-10T07:40:00.000Z'],
  ['Tue, 10 Mar 2026 07:40:00 +0530', '2026-03-10T02:10:00.000Z'],
  ['Tue, 10 Mar 2026 07:40:00 EDT', '2026-03-10T11:40:00.000Z'],
  ['Tue, 10 Mar 2026 07:40:00 MESZ', '2026-03-10T05:40:00.000Z'],
  ['Tue, 10 Mar 2026 07:40:00 -0500 (EST)', '2026-03-10T12:40:00.000Z'],
  ['Tue, 10 Mar 2026 07:40:00 GMT+2', '2026-03-10T05:40:00.000Z'],
  ['Tue, 10 Mar 2026 07:40:00 UTC+05:30', '2026-03-10T02:10:00.000Z'],
  ['10 Mar 26 0740 Z', '2026-03-10T07:40:00.000Z'],
  ['Tuesday, 10-Mar-26 07:40:00 UTC', '2026-03-10T07:40:00.000Z'],
  ['Tue,  10 March 2026,\n 07:40', '2026-03-10T07:40:00.000Z'],
  ['March 10, 2026 7:40 pm EST', '2026-03-11T00:40:00.000Z'],
  ['Tuesday, March 10th, 2026 at 12:05 a.m.', '2026-03-10T00:05:00.000Z'],
  ['Tue Mar 10 07:40:00 PST 2026', '2026-03-10T15:40:00.000Z'],
  ['10. März 2026, 07:40', '2026-03-10T07:40:00.000Z'],
  ['mar., 10 août 2026 07:40 CEST', '2026-08-10T05:40:00.000Z'],
  ['2026-03-10T07:40:00Z', '2026-03-10T07:40:00.000Z'],
  ['2026-03-10T07:40:00.123456+01:00', '2026-03-10T06:40:00.000Z'],
  ['2026-03-10T07:40+01', '2026-03-10T06:40:00.000Z'],
  ['2026-03-10 07:40:00 EST', '2026-03-10T12:40:00.000Z'],
  ['2026-03-10T07:40:00', '2026-03-10T07:40:00.000Z'],
  ['2026-03-10', '2026-03-10T00:00:00.000Z'],
  ['2026/03/10 07:40', '2026-03-10T07:40:00.000Z'],
  ['20260310T074000Z', '2026-03-10T07:40:00.000Z'],
  ['20260310', '2026-03-10T00:00:00.000Z'],
  ['2026-069T07:40:00Z', '2026-03-10T07:40:00.000Z'],
  ['25/12/2026 07:40', '2026-12-25T07:40:00.000Z'],
  ['12/25/2026', '2026-12-25T00:00:00.000Z'],
  ['1773128400', '2026-03-10T07:40:00.000Z'],
  ['２０２６-０３-１０', '2026-03-10T00:00:00.000Z'],
  ['10 Mar 98 00:00 GMT', '1998-03-10T00:00:00.000Z'],
  ['Tue, 10 Mar 2026 24:00:00 GMT', '2026-03-11T00:00:00.000Z'],
])('%s', (written, expected) => {
  expect(read(written)).toBe(expected)
})

test.each([
  '',
  'soon',
  '01/09/2026',
  '2026',
  '2026-03',
  '2026-02-30',
  '31 Apr 2026 10:00 GMT',
  '2026-13-01',
  '2026-03-10T25:00:00Z',
  '2026-03-10T07:61:00Z',
  'Tue, 10 Mar 2026 07:40:00 XYZ',
  'Tue, 10 Mar 2026 07:40:00 +9900',
  '0001-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '9999-12-31',
  '10 Foo 2026',
  `${' '.repeat(99)}2026-03-10`,
])('null: %s', (written) => {
  expect(read(written)).toBeNull()
})

test('reads back what it is given in ISO and in RFC 822, whatever the zone of the machine', () => {
  const moments = fc.date({ min: new Date('1990-01-02'), max: new Date('2099-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, (moment) => {
      const seconds = new Date(Math.floor(moment.getTime() / 1000) * 1000).toISOString()
      expect(read(seconds)).toBe(seconds)
      expect(read(new Date(seconds).toUTCString())).toBe(seconds)
    }),
  )
})

test('never throws and stays within its window', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: -5, max: 99 }), (text, number) => {
      const date = parseFeedDate(`${text}${number}`)
      expect(date === null || (date.getUTCFullYear() >= 1990 && date.getUTCFullYear() < 2100)).toBe(true)
    }),
  )
})
