/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Reading } from '../api/reading.ts'
import { addAssets } from './assets.ts'
import { ChangesPage } from './changes-page.tsx'
import { changesView } from './changes-view.ts'
import { DayPage } from './day-page.tsx'
import { dayView, frontView } from './day-view.ts'
import { htmlText } from './html-text.ts'
import { MessagePage, NoStoriesPage, WithdrawnPage } from './message-page.tsx'
import { StoryPage } from './story-page.tsx'

interface Parts {
  readonly reading: Reading
  readonly now: () => Date
}

/** Mounts the pages; returns the answers for what no route takes and for what failed. */
export function addReaderPages(app: Hono, { reading, now }: Parts) {
  addAssets(app)

  app.get('/', async (c) => {
    const days = await reading.days()
    const newest = days[0]
    if (newest === undefined) return page(c, <NoStoriesPage health={await reading.health()} />)
    return page(c, <DayPage {...(await frontView(reading, { day: newest, days, now: now() }))} />)
  })

  app.get('/days/:day', async (c) => {
    const days = await reading.days()
    const day = days.find((known) => known === c.req.param('day'))
    if (day === undefined) return page(c, <NoSuchDay />, 404)
    return page(c, <DayPage {...(await dayView(reading, { day, days, now: now() }))} />)
  })

  app.get('/stories/:id', async (c) => {
    const found = await reading.bundle(c.req.param('id'))
    switch (found.kind) {
      case 'found':
        return page(c, <StoryPage bundle={found.bundle} />)
      case 'moved':
        return c.redirect(`/stories/${encodeURIComponent(found.to)}`, 308)
      case 'withdrawn':
        return page(c, <WithdrawnPage at={found.at} />, 410)
      case 'unknown':
        return page(c, <NoSuchPage />, 404)
    }
  })

  app.get('/stories/:id/changes', async (c) => {
    const id = c.req.param('id')
    const found = await reading.versions(id)
    switch (found.kind) {
      case 'found':
        return page(c, <ChangesPage {...(await changesView(reading, id, found.versions))} />)
      case 'moved':
        return c.redirect(`/stories/${encodeURIComponent(found.to)}/changes`, 308)
      case 'withdrawn':
        return page(c, <WithdrawnPage at={found.at} />, 410)
      case 'unknown':
        return page(c, <NoSuchPage />, 404)
    }
  })

  return {
    notFound: (c: Context) => page(c, <NoSuchPage />, 404),
    failed: (c: Context) => page(c, <Failed />, 500),
  }
}

type Element = ReturnType<typeof MessagePage>

async function page(c: Context, element: Element, status: ContentfulStatusCode = 200) {
  return c.html(`<!doctype html>${htmlText(String(await element))}`, status)
}

const NoSuchPage = () => <MessagePage title="Page not found" text="There is no page at this address." />

const NoSuchDay = () => <MessagePage title="No stories of this day" text="No stories of this day are published." />

const Failed = () => (
  <MessagePage title="Something went wrong" text="This page could not be made. Try again in a moment." />
)
