import { type Article, articleId } from '../../src/article/article.ts'
import { sourceId } from '../../src/source/source.ts'

/** An article with what a test says of it, and nothing else known. */
export function sampleArticle(
  id: string,
  known: Partial<Omit<Article, 'id'>> = {},
  owner: string | null = null,
): Article {
  return {
    id: articleId(id),
    source: {
      id: sourceId(`outlet-of-${id}`),
      name: `Outlet of ${id}`,
      leaning: 'unknown',
      kind: null,
      country: null,
      reach: null,
      owner,
    },
    url: null,
    title: '',
    text: '',
    lang: 'en',
    wire: null,
    publishedAt: null,
    sections: [],
    ...known,
  }
}

export const harbourDeal = [
  {
    title: 'Dockworkers at Port Varrow accept pay deal',
    text: 'Dockworkers at Port Varrow voted on Tuesday to accept a pay deal of 11.5 percent, their leader Ana Brisk said.\n\nThe deal with Varrow Terminals ends a strike of nine days that kept 4,200 people from work.',
  },
  {
    title: 'Nine-day walkout over as union backs contract',
    text: 'The strike that closed Port Varrow is over. Ana Brisk, who leads the union, said members had backed a contract with Varrow Terminals worth 11.5 percent over three years.',
  },
  {
    title: 'Shippers count the cost of a closed harbour',
    text: 'Shipping lines said the strike at Port Varrow cost them dearly. Varrow Terminals agreed to raise pay by 11.5 percent, and the dockworkers led by Ana Brisk return on Wednesday.',
  },
] as const

const quakeText = (place: string, mayor: string, size: string) =>
  `An earthquake of magnitude ${size} shook the town of ${place} on Tuesday morning, damaging houses and roads, officials said.\n\nThe mayor of ${place}, ${mayor}, said rescue teams were searching collapsed buildings and that schools would stay closed.`

export const quakes = [
  { title: 'Earthquake damages houses', text: quakeText('Tellin Bay', 'Oskar Venn', '6.1') },
  { title: 'Earthquake damages roads', text: quakeText('Marrowdale', 'Lucia Prand', '6.4') },
] as const
