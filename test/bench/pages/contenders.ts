import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { createPageExtractor } from '../../../src/outside/page-extractor.ts'
import { bytesOf, type PageCase } from './cases.ts'
import type { Read } from './score.ts'

/** One way to read all pages. */
export interface Contender {
  read(pages: readonly LoadedPage[]): Promise<(Read | null)[]>
  close(): Promise<void>
}

export interface LoadedPage {
  readonly url: string
  readonly bytes: Buffer
}

export const contenderNames = ['parallax', 'linkedom', 'script'] as const
export type ContenderName = (typeof contenderNames)[number]

export const loaded = (cases: readonly PageCase[]): LoadedPage[] =>
  cases.map((page) => ({ url: page.url, bytes: bytesOf(page) }))

/** Parallax as it runs: pages in its pool of threads. */
function parallax(): Contender {
  const extractor = createPageExtractor()
  return {
    read: (pages) =>
      Promise.all(
        pages.map(async ({ url, bytes }) => {
          const extracted = await extractor.extract({ url, bytes, contentType: 'text/html', licensed: true })
          if (extracted.kind === 'rejected') return null
          const { title, authors, publishedAt, text } = extracted.article
          return { title, authors, published: publishedAt?.toISOString() ?? null, text }
        }),
      ),
    close: () => extractor.close(),
  }
}

/** What anyone would write first, in one process; a page at a turn of the event loop, or jsdom's memory grows. */
async function script(): Promise<Contender> {
  const { JSDOM, VirtualConsole } = await import('jsdom')
  const documentOf = ({ url, bytes }: LoadedPage) =>
    new JSDOM(bytes, { url, virtualConsole: new VirtualConsole() }).window.document
  return readabilityOn(documentOf)
}

const linkedom = (): Contender => readabilityOn(({ bytes }) => parseHTML(bytes.toString('utf8')).document)

function readabilityOn(documentOf: (page: LoadedPage) => Document): Contender {
  const read = (page: LoadedPage): Read | null => {
    try {
      const found = new Readability(documentOf(page)).parse()
      if (!found?.textContent) return null
      return {
        ...{ title: found.title ?? null, authors: found.byline ? [found.byline] : [], text: found.textContent },
        published: found.publishedTime ?? null,
      }
    } catch {
      return null
    }
  }
  return {
    async read(pages) {
      const all: (Read | null)[] = []
      for (const page of pages) {
        all.push(read(page))
        await new Promise(setImmediate)
      }
      return all
    },
    close: async () => {},
  }
}

export const openContender: Record<ContenderName, () => Contender | Promise<Contender>> = { parallax, linkedom, script }
