/**
 * How many items a feed brought in how many hours, both fading, so that two numbers stand for the whole history of polls.
 * Zero hours: nothing is known yet.
 */
export interface Rate {
  readonly items: number
  readonly hours: number
}

export const unknownRate: Rate = { items: 0, hours: 0 }

// Two days: a burst of news is felt within hours, a quiet weekend does not make a newspaper look dead, and a weekly feed
// settles at the longest wait between its issues.
const halfLifeHours = 48
const meanLifeHours = halfLifeHours / Math.LN2

/**
 * The rate after one more poll that reached the feed (a failed one observes nothing).
 * @param poll.hours since the last poll that reached it; null for the first, whose items had gathered before anyone looked.
 * @param poll.newItems items not known before; 0 for an unchanged feed.
 */
export function observe(
  rate: Rate,
  { hours, newItems }: { readonly hours: number | null; readonly newItems: number },
): Rate {
  if (hours === null || !(hours > 0)) return rate
  const kept = 2 ** (-hours / halfLifeHours)
  // The new hours fade while they pass, and their items, taken as spread over them, fade alike.
  const hoursSeen = meanLifeHours * (1 - kept)
  return { items: rate.items * kept + newItems * (hoursSeen / hours), hours: rate.hours * kept + hoursSeen }
}

/**
 * Minutes between two items, as seen and as assumed: half an item in half of the assumed time counts as seen beforehand. So an
 * hour of silence does not yet make a new feed a dead one, nor a busy first hour a wire.
 */
export function minutesPerItem({ items, hours }: Rate, assumedMinutes: number): number {
  return (hours * 60 + assumedMinutes / 2) / (items + 0.5)
}
