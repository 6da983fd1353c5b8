import { type Leaning, leaningLabels, leanings } from '../source/leaning.ts'
import type { Database } from '../store/database.ts'
import { publishedBundles } from '../store/reading.ts'
import { readStatus } from '../store/status.ts'
import { shortened } from './printable.ts'

const MOST_ROWS = 100
const HEADLINE_WIDTH = 64

/** The published stories as a table for a terminal, the ones with the newest articles first. */
export async function storyTable(db: Database): Promise<string> {
  const page = await publishedBundles(db, { limit: MOST_ROWS })
  const bundles = 'bundles' in page ? page.bundles : []
  const rows = bundles.map(({ document: { headline, coverage } }) => [
    shortened(headline.text, HEADLINE_WIDTH),
    String(coverage.articles),
    `${coverage.sources} (${coverage.independentSources} independent)`,
    presentLeanings(coverage.byLeaning),
    coverage.missing.map(({ side, because }) => `${side} (${because})`).join(', ') || '—',
  ])
  const { stories } = await readStatus(db)
  const rest = stories - bundles.length
  return [
    ...aligned([['headline', 'articles', 'sources', 'leanings present', 'side missing'], ...rows]),
    ...(rest > 0
      ? ['', `${rest} further ${rest === 1 ? 'story has' : 'stories have'} one source so far and no bundle.`]
      : []),
  ].join('\n')
}

const presentLeanings = (byLeaning: Partial<Record<Leaning, number>>) =>
  leanings
    .filter((leaning) => (byLeaning[leaning] ?? 0) > 0)
    .map((leaning) => leaningLabels[leaning].toLowerCase().replace(' leaning', ''))
    .join(', ')

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
