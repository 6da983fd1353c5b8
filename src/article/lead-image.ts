import type { LeadImage } from './extracted.ts'
import { type Found, firstFound } from './found.ts'
import { type Head, metaContent } from './head.ts'
import { asList, isObject, type JsonObject } from './json-ld.ts'
import { plainLine, unescapeLine } from './plain-text.ts'
import { webAddress } from './web-address.ts'

const maxCaption = 500
const maxCredit = 200
const maxFigures = 20
const maxImages = 20
const creditElement =
  '[class*="credit" i], [class*="copyright" i], [class*="photographer" i], [class*="source" i], [itemprop~="copyrightHolder"], [itemprop~="author"], small, cite'
/** How a caption ends where it names the maker: "Photo: Jane Doe", "© Jane Doe", "(Jane Doe/Meridian via Getty Images)". */
const creditAtEnd =
  /(?:^|[\s.|(–—-])((?:(?:file |courtesy )?photo(?:graph)?(?:s|: | by )|picture: |image(?: credit)?: |credits?: |fotos?: |foto de |bild(?:er)?: |crédito: |crédit photo |quelle: |source: |kuva: |©|\(c\)|copyright ).{2,150}|[^.()]{2,80}\/[^.()]{2,40} via .{2,40})$/iu
const creditWord =
  /^(?:(?:file |courtesy )?photo(?:graph)?s?(?: by|:)|picture:|image(?: credit)?:|credits?:|fotos?(?::| de)|bild(?:er)?:|crédito:|crédit photo|quelle:|source:|kuva:|©|\(c\)|copyright)\s*/iu

/**
 * The picture that stands for the article. Its address is from JSON-LD, og:image, twitter:image, microdata or the
 * first figure; caption and credit are from JSON-LD or the figure that shows it.
 */
export function leadImageOf(head: Head): Found<LeadImage> | null {
  const declared = imageObjects(head)
  const address = firstFound(
    ['json-ld', () => firstAddress(head, declared.flatMap(addressesIn))],
    ['open-graph', () => firstAddress(head, [metaContent(head, 'og:image:secure_url', 'og:image', 'og:image:url')])],
    ['meta', () => firstAddress(head, [metaContent(head, 'twitter:image', 'twitter:image:src', 'thumbnail')])],
    ['microdata', () => firstAddress(head, [addressAt(head, '[itemprop~="image"]')])],
    ['html', () => firstAddress(head, [addressAt(head, 'article figure img, main figure img')])],
  )
  if (address === null) return null
  const said = declared.filter(isObject).map(declaredWords)
  const words = said.find(({ caption, credit }) => caption ?? credit) ?? figureWords(head.document, address.value)
  return { value: { url: address.value, ...words }, origin: address.origin }
}

function imageObjects(head: Head): unknown[] {
  const images = asList(head.article?.['image'] ?? head.article?.['thumbnailUrl'])
  return images.slice(0, maxImages).map((image) => {
    const isReference = isObject(image) && image['url'] === undefined && image['@id'] !== undefined
    return isReference
      ? (head.objects.find((other) => other !== image && other['@id'] === image['@id']) ?? image)
      : image
  })
}

function addressesIn(image: unknown): unknown[] {
  if (!isObject(image)) return [image]
  return [...asList(image['url']), ...asList(image['contentUrl']), ...asList(image['@id'])]
}

function firstAddress(head: Head, addresses: readonly unknown[]): string | null {
  for (const address of addresses) {
    const url = typeof address === 'string' && address !== '' ? webAddress(unescapeLine(address), head.url) : null
    if (url !== null) return url
  }
  return null
}

function addressAt({ document }: Head, selector: string): string | null {
  const element = document.querySelector(selector)
  return element?.getAttribute('src') ?? element?.getAttribute('content') ?? element?.getAttribute('href') ?? null
}

function declaredWords(image: JsonObject): Pick<LeadImage, 'caption' | 'credit'> {
  const holder = [image['copyrightHolder'], image['author'], image['creator']].find(isObject) ?? {}
  const credit = wordsOf(image, 'creditText', 'copyrightNotice') || wordsOf(holder, 'name')
  return bounded(wordsOf(image, 'caption', 'description'), credit)
}

function wordsOf(object: JsonObject, ...properties: readonly string[]): string {
  const words = properties
    .map((property) => object[property])
    .find((value) => typeof value === 'string' && value !== '')
  return typeof words === 'string' ? unescapeLine(words.slice(0, 2 * maxCaption).replace(/<[^<>]{0,200}>/g, ' ')) : ''
}

/** The words under the figure that shows the same file. */
function figureWords(document: Document, url: string): Pick<LeadImage, 'caption' | 'credit'> {
  const figures = [...document.querySelectorAll('figure')].slice(0, maxFigures)
  const shown = figures.find((figure) => shows(figure, fileOf(url)))
  const caption = shown?.querySelector('figcaption')
  if (!caption) return { caption: null, credit: null }
  const marked = plainLine(caption.querySelector(creditElement)?.textContent ?? '')
  const whole = plainLine(caption.textContent ?? '').slice(0, 2 * maxCaption)
  const credit = marked !== '' && marked.length <= maxCredit ? marked : (creditAtEnd.exec(whole)?.[1] ?? '')
  const at = credit === '' ? -1 : whole.lastIndexOf(credit)
  return bounded(at === -1 ? whole : whole.slice(0, at).replace(/[\s(|–—-]+$/u, ''), credit)
}

/** Short names such as "1.jpg" are many pictures'. */
function shows(figure: Element, file: string): boolean {
  const values = [...figure.querySelectorAll('img, source')].flatMap((image) => [...image.attributes])
  return file.length > 8 && values.some(({ value }) => value.includes(file))
}

const fileOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''

function bounded(caption: string, credit: string): Pick<LeadImage, 'caption' | 'credit'> {
  const bare = credit.replace(/^[\s(|]+/, '').replace(creditWord, '')
  const maker = (bare.includes('(') ? bare : bare.replace(/\)$/, '')).trim()
  return { caption: caption.slice(0, maxCaption) || null, credit: maker.slice(0, maxCredit) || null }
}
