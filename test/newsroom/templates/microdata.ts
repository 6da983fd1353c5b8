import { type Markup, markup, raw } from '../markup.ts'
import type { PageView } from './page-view.ts'

/** schema.org microdata: itemprop on the elements, the exact date in a meta element inside the body. */
export function microdata(page: PageView): Markup {
  const { outlet, article } = page
  return markup`<!DOCTYPE html>
<html lang="${page.lang}">
<head>
<meta charset="${outlet.charset}">
<title>${outlet.name}: ${article.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="${page.url}">
<style>${style(outlet.colour)}</style>
</head>
<body>
<div class="cookies-notice" id="cookies">This website uses cookies. By going on you accept our <a href="/">cookie notice</a>. <a href="#">Close</a></div>
<div class="site-header"><div class="site-name"><a href="/">${outlet.name}</a></div><div class="site-strap">${outlet.strap}</div></div>
<ul class="main-menu">${page.shelves.map((shelf) => markup`<li><a href="/#${shelf}">${shelf}</a></li>`)}<li><a href="/">E-paper</a></li><li><a href="/">Log in</a></li></ul>
<div class="page-columns">
<div class="content" itemscope itemtype="https://schema.org/NewsArticle">
<meta itemprop="mainEntityOfPage" content="${page.url}">
<span class="label" itemprop="articleSection">${article.section}</span>
<h1 itemprop="headline">${article.title}</h1>
<div class="details">${byline(page)}${page.date === null ? null : markup` <meta itemprop="datePublished" content="${page.date.iso}"><span class="day">${page.date.day}</span>`}</div>
<div itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="url" src="/media/lead.svg" alt="" width="760"><div class="caption" itemprop="caption">${article.caption}</div></div>
<div class="social-share"><a href="#">Share this</a> <a href="#">Post this</a> <a href="#">Send to a friend</a></div>
<div class="text" itemprop="articleBody">
${article.paragraphs.map((text) => markup`<p>${text}</p>\n`)}</div>
${page.agency === null ? null : markup`<div class="agency" itemprop="sourceOrganization">${page.agency}</div>\n`}<div class="subscribe-strip"><strong>${outlet.newsletter.name}</strong> ${outlet.newsletter.pitch} <a href="/">Sign up free</a></div>
</div>
<div class="sidebar">
<h3>Most read</h3><ol>${page.related.map((link) => markup`<li><a href="${link.path}">${link.title}</a><p class="teaser">${link.teaser}</p></li>\n`)}</ol>
${article.authors.map((name) => markup`<div class="author-box"><h4>${name}</h4><p>Correspondent, ${article.section}. More from this writer in our archive.</p></div>\n`)}</div>
</div>
<div id="comments" class="comment-list"><h3>What readers say</h3>
${page.comments.map(
  (
    comment,
  ) => markup`<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">${comment.name}</span><meta itemprop="dateCreated" content="${comment.date.iso}"><p itemprop="text">${comment.text}</p></div>
`,
)}</div>
<div class="site-footer">${outlet.owner} 2026. <a href="/">About us</a> <a href="/">Advertise</a> <a href="/">Code of conduct</a></div>
</body>
</html>
`
}

function byline({ article }: PageView): Markup | null {
  if (article.authors.length === 0) return null
  const people = article.authors.map(
    (name) =>
      markup` <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${name}</span></span>`,
  )
  return markup`<span class="by">by${people}</span>`
}

const style = (colour: string): Markup =>
  raw(`body{margin:0;font:16px/1.6 Verdana,sans-serif;color:#222}.site-header{background:${colour};color:#fff;padding:14px 20px}.site-name a{color:#fff;font-size:26px;text-decoration:none}
.main-menu{list-style:none;display:flex;flex-wrap:wrap;gap:18px;background:#222;margin:0;padding:8px 20px}.main-menu a{color:#fff}.cookies-notice{background:#ffe9a8;padding:6px 20px;font-size:13px}
.page-columns{display:flex;flex-wrap:wrap;gap:30px;max-width:1080px;margin:0 auto;padding:16px}.content{flex:3 1 420px}.sidebar{flex:1 1 220px;font-size:13px}h1{line-height:1.2}.label{color:${colour};font-weight:bold}
.details,.caption,.social-share,.agency{font-size:13px;color:#666;margin:6px 0}img{max-width:100%}.subscribe-strip,.author-box{background:#eef3ee;padding:10px;margin:14px 0}.comment-list,.site-footer{max-width:1040px;margin:0 auto;padding:16px;font-size:14px}`)
