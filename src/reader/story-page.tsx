/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { PublishedBundle } from '../api/reading.ts'
import type { BundleDocument } from '../bundle/document.ts'
import { type ArticlesById, articlesById } from './cited-articles.ts'
import { count } from './count.ts'
import { CoverageSection } from './coverage-section.tsx'
import { Differences } from './differences.tsx'
import { EarlierChapters } from './earlier-chapters.tsx'
import { FactTable } from './fact-table.tsx'
import { Layout } from './layout.tsx'
import { Moment } from './moment.tsx'
import { OutsideLink } from './outside-link.tsx'
import { Perspectives } from './perspectives.tsx'
import { RestsOn, RestsOnGroup } from './rests-on.tsx'
import { Sentences } from './sentences.tsx'

export function StoryPage({ bundle }: { bundle: PublishedBundle }) {
  const { document } = bundle
  const articles = articlesById(document)
  return (
    <Layout title={document.headline.text} description={document.lede.text} type="article">
      <article class="story">
        <StoryHead bundle={bundle} articles={articles} />
        <Facts facts={document.facts} articles={articles} />
        <Differences differences={document.differences ?? []} articles={articles} />
        <Context context={document.context} articles={articles} />
        <EarlierChapters earlier={document.earlier ?? []} />
        <Perspectives perspectives={document.perspectives} grouping={document.grouping} articles={articles} />
        <FactTable rows={document.factTable ?? []} perspectives={document.perspectives} articles={articles} />
        <CoverageSection document={document} />
        <GoDeeper links={document.goDeeper} />
      </article>
    </Layout>
  )
}

function StoryHead({ bundle, articles }: { bundle: PublishedBundle; articles: ArticlesById }) {
  const { section, headline, lede, lastPublishedAt, writer } = bundle.document
  return (
    <header>
      <p class="section">
        <bdi>{section}</bdi>
      </p>
      <h1>
        <bdi>{headline.text}</bdi>
      </h1>
      <p class="lede">
        <bdi>{lede.text}</bdi>
      </p>
      <p class="meta">
        {lastPublishedAt !== null && 'Latest article '}
        <Moment at={lastPublishedAt} />
        {lastPublishedAt !== null && ' · '}Page updated <Moment at={bundle.updatedAt} />
        {bundle.version > 1 && (
          <>
            {' · '}
            <a href={`/stories/${encodeURIComponent(bundle.id)}/changes`}>What changed</a>
          </>
        )}
        {writer !== undefined && writer.written > 0 && (
          <>
            {' · '}
            {count(writer.written, 'sentence')} written by the language model <bdi>{writer.model}</bdi>, each checked
            against the articles
          </>
        )}
      </p>
      <RestsOnGroup
        name="head"
        claims={[headline, lede]}
        articles={articles}
        summary="What headline (1) and lede (2) rest on"
      />
    </header>
  )
}

function Facts({ facts, articles }: { facts: BundleDocument['facts']; articles: ArticlesById }) {
  if (facts.length === 0) return null
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Focusing facts</h2>
      <ol class="facts">
        {facts.map((fact) => (
          <li>
            <p>
              <bdi>{fact.text}</bdi>
            </p>
            <RestsOn claim={fact} articles={articles} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Context({ context, articles }: { context: BundleDocument['context']; articles: ArticlesById }) {
  if (context.length === 0) return null
  return (
    <section aria-labelledby="context">
      <h2 id="context">Context</h2>
      <Sentences name="context" claims={context} />
      <RestsOnGroup name="context" claims={context} articles={articles} summary="What the context rests on" />
    </section>
  )
}

function GoDeeper({ links }: { links: BundleDocument['goDeeper'] }) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby="go-deeper">
      <h2 id="go-deeper">Go deeper</h2>
      <ul>
        {links.map(({ label, url }) => (
          <li>
            <OutsideLink url={url}>{label}</OutsideLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
