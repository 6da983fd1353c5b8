import { type Markup, markup, raw } from '../markup.ts'
import type { PageView } from './page-view.ts'

/** No element means anything: title, byline and date are divs, the date is words only, the h1 is the site's name. */
export function divSoup(page: PageView): Markup {
  const { outlet, article, home } = page
  return markup`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang="${page.lang}">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${outlet.charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${article.title} - ${outlet.name}</title>
<meta property="og:title" content="${article.title}">
<meta property="og:url" content="${page.url}">
<meta property="og:image" content="${home}/media/lead.svg">
<script>window.dataLayer=[];dataLayer.push({page:"story",shelf:"${article.section}"})</script>
<style>${style(outlet.colour)}</style>
</head>
<body>
<div id="wrap">
<div class="top"><h1 class="logo"><a href="/">${outlet.name}</a></h1><div class="strap">${outlet.strap}</div>
<div class="menu">${page.shelves.map((shelf) => markup`<span><a href="/#${shelf}">${shelf}</a></span> `)}<span><a href="/">Contests</a></span> <span><a href="/">About</a></span></div></div>
<div class="cols"><div class="main-col">
<div class="hd">${article.title}</div>
<div class="meta-row">${article.authors.length === 0 ? null : markup`<div class="by">By ${article.authors.join(' and ')}</div>`}${
    page.date === null ? null : markup`<div class="ts">Posted: ${page.date.american}</div>`
  }</div>
<div class="share-row"><a href="#">Post</a> <a href="#">Share</a> <a href="#">Email a friend</a></div>
<div class="lead-pic"><img src="/media/lead.svg" width="640" alt=""><div class="pic-caption">${article.caption}</div></div>
<div class="story-txt">
${article.paragraphs.map((text) => markup`<div class="par">${text}</div>\n`)}</div>
${page.agency === null ? null : markup`<div class="src">Source: ${page.agency}</div>\n`}${article.authors.map(
  (
    name,
  ) => markup`<div class="author-box">About ${name}: a member of the ${outlet.name} team. Tips are welcome at the desk.</div>
`,
)}<div class="nl-box"><div class="nl-hd">${outlet.newsletter.name}</div><div>${outlet.newsletter.pitch}</div><form action="/newsletter"><input name="e"><input type="submit" value="Count me in"></form></div>
<div class="comments-area"><div class="c-hd">${page.comments.length} comments</div>
${page.comments.map(
  (
    comment,
  ) => markup`<div class="comment-item"><div class="c-name">${comment.name}</div><div class="c-body">${comment.text}</div><div class="c-ts">${comment.date.american}</div></div>
`,
)}</div>
</div>
<div class="sidebar"><div class="s-hd">You may also like</div>
${page.related.map((link) => markup`<div class="s-item"><a href="${link.path}">${link.title}</a><div class="s-txt">${link.teaser}</div></div>\n`)}<div class="ad-slot">Advertisement</div></div></div>
<div class="foot">Copyright 2026 ${outlet.owner}. This material may not be republished without permission. <a href="/">Terms of use</a> <a href="/">Public file</a></div>
</div>
<div id="gdpr-overlay"><div class="gdpr-inner">We value your privacy. By clicking OK you let us and our vendors use cookies for analytics and personal ads. <span class="btn">OK</span> <span class="btn">Manage</span></div></div>
</body>
</html>
`
}

const style = (colour: string): Markup =>
  raw(`body{margin:0;font:16px/1.5 Arial,sans-serif;background:#eee}#wrap{max-width:1060px;margin:0 auto;background:#fff}
.top{background:${colour};padding:10px 18px}.top a,.strap{color:#fff;text-decoration:none}.logo{margin:0}.menu span{margin-right:14px}
.cols{display:flex;flex-wrap:wrap;gap:24px;padding:18px}.main-col{flex:3 1 420px}.sidebar{flex:1 1 220px;font-size:14px}
.hd{font-size:30px;line-height:1.2;font-weight:bold;margin-bottom:8px}.meta-row,.share-row,.pic-caption,.c-ts,.src{font-size:13px;color:#777;margin-bottom:8px}
.par{margin:0 0 14px}img{max-width:100%}.nl-box,.author-box,.comment-item,.ad-slot{background:#f2f2f2;padding:10px;margin:10px 0}.s-item{margin-bottom:14px}
.foot{padding:18px;font-size:12px;color:#777}#gdpr-overlay{position:fixed;bottom:0;width:100%;background:#222;color:#fff}.gdpr-inner{padding:12px}.btn{background:#fff;color:#222;padding:3px 10px}`)
