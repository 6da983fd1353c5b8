/** Where a feed's permanent redirects led in its last polls; stored with the feed. */
export interface RedirectSightings {
  readonly url: string | null
  /** Polls in a row that were led there. */
  readonly inRow: number
}

export const noSightings: RedirectSightings = { url: null, inRow: 0 }

/**
 * One poll that reached the feed (a body that parsed, or unchanged) → the sightings to store, and the address to adopt once
 * `adoptAfter` polls in a row were led to the same one by permanent redirects only. A failed poll neither counts nor breaks the row: don't call.
 * @param permanentUrl where redirects led if every one of them was permanent, else null.
 */
export function adoptRedirect(
  sightings: RedirectSightings,
  poll: { readonly feedUrl: string; readonly permanentUrl: string | null },
  adoptAfter = 3,
): { readonly sightings: RedirectSightings; readonly adopt: string | null } {
  const url = poll.permanentUrl
  if (url === null || !isAdoptable(poll.feedUrl, url)) return { sightings: noSightings, adopt: null }
  const inRow = sightings.url === url ? sightings.inRow + 1 : 1
  return inRow >= adoptAfter ? { sightings: noSightings, adopt: url } : { sightings: { url, inRow }, adopt: null }
}

function isAdoptable(feedUrl: string, url: string): boolean {
  if (!URL.canParse(feedUrl) || !URL.canParse(url)) return false
  const [from, to] = [new URL(feedUrl), new URL(url)]
  if (from.href === to.href) return false
  // Whoever sits on an unencrypted way could then write the feed for good; following once is bad enough.
  if (from.protocol === 'https:' && to.protocol === 'http:') return false
  // Sites send what they deleted to their front page. A query counts: WordPress serves feeds at /?feed=rss2.
  return !isHome(to) || isHome(from)
}

function isHome({ pathname, search }: URL): boolean {
  return search === '' && /^\/(?:(?:index|default|home)(?:\.\w{1,5})?\/?)?$/i.test(pathname)
}
