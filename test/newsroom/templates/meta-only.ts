import { type Markup, markup, raw } from '../markup.ts'
import type { PageView } from './page-view.ts'

/** Author and date stand in meta elements and nowhere on the page. */
export function metaOnly(page: PageView): Markup {
  const { outlet, article } = page
  return markup`<!DOCTYPE html>
<html lang="${page.lang}" prefix="og: https://ogp.me/ns#">
<head>
<meta charset="${outlet.charset}">
<title>${article.title} • ${outlet.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${article.authors.map((name) => markup`<meta name="author" content="${name}">\n`)}<meta name="description" content="${article.summary}">
<meta property="og:type" content="article">
<meta property="og:title" content="${article.title}">
<meta property="og:description" content="${article.summary}">
<meta property="og:url" content="${page.url}">
<meta property="og:image" content="${page.home}/media/lead.svg">
<meta property="og:locale" content="${page.lang.replace('-', '_')}">
${page.date === null ? null : markup`<meta property="article:published_time" content="${page.date.iso}">\n`}${
  page.modified === null ? null : markup`<meta property="article:modified_time" content="${page.modified.iso}">\n`
}<meta property="article:section" content="${article.section}">
<link rel="canonical" href="${page.url}">
<style>${style(outlet.colour)}</style>
</head>
<body>
<div class="consent-banner"><p>We ask for your consent to store cookies. You can change your mind at any time in the settings.</p><button>Accept</button><button>Settings</button></div>
<div class="header"><a href="/">${outlet.name}</a> <em>${outlet.strap}</em></div>
<div class="navigation"><ul>${page.shelves.map((shelf) => markup`<li><a href="/#${shelf}">${shelf}</a></li>`)}</ul></div>
<main class="grid">
<section class="piece">
<h1>${article.title}</h1>
<h2 class="sub">${article.summary}</h2>
<div class="hero"><img src="/media/lead.svg" alt="" width="900"><small class="caption">${article.caption}</small></div>
${article.paragraphs.map((text) => markup`<p>${text}</p>\n`)}<div class="social"><a href="#">Share on your page</a> <a href="#">Send</a> <a href="#">Comment</a></div>
</section>
<section class="more related-stories"><h3>From the same shelf</h3>
${page.related.map((link) => markup`<div class="more-item"><h4><a href="${link.path}">${link.title}</a></h4><p>${link.teaser}</p></div>\n`)}</section>
<section class="newsletter"><h3>${outlet.newsletter.name}</h3><p>${outlet.newsletter.pitch}</p><form action="/newsletter"><label>Email <input type="email" name="email"></label><button>Subscribe</button></form></section>
<section class="comments"><h3>Comments</h3>
${page.comments.map((comment) => markup`<blockquote class="comment"><p>${comment.text}</p><cite>${comment.name}</cite></blockquote>\n`)}</section>
</main>
<div class="footer-links">${outlet.disallow.map((path) => markup`<a href="${path}desk">Staff</a> `)}<a href="/">Imprint</a> <a href="/">Licensing</a> <a href="/">Privacy</a><p>© 2026 ${outlet.owner}</p></div>
</body>
</html>
`
}

const style = (colour: string): Markup =>
  raw(`body{margin:0;font:17px/1.55 system-ui,sans-serif;color:#20242a}.header{padding:1rem 1.4rem;border-top:8px solid ${colour}}.header a{font-weight:800;font-size:1.4rem;color:${colour};text-decoration:none}
.navigation ul{display:flex;flex-wrap:wrap;gap:1.2rem;list-style:none;margin:0;padding:.5rem 1.4rem;background:#f1f3f5}.grid{max-width:48rem;margin:0 auto;padding:1rem}h1{line-height:1.15}
.sub{font-size:1.1rem;font-weight:normal;color:#555}img{max-width:100%}small{display:block;color:#777}.newsletter,.comment{background:#f1f3f5;padding:.8rem 1rem;margin:1rem 0}
.consent-banner{background:#20242a;color:#fff;padding:.5rem 1.4rem}.footer-links{padding:1.4rem;color:#777;font-size:.85rem}`)
