const discussion = 'is of a discussion forum, not of an outlet: declare the feeds of the outlets that it links to'
const video = 'is of a video channel, which has no article to read: declare a feed of the outlet’s own site'
const social = 'is of a social network, not of an outlet: declare a feed of the outlet’s own site'
const search = 'holds search results from many outlets: declare a feed of each outlet itself'

const refusedHosts: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/(^|\.)(reddit\.com|lemmy\.world|news\.ycombinator\.com)$/, discussion],
  [
    /(^|\.)(youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|rumble\.com|odysee\.com|bitchute\.com|twitch\.tv)$/,
    video,
  ],
  [/(^|\.)(tiktok\.com|facebook\.com|instagram\.com|twitter\.com|x\.com|nitter\.net|t\.me)$/, social],
  [/^news\.google\.|(^|\.)(duckduckgo\.com|search\.yahoo\.com)$/, search],
]

// An outlet's own search is none of these: many sites render their sections by it.
const refusedPages = [/^(www\.)?google\.[a-z.]+\/alerts\//, /^([a-z-]+\.)?bing\.com\/.*search/]

/** Why an address is no feed of one outlet, with the way out, or undefined where nothing is said against it. */
export function refusalOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { hostname, pathname } = new URL(url)
  const byHost = refusedHosts.find(([pattern]) => pattern.test(hostname))
  if (byHost) return byHost[1]
  return refusedPages.some((pattern) => pattern.test(hostname + pathname)) ? search : undefined
}
