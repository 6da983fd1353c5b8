import { type Answer, textAnswer } from '../answer.ts'
import { type Markup, markup } from '../markup.ts'
import type { Outlet } from '../outlets.ts'

export function notFound(outlet: Outlet): Answer {
  return textAnswer(
    404,
    'text/html; charset=utf-8',
    shortPage(outlet, 'Page not found', 'The page may have moved.').source,
  )
}

export function apology(outlet: Outlet): Markup {
  const text = 'Something went wrong at our end & we are looking into it. Please try again in a few minutes.'
  return shortPage(outlet, 'Sorry', text)
}

function shortPage(outlet: Outlet, title: string, text: string): Markup {
  return markup`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title} - ${outlet.name}</title></head>
<body><h1>${title}</h1><p>${text}</p><p><a href="/">${outlet.name}</a><br><img src="/media/mark.svg" alt=""></p></body></html>
`
}
