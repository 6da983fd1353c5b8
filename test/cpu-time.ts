/** What `work` gives, and the milliseconds of processor time that it took: a clock would count the others' time, too. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; cpuMs: number }> {
  const before = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return { value, cpuMs: (user + system) / 1000 }
}

/**
 * How many times more processor time `work` takes on four times the size: about 4 where time grows with the size, about 16
 * where it grows with its square. Best of three, since now and then the collector's time is counted in.
 */
export async function growthOnFourfold(work: (size: number) => unknown, size: number): Promise<number> {
  await work(size)
  // Below some milliseconds the figures are noise, and so would be their quotient.
  const leastCounted = 5
  return (await leastCpuMs(() => work(4 * size))) / Math.max(leastCounted, await leastCpuMs(() => work(size)))
}

async function leastCpuMs(work: () => unknown): Promise<number> {
  const runs = [await timed(work), await timed(work), await timed(work)]
  return Math.min(...runs.map(({ cpuMs }) => cpuMs))
}
