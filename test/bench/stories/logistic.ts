/** Rows of numbers, one after the other in `values`, each `width` long; `labels` 0 or 1; `weights` how much each row counts. */
export interface Table {
  readonly width: number
  readonly values: Float32Array
  readonly labels: Uint8Array
  readonly weights: Float32Array
}

export interface Logistic {
  readonly bias: number
  readonly weights: readonly number[]
}

const steps = 12

/**
 * Logistic regression with an L2 penalty on weights of standardised columns, by Newton's method (iteratively reweighted least
 * squares). Deterministic.
 */
export function fitLogistic({ width, values, labels, weights }: Table, penalty = 1): Logistic {
  const { means, spreads } = standard(width, values, weights)
  const size = width + 1
  let beta = new Float64Array(size)
  const row = new Float64Array(size)
  row[width] = 1
  for (let step = 0; step < steps; step += 1) {
    const gradient = new Float64Array(size)
    const hessian = new Float64Array(size * size)
    for (let at = 0; at < labels.length; at += 1) {
      let odds = beta[width] ?? 0
      for (let column = 0; column < width; column += 1) {
        const value = ((values[at * width + column] ?? 0) - (means[column] ?? 0)) / (spreads[column] ?? 1)
        row[column] = value
        odds += value * (beta[column] ?? 0)
      }
      const chance = 1 / (1 + Math.exp(-odds))
      const weight = weights[at] ?? 1
      const error = weight * ((labels[at] ?? 0) - chance)
      const curvature = weight * Math.max(chance * (1 - chance), 1e-6)
      for (let i = 0; i < size; i += 1) {
        const value = row[i] ?? 0
        gradient[i] = (gradient[i] ?? 0) + error * value
        const scaled = curvature * value
        for (let j = 0; j <= i; j += 1) hessian[i * size + j] = (hessian[i * size + j] ?? 0) + scaled * (row[j] ?? 0)
      }
    }
    for (let i = 0; i < width; i += 1) {
      gradient[i] = (gradient[i] ?? 0) - penalty * (beta[i] ?? 0)
      hessian[i * size + i] = (hessian[i * size + i] ?? 0) + penalty
    }
    const change = solved(hessian, gradient, size)
    beta = beta.map((value, at) => value + (change[at] ?? 0))
    if (Math.max(...change.map(Math.abs)) < 1e-6) break
  }
  const plain = Array.from({ length: width }, (_, at) => (beta[at] ?? 0) / (spreads[at] ?? 1))
  const bias = plain.reduce((sum, weight, at) => sum - weight * (means[at] ?? 0), beta[width] ?? 0)
  return { bias, weights: plain }
}

function standard(width: number, values: Float32Array, weights: Float32Array) {
  const means = new Float64Array(width)
  const squares = new Float64Array(width)
  let total = 0
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0
    total += weight
    for (let column = 0; column < width; column += 1) {
      const value = values[at * width + column] ?? 0
      means[column] = (means[column] ?? 0) + weight * value
      squares[column] = (squares[column] ?? 0) + weight * value * value
    }
  }
  const spreads = means.map((sum, column) => {
    const mean = sum / total
    return Math.sqrt(Math.max((squares[column] ?? 0) / total - mean * mean, 0)) || 1
  })
  return { means: means.map((sum) => sum / total), spreads }
}

/** Solves a symmetric positive system whose lower half is given, by Cholesky. */
function solved(lower: Float64Array, right: Float64Array, size: number): Float64Array {
  const l = lower.slice()
  const at = (i: number, j: number) => l[i * size + j] ?? 0
  for (let j = 0; j < size; j += 1) {
    for (let i = j; i < size; i += 1) {
      let sum = at(i, j)
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k)
      l[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j)
    }
  }
  const x = right.slice()
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] ?? 0) - at(i, k) * (x[k] ?? 0)
    x[i] = (x[i] ?? 0) / at(i, i)
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) x[i] = (x[i] ?? 0) - at(k, i) * (x[k] ?? 0)
    x[i] = (x[i] ?? 0) / at(i, i)
  }
  return x
}
