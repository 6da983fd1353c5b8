import { offers } from './phrases.ts'

const never = 'script, style, template, [role="dialog"], [role="alertdialog"], [aria-modal="true"]'
const boxes = 'div, section, aside, ul, ol, p, span, header, footer, table'
// Consent tools call their boxes by their product's name, on whatever site they stand.
const products = /onetrust|didomi|truste|usercentrics|sp_message|cookie|consent|gdpr|ccpa/i
const names =
  /newsletter|author-?(?:bio|box|info|card)|byline|(?:^|[\s_-])(?:(?:video|media|player)-?(?:title|description|info|caption|meta|text|headline)|info-?box|fact-?box|fakta|faktaboks)/i
const wholeNames =
  /(?:^|[\s_-])(?:share|sharing|social|[a-z]{0,20}caption|(?:image|photo)-?(?:credit|source|copyright)s?|copyright|credits?|bildunterschrift|legende?|adverts?|advertisement|ads?|sponsored|promos?|tags?|tag-?list|breadcrumbs?|pagination|toolbar|timestamp|dateline|(?:pub-?)?date|bio|comments?|kommentare?|disqus|forum)(?:$|[\s_-])/i

/**
 * Takes out what Readability tends to leave in: dialogs, and boxes named for consent, newsletters, bylines, captions, advertisements,
 * comments and the like.
 * A box with a fifth of the page's text stays, whatever it is called: some outlets name the whole page after its dialog.
 */
export function removeClutter(document: Document): void {
  for (const element of [...document.querySelectorAll(never)]) element.remove()
  const limit = (document.body.textContent?.length ?? 0) / 5
  for (const element of [...document.querySelectorAll(boxes)]) {
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    if (isClutter(name) && (element.textContent?.length ?? 0) < limit) element.remove()
  }
  for (const list of [...document.querySelectorAll('ul, ol')]) if (isOffer(list.textContent ?? '')) list.remove()
}

/** A list of what an account or a subscription brings. */
const isOffer = (text: string) => text.length < 1500 && offers.filter((offer) => offer.test(text)).length >= 2

const isClutter = (name: string) => products.test(name) || names.test(name) || wholeNames.test(name)
