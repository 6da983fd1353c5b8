/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx'
import { iconPath, stylePath } from './assets.ts'

interface LayoutProps {
  readonly title: string
  readonly description: string
  readonly type: 'article' | 'website'
}

/** The frame of every page. Titles and descriptions are cut: what a search result or a shared link shows is short. */
export function Layout({ title, description, type, children }: PropsWithChildren<LayoutProps>) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${short(title, 150)} – Parallax`}</title>
        <meta name="description" content={short(description, 300)} />
        <meta property="og:site_name" content="Parallax" />
        <meta property="og:type" content={type} />
        <meta property="og:title" content={short(title, 150)} />
        <meta property="og:description" content={short(description, 300)} />
        <link rel="icon" type="image/svg+xml" href={iconPath} />
        <link rel="stylesheet" href={stylePath} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="masthead">
          <a href="/">Parallax</a>
          <p>What happened, and how each side of the press tells it</p>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer>
          <p>
            Every sentence names the articles it rests on. The same stories for programs:{' '}
            <a href="/v1/bundles">as JSON</a>, <a href="/openapi.json">described in OpenAPI</a>.
          </p>
        </footer>
      </body>
    </html>
  )
}

function short(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
