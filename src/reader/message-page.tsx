/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Health } from '../api/reading.ts'
import { count } from './count.ts'
import { Layout } from './layout.tsx'
import { Moment } from './moment.tsx'

/** A page that says one thing: not found, withdrawn, failed. */
export function MessagePage({ title, text }: { title: string; text: string }) {
  return (
    <Layout title={title} description={text} type="website">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="/">The newest stories</a>
      </p>
    </Layout>
  )
}

export function WithdrawnPage({ at }: { at: Date }) {
  return (
    <Layout title="Story withdrawn" description="This story was withdrawn." type="website">
      <h1>This story was withdrawn</h1>
      <p>
        It was taken back on <Moment at={at} />. Its address stays, so that nobody who kept it is left guessing.
      </p>
      <p>
        <a href="/">The newest stories</a>
      </p>
    </Layout>
  )
}

/** Before the first bundle: says how far the reading of the feeds has come. */
export function NoStoriesPage({ health: { feeds, articles, lastFetchAt } }: { health: Health }) {
  return (
    <Layout title="No stories yet" description="Stories appear here as soon as the first are written." type="website">
      <h1>No stories yet</h1>
      <p>
        No stories yet — {count(feeds.declared, 'feed')} declared, {count(articles, 'article')} read so far. A story
        appears here as soon as several articles tell of one event.
      </p>
      {feeds.failing > 0 && <p>{count(feeds.failing, 'feed')} could not be read at the last attempt.</p>}
      <p class="meta">
        {lastFetchAt ? 'Feeds were last read on ' : 'No feed has been read so far.'}
        <Moment at={lastFetchAt} />
      </p>
    </Layout>
  )
}
