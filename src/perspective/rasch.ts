const rounds = 12
/** A report that has everything or nothing would run away. */
const farthest = 4

/**
 * Chance that each trait (row) stands in each report (column), so that rows and columns have as many as they have: how common a trait is
 * and how much a report carries, and nothing else (Rasch 1960; by alternating Newton steps).
 */
export function raschRates(rows: readonly (readonly boolean[])[]): readonly (readonly number[])[] {
  const columns = rows[0]?.length ?? 0
  const traits = rows.map(() => 0)
  const reports = Array.from({ length: columns }, () => 0)
  const ofTrait = rows.map((row) => row.filter(Boolean).length)
  const ofReport = reports.map((_, at) => rows.filter((row) => row[at]).length)
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, count] of ofTrait.entries()) traits[at] = nearer(traits[at] ?? 0, count, reports)
    for (const [at, count] of ofReport.entries()) reports[at] = nearer(reports[at] ?? 0, count, traits)
  }
  return traits.map((trait) => reports.map((report) => chance(trait + report)))
}

/** One step towards the value at which as many are expected as there are. */
function nearer(value: number, count: number, others: readonly number[]): number {
  const rates = others.map((other) => chance(value + other))
  const expected = rates.reduce((total, rate) => total + rate, 0)
  const slope = rates.reduce((total, rate) => total + rate * (1 - rate), 0)
  const next = value + bounded((count - expected) / Math.max(slope, 1e-6), 1)
  return bounded(next, farthest)
}

const bounded = (value: number, most: number) => Math.max(-most, Math.min(most, value))
const chance = (logit: number) => 1 / (1 + Math.exp(-logit))
