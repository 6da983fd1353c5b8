/** One example: its features, which of the classes it is, and what it counts. */
export interface Example {
  readonly features: readonly number[]
  readonly of: number
  readonly weight: number
}

/** Features → chances of the classes, which sum to one. */
export type SideModel = (features: readonly number[]) => number[]

const steps = 400
const clipsAt = 2.5
const leastSpread = 1e-6

/**
 * Multinomial logistic regression on standardised features, with a ridge of `ridge` on the weights; every class counts alike,
 * however many examples it has. Fitted by descent with a fixed number of steps: the same examples give the same model.
 */
export function fitSides(examples: readonly Example[], classes: number, ridge: number): SideModel {
  const weights = balanced(examples, classes)
  const scale = scaleOf(examples)
  const rows = examples.map(({ features }) => scale(features))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const width = (rows[0]?.length ?? 0) + 1
  const betas = Array.from({ length: classes }, () => new Float64Array(width))
  // No step overshoots: the curvature is at most half of the mean squared length of the rows, beside the ridge's.
  const lengths = rows.map((row, at) => (weights[at] ?? 0) * row.reduce((sum, value) => sum + value ** 2, 1))
  const curvature = (0.5 * lengths.reduce((sum, length) => sum + length, 0) + ridge) / Math.max(total, leastSpread)
  const rate = 1 / curvature
  for (let step = 0; step < steps; step++) {
    const slopes = betas.map((beta) => beta.map((value, at) => (at === 0 ? 0 : (ridge * value) / total)))
    for (const [at, row] of rows.entries())
      addSlopes(slopes, betas, { row, of: examples[at]?.of, weight: (weights[at] ?? 0) / total })
    for (const [at, beta] of betas.entries())
      beta.forEach((value, term) => {
        beta[term] = value - rate * (slopes[at]?.[term] ?? 0)
      })
  }
  return (features) => chances(betas, scale(features))
}

interface Row {
  readonly row: readonly number[]
  readonly of: number | undefined
  readonly weight: number
}

function addSlopes(slopes: readonly Float64Array[], betas: readonly Float64Array[], { row, of, weight }: Row): void {
  for (const [at, chance] of chances(betas, row).entries()) {
    const slope = slopes[at]
    if (slope === undefined) continue
    const error = weight * (chance - (at === of ? 1 : 0))
    slope[0] = (slope[0] ?? 0) + error
    for (const [term, value] of row.entries()) slope[term + 1] = (slope[term + 1] ?? 0) + error * value
  }
}

function chances(betas: readonly Float64Array[], row: readonly number[]): number[] {
  const scores = betas.map((beta) => row.reduce((sum, value, at) => sum + value * (beta[at + 1] ?? 0), beta[0] ?? 0))
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / all)
}

/** The weights of the examples, such that every class weighs the same and all weigh as much as they did. */
function balanced(examples: readonly Example[], classes: number): number[] {
  const sums = new Array<number>(classes).fill(0)
  for (const { of, weight } of examples) sums[of] = (sums[of] ?? 0) + weight
  const total = sums.reduce((sum, one) => sum + one, 0)
  return examples.map(({ of, weight }) => (weight * total) / (classes * (sums[of] || 1)))
}

/** To mean 0 and spread 1 over the examples, and not further out than `clipsAt`: no single outlet is to rule its side. */
function scaleOf(examples: readonly Example[]): (features: readonly number[]) => number[] {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0) || 1
  const over = (value: (features: readonly number[]) => number) =>
    examples.reduce((sum, { features, weight }) => sum + weight * value(features), 0) / total
  const width = examples[0]?.features.length ?? 0
  const columns = Array.from({ length: width }, (_, at) => {
    const mean = over((features) => features[at] ?? 0)
    const spread = Math.sqrt(over((features) => ((features[at] ?? 0) - mean) ** 2)) + leastSpread
    return { mean, spread }
  })
  return (features) =>
    columns.map(({ mean, spread }, at) => Math.max(-clipsAt, Math.min(clipsAt, ((features[at] ?? 0) - mean) / spread)))
}
