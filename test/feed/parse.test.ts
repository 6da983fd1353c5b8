import { expect, test } from 'vitest'
import { feedOf, onlyItem, parseText, rss } from './feed-text.ts'

test('RSS 2.0 with Dublin Core, content and a ttl', async () => {
  const feed = await feedOf(`<?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>Harbour &amp; Sea</title><link>https://harbour.example/</link><language>en_GB</language><ttl>45</ttl>
    <item><title>Crane &amp;amp; quay</title><link>/2026/crane</link><guid isPermaLink="false">h-1</guid>
      <pubDate>Tue, 10 Mar 2026 07:40:00 EST</pubDate><dc:creator>Ada Quill</dc:creator>
      <description>&lt;p&gt;A new crane &lt;b&gt;lifts&lt;/b&gt; 40&amp;nbsp;tonnes.&lt;/p&gt;</description></item>
    <item><title>Second</title><guid>https://harbour.example/2</guid><content:encoded><![CDATA[<p>Only<br>content</p>]]></content:encoded></item>
    </channel></rss>`)
  expect(feed).toMatchObject({
    kind: 'feed',
    title: 'Harbour & Sea',
    language: 'en-GB',
    hints: { ttlMinutes: 45, skipHours: [], skipDays: [] },
    items: [
      {
        key: 'h-1',
        title: 'Crane & quay',
        url: 'https://harbour.example/2026/crane',
        publishedAt: new Date('2026-03-10T12:40:00Z'),
        dateState: 'stated',
        updatedAt: null,
        author: 'Ada Quill',
        summary: 'A new crane lifts 40 tonnes.',
        content: null,
      },
      {
        key: 'https://harbour.example/2',
        title: 'Second',
        url: 'https://harbour.example/2',
        publishedAt: null,
        dateState: 'absent',
        updatedAt: null,
        author: null,
        summary: 'Only content',
        content: null,
      },
    ],
  })
})

test('RSS 1.0 (RDF) under prefixes of its own, with an update period', async () => {
  const feed =
    await feedOf(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
    <channel r:about="u"><title>Reform</title><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
    <item r:about="https://reform.example/1"><title>One</title><link>https://reform.example/1</link>
    <d:date>2026-03-10T07:40+01:00</d:date><d:creator>Bo Reed</d:creator></item></r:RDF>`)
  expect(feed.title).toBe('Reform')
  expect(feed.hints).toEqual({ ttlMinutes: 360, skipHours: [], skipDays: [] })
  expect(feed.items).toEqual([
    {
      key: 'https://reform.example/1',
      title: 'One',
      url: 'https://reform.example/1',
      publishedAt: new Date('2026-03-10T06:40:00Z'),
      dateState: 'stated',
      updatedAt: null,
      author: 'Bo Reed',
      summary: null,
      content: null,
    },
  ])
})

test('RSS 0.91 without a version and with items beside the channel', async () => {
  const feed = await feedOf(
    '<rss><channel><title>Old</title></channel><item><title>A</title><link>https://o.example/a</link></item></rss>',
  )
  expect(feed.items.map((item) => [item.title, item.url])).toEqual([['A', 'https://o.example/a']])
})

test('Atom 1.0: the alternate link, text as it is meant, bases within bases', async () => {
  const feed =
    await feedOf(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://atlas.example/news/">
    <title type="html">Atlas &amp;lt;World&gt;</title>
    <entry xml:base="europe/"><id>urn:x:1</id><title>Use of &lt;b&gt; grows</title>
      <link rel="self" href="self.xml"/><link rel="enclosure" href="a.mp3"/><link href="quake.html"/>
      <author><name>Cy Dane</name></author><updated>2026-03-11T00:00:00Z</updated><published>2026-03-10T07:40:00</published>
      <summary type="html">&lt;script&gt;no()&lt;/script&gt;Yes</summary></entry></feed>`)
  expect(feed.title).toBe('Atlas <World>')
  expect(feed.language).toBe('de')
  expect(feed.items[0]).toEqual({
    key: 'urn:x:1',
    title: 'Use of <b> grows',
    url: 'https://atlas.example/news/europe/quake.html',
    publishedAt: new Date('2026-03-10T07:40:00Z'),
    dateState: 'stated',
    updatedAt: new Date('2026-03-11T00:00:00Z'),
    author: 'Cy Dane',
    summary: 'Yes',
    content: null,
  })
})

test('Atom with XHTML inside keeps the order of its words', async () => {
  const item = await onlyItem(`<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id>
    <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>first</b> of many</div></title>
    <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <i>two</i> three</p></div></summary></entry></feed>`)
  expect([item.title, item.summary]).toEqual(['The first of many', 'One two three'])
})

test('Atom under a prefix, and Atom 0.3 with base64', async () => {
  const prefixed = await onlyItem(
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:id>1</a:id><a:title>P</a:title><a:link href="/p"/></a:entry></a:feed>`,
  )
  expect([prefixed.title, prefixed.url]).toEqual(['P', 'https://harbour.example/p'])
  const old = await onlyItem(
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title mode="base64">U2VhICZhbXA7IHNreQ==</title><issued>2026-03-10</issued></entry></feed>`,
  )
  expect([old.title, old.publishedAt?.toISOString()]).toEqual(['Sea & sky', '2026-03-10T00:00:00.000Z'])
})

test('text under the type of a file is base64; a picture is no text', async () => {
  const atom = (type: string, bytes: Buffer) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title type="${type}">${bytes.toString('base64')}</title></entry></feed>`
  const text = await onlyItem(atom('application/octet-stream', Buffer.from('The &lt;b&gt; <b>tag</b>')))
  expect(text.title).toBe('The <b> tag')
  const picture = await onlyItem(atom('image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])))
  expect(picture.title).toBeNull()
})

test('a channel in CDF: addresses and dates stand in attributes', async () => {
  const feed = await feedOf(`<CHANNEL HREF="https://cdf.example/news/"><TITLE>Old channel</TITLE>
    <ITEM HREF="/1" LASTMOD="2026-03-10T07:40:00Z"><TITLE>One</TITLE><ABSTRACT>What it says</ABSTRACT></ITEM></CHANNEL>`)
  expect(feed.title).toBe('Old channel')
  expect(feed.items).toMatchObject([
    {
      ...{ title: 'One', url: 'https://harbour.example/1', summary: 'What it says' },
      publishedAt: new Date('2026-03-10T07:40:00Z'),
    },
  ])
})

test('JSON Feed', async () => {
  const feed = await feedOf(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'City Ticker',
      language: 'en',
      items: [
        {
          id: 7,
          url: '/7',
          title: 'Rates < 2 %',
          content_html: '<p>Up &amp; down</p>',
          date_published: '2026-03-10T07:40:00-05:00',
          authors: [{ name: 'Di' }],
        },
      ],
    }),
  )
  expect(feed.items).toEqual([
    {
      key: '7',
      title: 'Rates < 2 %',
      url: 'https://harbour.example/7',
      publishedAt: new Date('2026-03-10T12:40:00Z'),
      dateState: 'stated',
      updatedAt: null,
      author: 'Di',
      summary: 'Up & down',
      content: null,
    },
  ])
})

test('media:group of a video feed and links of Atom inside RSS', async () => {
  const video =
    await onlyItem(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>V</title>
    <entry><id>v</id><title>Clip</title><link rel="alternate" href="https://v.example/1"/>
    <media:group><media:title>Clip</media:title><media:description>What it shows</media:description></media:group></entry></feed>`)
  expect(video.summary).toBe('What it shows')
  const mixed = await onlyItem(
    rss('<item><title>M</title><x:link href="https://m.example/1"/></item>', ' xmlns:x="http://www.w3.org/2005/Atom"'),
  )
  expect(mixed.url).toBe('https://m.example/1')
})

test('only http and https links survive; a permalink stands in for a missing one', async () => {
  const { items } = await feedOf(
    rss(`<item><title>1</title><link>javascript:alert(1)</link></item><item><title>2</title><link>ftp://h.example/x</link></item>
      <item><title>3</title><link></link><guid>https://h.example/3</guid></item>
      <item><title>4</title><guid isPermaLink="false">https://h.example/4</guid></item>
      <item><title>5</title><link>//cdn.example/5 </link></item>`),
  )
  expect(items.map((item) => item.url)).toEqual([null, null, 'https://h.example/3', null, 'https://cdn.example/5'])
})

test('a document without an address on the web resolves against the site that it names, or not at all', async () => {
  const { parseFeed } = await import('../../src/feed/parse.ts')
  const parse = (text: string) => parseFeed({ url: 'file:///tmp/a.xml', contentType: null, bytes: Buffer.from(text) })
  const item = '<item><title>1</title><link>a/1</link></item>'
  expect(await parse(rss(item))).toMatchObject({ items: [{ url: null }] })
  expect(await parse(rss(`<link>https://site.example/</link>${item}`))).toMatchObject({
    items: [{ url: 'https://site.example/a/1' }],
  })
})

test.each([
  ['stated', '<pubDate>soon</pubDate><dc:date>2026-03-10</dc:date>'],
  ['absent', '<pubDate></pubDate>'],
  ['unreadable', '<pubDate>soon</pubDate>'],
  ['unreadable', '<pubDate>0001-01-01T00:00:00Z</pubDate>'],
])('a date is said to be %s: %s', async (state, dates) => {
  const item = await onlyItem(rss(`<item>${dates}</item>`, ' xmlns:dc="http://purl.org/dc/elements/1.1/"'))
  expect([item.dateState, item.publishedAt !== null]).toEqual([state, state === 'stated'])
})

test('a date of Atom that no one reads costs its entry nothing else', async () => {
  const item = await onlyItem(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>E</title><updated>soon</updated></entry></feed>',
  )
  expect(item).toMatchObject({ title: 'E', publishedAt: null, dateState: 'unreadable' })
})

test.each([
  ['1, 2 and midnight in both spellings', '<hour>2</hour><hour>1</hour><hour>0</hour><hour>24</hour>', [0, 1, 2]],
  ['nonsense', '<hour>25</hour><hour>noon</hour><hour/><hour>-1</hour>', [1]],
  ['all hours', Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join(''), []],
])('hours to skip: %s', async (_, hours, expected) => {
  const { hints } = await feedOf(rss(`<skipHours>${hours}</skipHours>`))
  expect(hints.skipHours).toEqual(expected)
})

test('days to skip, by either parser', async () => {
  const days = '<skipdays><day>Saturday</day><day> sunday</day><day>Caturday</day></skipdays>'
  const inline = '<item><title>A <b>bold</b> one</title></item>'
  for (const document of [rss(days), rss(days.replaceAll('skipdays', 'skipDays') + inline)])
    expect((await feedOf(document)).hints.skipDays).toEqual([0, 6])
})

test('authors lose their mail address where they have a name', async () => {
  const authors = [
    'ed@h.example (Eve Dorn)',
    'Eve Dorn &lt;ed@h.example&gt;',
    'Eve Dorn (ed@h.example)',
    'ed@h.example',
  ]
  const { items } = await feedOf(rss(authors.map((author) => `<item><author>${author}</author></item>`).join('')))
  expect(items.map((item) => item.author)).toEqual(['Eve Dorn', 'Eve Dorn', 'Eve Dorn', 'ed@h.example'])
})

test('a summary ends at a word and within a thousand characters', async () => {
  const { summary } = await onlyItem(
    rss(`<item><title>L</title><description>${'seven77 '.repeat(400)}</description></item>`),
  )
  expect(summary?.length).toBe(999)
  expect(summary?.endsWith('seven77')).toBe(true)
})

test.each([
  ['empty', ''],
  ['empty', ' \n\ufeff '],
  ['html', '<!DOCTYPE html><html><body>Not <rss> here</body></html>'],
  ['html', '<html><head><title>x</title></head></html>'],
  ['html', '<p>Moved</p>'],
  [
    'html',
    '<html><body><feed xmlns="http://www.w3.org/2005/Atom"><title>Shown, not served</title></feed></body></html>',
  ],
  ['not-xml-or-json', 'Service unavailable'],
  ['not-xml-or-json', '[1,2'],
  ['no-feed-root', '<?xml version="1.0"?><urlset><url><loc>https://h.example/</loc></url></urlset>'],
  ['no-feed-root', '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><Person/></r:RDF>'],
  ['no-feed-root', '<tv><channel id="1"><display-name>One</display-name></channel></tv>'],
  ['no-feed-root', '{"name":"not a feed"}'],
  ['malformed', '{"version":"https://jsonfeed.org/version/1","items":[{"id":'],
])('%s: %s', async (reason, text) => {
  expect(await parseText(text)).toEqual({ kind: 'not-a-feed', reason })
})

test.each([
  ['is its content', 20, true],
  ['is a teaser', 4, false],
  ['was cut', 400, false],
])('an article in a feed that %s', async (_, count, isContent) => {
  const said = Array.from(
    { length: count },
    (_, n) => `In hour ${n} the crane lifted ${n * 3} crates & the quay was dry again by the evening of that day.`,
  )
  const markup = said.map((text) => `<p>${text.replace('&', '&amp;amp;')}</p>`).join('')
  const { items } = await feedOf(
    rss(
      `<item><title>Crane</title><link>https://harbour.example/c</link><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${markup.replaceAll('&amp;amp;', '&amp;')}]]></content:encoded></item>`,
    ),
  )
  expect(items[0]?.content).toBe(isContent ? said.join('\n\n') : null)
})
