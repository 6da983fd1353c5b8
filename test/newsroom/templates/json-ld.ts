import { type Markup, markup, raw, scriptJson } from '../markup.ts'
import type { PageView } from './page-view.ts'

/** What search engines are told stands in JSON-LD; the words on the page are looser: no zone, authors run together. */
export function jsonLd(page: PageView): Markup {
  const { outlet, article } = page
  return markup`<!doctype html>
<html lang="${page.lang}">
<head>
<meta charset="${outlet.charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${article.title} – ${outlet.name}</title>
<link rel="canonical" href="${page.url}">
<script type="application/ld+json">
${scriptJson(newsArticle(page))}
</script>
<script type="application/ld+json">${scriptJson(breadcrumbs(page))}</script>
<style>${style(outlet.colour)}</style>
</head>
<body class="tpl-story">
<a class="skip" href="#story">Skip to content</a>
<div class="bar"><a class="brand" href="/">${outlet.name}</a><ul class="nav">${page.shelves.map((shelf) => markup`<li><a href="/#${shelf}">${shelf}</a></li>`)}<li><a href="/">Subscribe</a></li></ul></div>
<div class="crumbs"><a href="/">Home</a> / <a href="/#${article.section}">${article.section}</a></div>
<div id="story" class="story">
<h1 class="story-title">${article.title}</h1>
<p class="story-deck">${article.summary}</p>
<div class="credit">${article.authors.length === 0 ? null : markup`<span class="who">${article.authors.join(', ')}</span>`} <span class="when">${looseDate(page)}</span></div>
<div class="tools"><a href="#">Save</a><a href="#">Gift this story</a><a href="#">Copy link</a></div>
<div class="media"><img src="/media/lead.svg" alt="" width="800"><span class="media-caption">${article.caption}</span></div>
<div class="story-body">
${body(page)}</div>
${page.agency === null ? null : markup`<div class="story-source">Copy: ${page.agency}</div>`}
${article.paywalled ? subscribeBox(page) : authorBox(page)}
</div>
<div class="recirc"><h4>Read next</h4>${page.related.map(
    (
      link,
    ) => markup`<div class="card"><a href="${link.path}"><b>${link.title}</b></a><p>${link.teaser}</p><span>${link.date.day}</span></div>
`,
  )}</div>
<div class="comments-block"><h4>The conversation (${page.comments.length})</h4>
${page.comments.map((comment) => markup`<div class="remark"><b>${comment.name}</b><p>${comment.text}</p></div>\n`)}</div>
<div class="footer"><p>© ${outlet.owner} 2026</p><a href="/">Help centre</a> <a href="/">Terms</a> <a href="/">Cookie policy</a></div>
<div class="cookie-consent" role="dialog"><h5>Your choices</h5><p>We use cookies and similar tools to keep this site working and to understand how it is read.</p><button>I agree</button><button>No, thank you</button></div>
</body>
</html>
`
}

function newsArticle({ outlet, article, url, home, date, modified }: PageView) {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    headline: article.title,
    description: article.summary,
    datePublished: date?.iso,
    dateModified: modified?.iso,
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: {
      '@type': 'Organization',
      name: outlet.name,
      logo: { '@type': 'ImageObject', url: `${home}/media/mark.svg` },
    },
    image: [`${home}/media/lead.svg`],
    articleSection: article.section,
    isAccessibleForFree: !article.paywalled,
  }
}

function breadcrumbs({ article, home }: PageView) {
  const steps = ['Home', article.section].map((name, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: `${home}/`,
  }))
  return { '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement: steps }
}

function looseDate({ date }: PageView): string {
  return date === null ? '' : date.british.replace(/, (\d\d:\d\d) .*/, ' • $1')
}

function body({ article, outlet, related }: PageView): Markup {
  const inset = related[0]
  const promo = inset
    ? markup`<div class="inline-promo related"><span>Related: </span><a href="${inset.path}">${inset.title}</a></div>\n`
    : null
  const box = markup`<div class="newsletter-promo"><h4>${outlet.newsletter.name}</h4><p>${outlet.newsletter.pitch}</p><form><input type="email"><button>Join</button></form></div>\n`
  return markup`${article.paragraphs.map(
    (text, index) => markup`<p>${text}</p>\n${index === 1 ? promo : null}${index === 3 ? box : null}`,
  )}`
}

function authorBox({ article, outlet }: PageView): Markup[] {
  return article.authors.map(
    (
      name,
    ) => markup`<div class="author-box"><b>${name}</b><p>${name} is on the staff of ${outlet.name}. <a href="/">All stories</a></p></div>
`,
  )
}

function subscribeBox({ outlet }: PageView): Markup {
  return markup`<div class="paywall subscribe-box"><h3>Subscribe to continue reading</h3><p>This article is for subscribers of ${outlet.name}. Your first month costs £1, and you can cancel at any time.</p><a class="button" href="/">Subscribe</a> <a href="/">Already a subscriber? Log in</a></div>
`
}

const style = (colour: string): Markup =>
  raw(`body{margin:0;font:17px/1.6 Charter,Georgia,serif;color:#1c1c1c}.bar{display:flex;flex-wrap:wrap;gap:1.5rem;border-bottom:4px double ${colour};padding:.8rem 1.2rem}
.brand{font-size:1.5rem;color:${colour};text-decoration:none;font-weight:bold}.nav{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;margin:0;padding:0}.skip{position:absolute;left:-999px}
.story,.recirc,.comments-block,.crumbs,.footer{max-width:42rem;margin:1rem auto;padding:0 1rem}.story-title{line-height:1.15}.story-deck{font-size:1.15rem;color:#555}
.credit,.media-caption,.tools a,.crumbs,.footer{font:13px sans-serif;color:#666}.tools a{margin-right:.8rem}img{max-width:100%}.inline-promo{border-left:4px solid ${colour};padding-left:.8rem;margin:1rem 0}
.newsletter-promo,.author-box,.paywall,.card{background:#f5f3ee;padding:.8rem 1rem;margin:1rem 0}.cookie-consent{position:fixed;bottom:0;left:0;right:0;background:#fff;border-top:1px solid #999;padding:.6rem 1.2rem;font:14px sans-serif}.cookie-consent h5,.cookie-consent p{margin:.2rem 0}`)
