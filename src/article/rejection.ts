import { challengeOf } from '../feed/challenge.ts'
import type { Rejection } from './extracted.ts'
import { type Head, metaContent } from './head.ts'
import { isObject, typesOf } from './json-ld.ts'
import { plainLine, wordCount } from './plain-text.ts'

const fewestWords = 40
/** Above this a page that is said to be paid for has evidently given its text. */
const teaserWords = 150
const paywallBox =
  '[class*="paywall" i], [id*="paywall" i], [class*="regwall" i], [data-paywall], [class*="piano-offer" i]'
const paywallWords =
  /subscribe (?:now )?to (?:continue|read|keep reading)|to continue reading|continue reading (?:this article )?with|already (?:a subscriber|subscribed)|this (?:article|content) is (?:for|only available to|reserved for) (?:subscribers|members)|subscribers? only|weiterlesen mit|jetzt weiterlesen|nur für abonnenten|réservé aux abonnés|para suscriptores|per gli abbonati|alleen voor abonnees|for abonnenter|dla subskrybentów/i
const consentCues = [
  /cookie/i,
  /consent|einwillig|zustimm|consenti|consens|toestemming|samtyck|samtykke/i,
  /privacy|datenschutz|confidentialité|privacidad|personvern/i,
  /\bpartners?\b|partnern|partenaires|vendors|third part/i,
  /accept all|alle akzeptieren|tout accepter|aceptar todo|reject all|alle ablehnen|manage (?:options|preferences|settings)/i,
  /personali[sz]ed ads|personalisierte|publicité personnalisée|legitimate interest|berechtigte[sn]? interesse/i,
]
const listType = /^(CollectionPage|SearchResultsPage|ProfilePage|ItemList|ContactPage|AboutPage|FAQPage|QAPage)$/

const mediaType = /^(VideoObject|ImageGallery|MediaGallery|AudioObject|PodcastEpisode|RadioEpisode|TVEpisode)$/

/** What a verdict needs of the page, gathered before its DOM is taken apart. */
export interface Surroundings {
  readonly saysPaid: boolean
  readonly showsPaywall: boolean
  readonly isArticle: boolean
  readonly isList: boolean
  /** The page itself is a video, a gallery or a recording. */
  readonly isMedia: boolean
  /** The beginning of all that stands on the page. */
  readonly pageText: string
}

export function surroundingsOf(head: Head): Surroundings {
  const body = head.document.body
  const pageText = plainLine((body.textContent ?? '').slice(0, 200_000)).slice(0, 20_000)
  return {
    saysPaid: head.objects.some((object) => object === head.article && isPaid(object)),
    showsPaywall: body.querySelector(paywallBox) !== null || paywallWords.test(pageText),
    isArticle: head.article !== null || metaContent(head, 'og:type') === 'article',
    isList: hasType(head, listType) || linkShare(body) > 0.6,
    isMedia: /^(video|music)\b/.test(metaContent(head, 'og:type') ?? '') || hasType(head, mediaType),
    pageText,
  }
}

/** Why this page is no article to keep, or null. */
export function rejectionOf(title: string, text: string, around: Surroundings): Rejection | null {
  const words = wordCount(text)
  if (isConsentWall(text, words, around)) return 'consent-wall'
  if (words < teaserWords && (around.saysPaid || (around.showsPaywall && words < teaserWords / 2))) return 'paywalled'
  const isOther = !around.isArticle && (around.isList || around.isMedia)
  if (title === '' || (isOther && words < teaserWords)) return 'not-an-article'
  return words < fewestWords ? 'too-short' : null
}

const challengeReach = 20_000

/**
 * Whether a page in which no article was found is the wall of a bot protection that answers with 200. One that wants a script to run
 * is a page of an outlet like any other.
 */
export function isBlocked(reason: Rejection, html: string, around: Surroundings): boolean {
  const isBare = !around.isArticle && wordCount(around.pageText) < teaserWords
  if (!isBare || (reason !== 'too-short' && reason !== 'not-an-article')) return false
  const challenge = challengeOf(429, {}, html.slice(0, challengeReach))
  return challenge !== null && challenge !== 'javascript'
}

/** An article has a consent box beside it; a wall has nothing but consent. */
function isConsentWall(text: string, words: number, around: Surroundings): boolean {
  if (words >= 2 * teaserWords) return false
  const cues = (said: string) => consentCues.filter((cue) => cue.test(said)).length
  return words < fewestWords ? !around.isArticle && cues(around.pageText) >= 3 : cues(text) >= 4
}

function isPaid(object: { readonly [key: string]: unknown }): boolean {
  const free = object['isAccessibleForFree']
  if (free !== undefined) return /^false$/i.test(String(free))
  return [object['hasPart']]
    .flat()
    .some((part) => isObject(part) && /^false$/i.test(String(part['isAccessibleForFree'])))
}

function hasType(head: Head, wanted: RegExp): boolean {
  return head.objects.some((object) => typesOf(object).some((type) => wanted.test(type)))
}

function linkShare(body: Element): number {
  const linked = [...body.querySelectorAll('a')].reduce((sum, link) => sum + (link.textContent?.length ?? 0), 0)
  return linked / Math.max(1, body.textContent?.length ?? 0)
}
