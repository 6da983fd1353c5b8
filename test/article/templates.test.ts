import { expect, test } from 'vitest'
import { articleOf, jsonLd, pageOf, paragraphs, prose, proseText } from './pages.ts'

const nav =
  '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
const consent =
  '<div id="onetrust-banner" class="cookie-banner"><p>We and our partners use cookies to personalise ads. Read our privacy policy for more about that.</p><button>Accept all</button></div>'
const newsletter =
  '<div class="newsletter-box"><h3>The Morning Tide</h3><p>Sign up for our newsletter and get the best of the harbour delivered to your inbox every morning.</p></div>'
const related =
  '<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Fishing fleet returns from the north after a record season</a></li><li><a href="/b">Ferry timetable changes again, and commuters are angry</a></li></ul></aside>'
const comments =
  '<section id="comments" class="comments"><h2>Comments (2)</h2><div class="comment"><p>Nobody asked us, as usual, and nobody ever will in this town.</p></div><div class="comment"><p>High time that somebody paid for those cranes, if you ask me.</p></div></section>'
const footer = '<footer><p>© 2026 The Harbour Post. All rights reserved.</p></footer>'
const [first, second, ...rest] = prose
const split = (between: string) =>
  `<p>${first}</p><p>${second}</p>${between}${rest.map((text) => `<p>${text}</p>`).join('')}`

const templates = {
  'article element with everything around it': `${consent}${nav}<main><article><h1>Harbour raises fees</h1>${split(newsletter)}${related}</article>${comments}</main>${footer}`,
  'divs of a content system': `<div id="page"><div class="menu">${nav}</div><div id="content"><div class="post"><h1>Harbour raises fees</h1><div class="entry-content">${split(related)}</div></div>${comments}</div><div id="sidebar">${newsletter}</div></div>${consent}`,
  'table layout': `<table><tr><td width="150"><a href="/">Home</a><br><a href="/world">World</a><br><a href="/sport">Sport</a></td><td><h1>Harbour raises fees</h1>${paragraphs}</td></tr></table>`,
  microdata: `${nav}<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Harbour raises fees</h1><div itemprop="articleBody">${paragraphs}</div></div>${newsletter}${comments}`,
  'line breaks instead of paragraphs': `${nav}<div class="story"><h1>Harbour raises fees</h1><div class="text">${prose.join('<br><br>')}</div></div>${footer}`,
  'one section for each paragraph': `${nav}<main><h1>Harbour raises fees</h1>${prose.map((text) => `<section class="block"><div><p>${text}</p></div></section>`).join('')}</main>${related}${consent}`,
}

test.each(Object.entries(templates))('%s: the text and nothing else', (_, body) => {
  const article = articleOf(pageOf('<title>Harbour raises fees</title>', body))
  expect(article.title).toBe('Harbour raises fees')
  expect(article.text).toBe(proseText)
})

test.each([
  ['a credit in brackets', '<p>A crane in the northern basin last winter. (Credit: Jane Doe)</p>'],
  ['agency and photographer', '<p>A crane in the northern basin last winter. Harbour Agency/Jane Doe</p>'],
  ['a figure', '<figure><img src="/a.jpg"><figcaption>A crane in the northern basin.</figcaption></figure>'],
  ['a photo by', '<p>A crane in the northern basin, which was closed in winter. Photo by Jane Doe</p>'],
  ['a pointer', '<p><strong>Read more:</strong> <a href="/x">Fishing fleet returns from the north</a></p>'],
  ['an advertisement’s label', '<p>Advertisement</p>'],
  ['a button bar', '<div class="social-share"><a href="#">Share</a> <a href="#">Tweet this</a></div>'],
  [
    'a box named for its cookies',
    '<div class="cookie-note"><p>We keep small files to remember what you like, so that we can show more of it.</p></div>',
  ],
  ['a time of reading', '<p>4 min read</p>'],
  ['a script', '<script>document.title = "x"</script><noscript>Please turn it on.</noscript>'],
  ['a line of request', '<p>Subscribe to our channel and never miss the news of the harbour.</p>'],
])('%s between paragraphs is left out', (_, between) => {
  const page = pageOf(
    '<title>Harbour raises fees</title>',
    `<article><h1>Harbour raises fees</h1>${split(between)}</article>`,
  )
  expect(articleOf(page).text).toBe(proseText)
})

test('sentences about newsletters, cookies and subscribers stay where they are the news', () => {
  const news =
    'The regulator told the three largest publishers on Monday that their cookie dialogs break the law, that a newsletter which readers must subscribe to before they may read is no free choice, and that the privacy policy of one of them was so long that it took four hours to read in full.'
  expect(
    articleOf(pageOf('<title>Rules</title>', `<article><h1>Rules</h1>${split(`<p>${news}</p>`)}</article>`)).text,
  ).toContain(news)
})

test('the body that JSON-LD declares is taken where the page shows little of it', () => {
  const declared = jsonLd({ '@type': 'NewsArticle', headline: 'Harbour raises fees', articleBody: proseText })
  expect(articleOf(pageOf(declared, `<h1>Harbour raises fees</h1><p>${first}</p>`)).text).toBe(proseText)
})

test('markup, entities and inline elements become plain words', () => {
  const inline =
    '<p>The <b>chair&shy;man</b> of&nbsp;Smith &amp; Sons said &lt;nothing&gt; on <a href="/t">Tue</a>sday evening, ten<br>minutes late.</p>'
  const { text } = articleOf(pageOf('<title>T</title>', `<article><h1>T</h1>${split(inline)}</article>`))
  expect(text).toContain('The chairman of Smith & Sons said <nothing> on Tuesday evening, ten minutes late.')
})

test('a page without html, head and body reads like one with them', () => {
  expect(articleOf(`<title>Harbour raises fees</title><h1>Harbour raises fees</h1>${paragraphs}`).text).toBe(proseText)
})
