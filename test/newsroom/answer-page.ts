import { type Answer, textAnswer } from './answer.ts'
import type { NewsroomArticle } from './articles.ts'
import type { Markup } from './markup.ts'
import type { Extra, Outlet } from './outlets.ts'
import { notFound } from './templates/apology.ts'
import { divSoup } from './templates/div-soup.ts'
import { frontPage } from './templates/front-page.ts'
import { gallery } from './templates/gallery.ts'
import { jsonLd } from './templates/json-ld.ts'
import { metaOnly } from './templates/meta-only.ts'
import { microdata } from './templates/microdata.ts'
import { oldTable } from './templates/old-table.ts'
import { type PageView, viewPage } from './templates/page-view.ts'
import { semantic } from './templates/semantic.ts'
import { video } from './templates/video.ts'
import type { World } from './world.ts'

const templates = {
  semantic,
  'div-soup': divSoup,
  'json-ld': jsonLd,
  microdata,
  'meta-only': metaOnly,
  'old-table': oldTable,
} as const satisfies Record<Outlet['template'], (page: PageView) => Markup>

export function answerArticle(world: World, outlet: Outlet, article: NewsroomArticle): Answer {
  const page = templates[outlet.template](viewPage(world, outlet, article))
  return htmlAnswer(outlet, page, !outlet.pagesWithoutCharset.includes(article.path))
}

export function answerFrontPage(world: World, outlet: Outlet): Answer {
  return htmlAnswer(outlet, frontPage(world, outlet))
}

export function answerExtra(world: World, outlet: Outlet, extra: Extra): Answer {
  switch (extra.answers) {
    case 'video':
      return htmlAnswer(outlet, video(outlet, extra, extra.path, world.port))
    case 'gallery':
      return htmlAnswer(outlet, gallery(outlet, extra, extra.path, world.port))
    case 'missing':
    case 'forbidden':
      return notFound(outlet)
  }
}

function htmlAnswer({ charset }: Outlet, page: Markup, charsetInHeader = true): Answer {
  return textAnswer(200, charsetInHeader ? `text/html; charset=${charset}` : 'text/html', page.source, charset)
}
