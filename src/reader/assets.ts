import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import { pageStyle } from './style/page.ts'
import { printStyle } from './style/print.ts'
import { storyStyle } from './style/story.ts'

const style = [pageStyle, storyStyle, printStyle].join('')

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d1b18"/>
<circle cx="12" cy="16" r="7.5" fill="#6d8fe8"/><circle cx="20" cy="16" r="7.5" fill="#e8b878"/>
<path d="M16 9.66a7.5 7.5 0 0 1 0 12.68 7.5 7.5 0 0 1 0-12.68z" fill="#fbfaf7"/></svg>
`

// The mark changes with the text, so that browsers may keep a file for ever and still get the next one.
const marked = (path: string, text: string) =>
  `${path}?v=${createHash('sha256').update(text).digest('hex').slice(0, 12)}`

export const stylePath = marked('/assets/style.css', style)
export const iconPath = marked('/assets/icon.svg', icon)

const forEver = 'public, max-age=31536000, immutable'

export function addAssets(app: Hono): void {
  app.get('/assets/style.css', (c) =>
    c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': forEver }),
  )
  app.get('/assets/icon.svg', (c) =>
    c.body(icon, 200, { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': forEver }),
  )
}
