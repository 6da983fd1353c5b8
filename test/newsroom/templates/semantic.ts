import { type Markup, markup, raw } from '../markup.ts'
import type { PageView } from './page-view.ts'

/** HTML5 as the books teach it: article, header, h1, time, address-less rel=author links, aside. */
export function semantic(page: PageView): Markup {
  const { outlet, article, home } = page
  return markup`<!doctype html>
<html lang="${page.lang}">
<head>
<meta charset="${outlet.charset}">
<title>${article.title} | ${outlet.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${article.summary}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${outlet.name}">
<link rel="canonical" href="${page.url}">
<link rel="icon" href="/media/mark.svg">
<style>${style(outlet.colour)}</style>
</head>
<body>
<dialog open class="consent" aria-label="Privacy choices">
<p>${outlet.name} and 214 partners store cookies on your device to measure audiences and to show advertising.</p>
<button>Accept all</button> <button>Only what is needed</button>
</dialog>
<header class="masthead"><a href="${home}/">${outlet.name}</a><p>${outlet.strap}</p>
<nav><ul>${page.shelves.map((shelf) => markup`<li><a href="/#${shelf}">${shelf}</a></li>`)}<li><a href="/">Sign in</a></li></ul></nav>
</header>
<main>
<article>
<header>
<p class="kicker">${article.section}</p>
<h1>${article.title}</h1>
<p class="standfirst">${article.summary}</p>
${byline(page)}
${page.date === null ? null : markup`<time datetime="${page.date.iso}">${wording(page)}</time>`}
<ul class="share"><li><a href="#">Share</a></li><li><a href="#">Email</a></li><li><a href="#">Print</a></li></ul>
</header>
<figure><img src="/media/lead.svg" width="720" height="360" alt=""><figcaption>${article.caption}</figcaption></figure>
${withNewsletter(page)}
<footer>${authorNotes(page)}${page.agency === null ? null : markup`<p>Report supplied by ${page.agency}.</p>`}</footer>
</article>
<aside class="related" aria-label="Related"><h2>More on this</h2><ul>
${page.related.map(
  (
    link,
  ) => markup`<li><a href="${link.path}">${link.title}</a> <time datetime="${link.date.iso}">${link.date.day}</time><p>${link.teaser}</p></li>
`,
)}</ul></aside>
<section class="comments" id="comments"><h2>Comments (${page.comments.length})</h2>
${page.comments.map(
  (
    comment,
  ) => markup`<div class="comment"><b>${comment.name}</b> <time datetime="${comment.date.iso}">${comment.date.british}</time><p>${comment.text}</p></div>
`,
)}</section>
</main>
<footer class="site"><p>© 2026 ${outlet.owner}. All rights reserved.</p><ul><li><a href="/">Contact</a></li><li><a href="/">Corrections</a></li><li><a href="/">Privacy</a></li></ul></footer>
</body>
</html>
`
}

function wording({ date, lang }: PageView): string {
  return (lang === 'en-US' ? date?.american : date?.british) ?? ''
}

function byline({ article }: PageView): Markup | null {
  if (article.authors.length === 0) return null
  const links = article.authors.map((name, index) => {
    const slug = name.toLowerCase().replace(/[^a-z]+/g, '-')
    return markup`${index === 0 ? '' : ' and '}<a rel="author" href="/profile/${slug}">${name}</a>`
  })
  return markup`<p class="byline">By ${links}</p>`
}

/** The sign-up box stands in the middle of the text, where readers cannot miss it. */
function withNewsletter({ article, outlet }: PageView): Markup {
  const box = markup`<aside class="newsletter-signup"><h3>${outlet.newsletter.name}</h3><p>${outlet.newsletter.pitch}</p><form action="/newsletter" method="post"><input type="email" placeholder="Your email address"><button>Sign up</button></form></aside>
`
  const middle = Math.ceil(article.paragraphs.length / 2)
  return markup`${article.paragraphs.map((text, index) => markup`${index === middle ? box : null}<p>${text}</p>\n`)}`
}

function authorNotes({ article, outlet }: PageView): Markup[] {
  const beat = article.section.toLowerCase()
  return article.authors.map(
    (name) => markup`<p class="author-box">${name} writes about ${beat} for ${outlet.name}. <a href="/">Follow</a></p>`,
  )
}

const style = (colour: string): Markup =>
  raw(`body{font:18px/1.55 Georgia,serif;margin:0;color:#222}main{max-width:44rem;margin:0 auto;padding:1rem}
.masthead,.site{background:${colour};color:#fff;padding:.8rem 1.5rem}.masthead a,.site a{color:#fff;font-weight:bold}
nav ul,.share,.site ul{list-style:none;display:flex;gap:1rem;padding:0}.masthead p{margin:.2rem 0}
.kicker{color:${colour};text-transform:uppercase;font-size:.8rem}.standfirst{font-size:1.2rem;color:#555}
img{max-width:100%;height:auto}figure{margin:1rem 0}figcaption,.byline,time,.author-box{font:14px sans-serif;color:#666}
.newsletter-signup,.comment{background:#f3f1ec;padding:.8rem;margin:1rem 0}.consent{position:fixed;bottom:0;margin:0;max-width:none;border:0;border-top:3px solid ${colour};width:100%}`)
