import type { PublishedBundle } from '../../src/api/reading.ts'
import { type BundleDocument, bundleDocumentSchema, type Claim } from '../../src/bundle/document.ts'
import type { Leaning } from '../../src/source/leaning.ts'

const quoted = (text: string, article: string, quote = text): Claim => ({
  text,
  basis: 'quoted',
  evidence: [{ article, quote }],
})

function article(id: string, source: string, leaning: Leaning, title: string, independenceGroup: number) {
  const publishedAt = `2026-03-10T1${id}:05:00Z`
  return { id, source, leaning, title, url: `https://news${id}.example/${id}`, publishedAt, independenceGroup }
}

/** A bundle document as a writer would leave it, checked against its schema. */
export const levyDocument: BundleDocument = bundleDocumentSchema.parse({
  story: '7',
  section: 'Global & US Headlines',
  headline: quoted('UK lawmakers approve gas bill levy to fund 1.4 million heat pumps', '1'),
  lede: {
    text: 'The House of Commons passed the Warm Homes Levy Bill by 318 votes to 291, clearing the way for a charge of £9 a month on household gas bills from October 2026.',
    basis: 'quoted',
    evidence: [
      { article: '1', quote: 'passed the Warm Homes Levy Bill by 318 votes to 291' },
      { article: '4', quote: 'a charge of £9 a month on household gas bills' },
    ],
  },
  facts: [
    quoted('Seventeen members of the governing party voted with the opposition.', '1'),
    {
      text: 'Some 2.3 million low-income households will be exempt.',
      basis: 'quoted',
      evidence: [
        { article: '1', quote: 'Some 2.3 million low-income households will be exempt' },
        { article: '2', quote: 'the 2.3 million poorest households pay nothing' },
        { article: '5', quote: 'exempts 2.3 million households' },
      ],
    },
    quoted('The bill goes to the House of Lords, where a second reading is scheduled for March 24.', '4'),
  ],
  context: [
    quoted(
      'The levy is to pay for the installation of 1.4 million heat pumps by 2031, with grants of up to £8,500 per home.',
      '1',
    ),
    quoted('The Fenwick Institute, a think tank, put the cost at £1,150 per household over ten years.', '5'),
    {
      text: 'The House of Lords can delay a bill of this kind but seldom rejects it.',
      basis: 'background',
      evidence: [],
    },
  ],
  grouping: {
    text: 'Grouped by the leaning and kind of the outlets: of four possible ways, this one explains best what the articles differ in.',
    basis: 'computed',
    rule: 'grouping(leaning; kind)',
    evidence: ['1', '2', '3', '4', '5'].map((article) => ({ article })),
  },
  perspectives: [
    {
      label: 'Left-leaning media',
      reason: 'Sources rated left or lean left',
      members: ['2', '3'],
      owners: 2,
      framing: [
        quoted(
          'Ministers call it the last winter of dependence on imported gas, and campaigners want the grants paid sooner.',
          '2',
        ),
        quoted('Tenants, they warn, will pay for a machine that only a landlord can order.', '3'),
      ],
      blindSpot: [
        {
          text: 'None of these articles gives the cost of £1,150 per household that others report.',
          basis: 'computed',
          rule: 'figure-absent',
          evidence: [{ article: '2' }, { article: '3' }],
        },
      ],
      quotations: [quoted('This is the last generation of homes that will be hostage to the price of gas.', '2')],
    },
    {
      label: 'Right-leaning media',
      reason: 'Sources rated right or lean right',
      members: ['5'],
      owners: 1,
      framing: [
        quoted('The vote is told as a tax on warmth that falls on people who will never own a heat pump.', '5'),
      ],
      blindSpot: [
        {
          text: 'The saving of £640 a year from 2032 that others report is not mentioned.',
          basis: 'computed',
          rule: 'figure-absent',
          evidence: [{ article: '5' }],
        },
      ],
      quotations: [quoted('Nine pounds a month is a tax on being cold.', '5')],
    },
    {
      label: 'International broadcasters',
      reason: 'Broadcasters with international reach',
      members: ['4'],
      owners: 1,
      framing: [
        quoted(
          'The vote is explained to listeners abroad as a test of how far voters will pay for the end of gas heating.',
          '4',
        ),
      ],
      blindSpot: [],
      quotations: [],
    },
  ],
  coverage: {
    articles: 6,
    sources: 6,
    independentSources: 5,
    byLeaning: { left: 1, 'lean-left': 1, center: 2, 'lean-right': 1, right: 0, unknown: 1 },
    missing: [{ side: 'right', because: 'feeds-down' }],
  },
  goDeeper: [{ label: 'The bill and its passage, House of Commons', url: 'https://bills.example/warm-homes-levy' }],
  articles: [
    article('1', 'Meridian Wire', 'center', 'UK lawmakers approve gas bill levy to fund 1.4 million heat pumps', 0),
    article('2', 'The Northern Lantern', 'lean-left', 'Heat pump levy passes after a day of revolt', 1),
    article('3', 'Common Cause Weekly', 'left', 'Who pays for the warm homes?', 2),
    article('4', 'Atlas World Service', 'center', 'Britain votes to put the cost of heat pumps on gas bills', 3),
    article('5', 'The Albion Courier', 'lean-right', '“A tax on being cold”: the £9 levy clears the Commons', 4),
    article('6', 'City Ticker', 'unknown', 'UK lawmakers approve gas bill levy', 0),
  ],
  dropped: { 'number-not-in-evidence': 1 },
  firstPublishedAt: '2026-03-10T11:05:00Z',
  lastPublishedAt: '2026-03-10T16:05:00Z',
})

export function published(id: string, day: string, document: BundleDocument = levyDocument): PublishedBundle {
  const publishedAt = new Date(`${day}T17:00:00Z`)
  return { id, version: 3, publishedAt, updatedAt: new Date(`${day}T18:30:00Z`), document }
}

/** The same document under another headline and section. */
export function retold(headline: string, section: string): BundleDocument {
  return { ...levyDocument, section, headline: quoted(headline, '1') }
}
