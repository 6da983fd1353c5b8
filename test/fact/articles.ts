import { type Article, articleId } from '../../src/article/article.ts'
import type { Leaning } from '../../src/source/leaning.ts'
import { sourceId } from '../../src/source/source.ts'
import { type Story, storyId } from '../../src/story/story.ts'

type Told = Partial<Omit<Article, 'id' | 'source'>> & Partial<Omit<Article['source'], 'id' | 'name'>>

/** An article of the outlet `name`; what is not told is unknown. */
export function articleBy(name: string, leaning: Leaning, told: Told): Article {
  const { kind = null, country = null, reach = null, owner = null, ownership = 'unknown' } = told
  return {
    id: articleId(`${name}: ${told.title ?? 'untitled'}`),
    source: { id: sourceId(name), name, leaning, kind, country, reach, owner, ownership },
    url: told.url ?? null,
    title: told.title ?? '',
    text: told.text ?? '',
    lang: told.lang ?? 'en',
    wire: told.wire ?? null,
    publishedAt: told.publishedAt ?? null,
    sections: told.sections ?? [],
  }
}

export function storyOf(articles: readonly Article[]): Story {
  return { id: storyId('story'), articles }
}

/** One event as six outlets tell it: a wire, its reprint, two on the left, two on the right. */
export function ferryStory(): Story {
  const wireText = [
    'PORT ELMA, March 10 (Northline) - The ferry Corvina struck a pier in Port Elma on Tuesday, injuring 47 people, the harbour police said.',
    'The ferry carried 212 passengers when it hit the pier at 7:40 a.m. local time, harbour master Edith Kallas said.',
    'The operator, Elma Lines, has withdrawn three ships of the same class. "We do not know yet why the engines did not answer," Kallas told reporters.',
    'No accident in Port Elma has been worse since 1994, when nine people drowned beside the old lighthouse.',
  ].join('\n\n')
  return storyOf([
    articleBy('Northline', 'center', {
      kind: 'wire',
      title: 'Ferry strikes pier in Port Elma, 47 injured',
      text: wireText,
      sections: ['World'],
      publishedAt: new Date('2026-03-10T09:00:00Z'),
      url: 'https://northline.example/ferry',
    }),
    articleBy('Elma Radio', 'center', {
      kind: 'local',
      title: 'Ferry strikes pier in Port Elma, 47 injured',
      text: wireText,
      publishedAt: new Date('2026-03-10T09:30:00Z'),
    }),
    articleBy('The Workbench', 'left', {
      title: 'Crew warned of failing engines before the crash',
      text: [
        'Deckhands of the Corvina warned twice about failing engines before the ferry hit a pier in Port Elma, their union said on Tuesday.',
        'Of the 212 passengers on the ferry, 47 were injured. “Overworked mechanics begged for spare parts and were sent away,” said union secretary Tomas Brill.',
        'Elma Lines employed 60 mechanics in its workshop four years ago and employs 31 now, Brill said. The spare parts ran out in January.',
      ].join('\n\n'),
    }),
    articleBy('Common Ground', 'lean-left', {
      title: 'Elma Lines cut its workshop by half, records show',
      text: [
        'Elma Lines, whose ferry Corvina hit a pier on Tuesday, cut its workshop from 60 to 31 mechanics in four years, company records show.',
        'The crash in Port Elma injured 47 people. An overworked night shift looks after eleven ships, said union secretary Tomas Brill.',
        '“Nobody in the office asked whether any spare parts were left to repair her with,” Brill said.',
      ].join('\n\n'),
    }),
    articleBy('The Ledger', 'lean-right', {
      title: 'Harbour subsidy under scrutiny after ferry accident',
      text: [
        'Taxpayers gave Elma Lines a subsidy of $38 million last year, and the company could not keep the Corvina off a pier in Port Elma on Tuesday.',
        'Harbour master Edith Kallas said 212 passengers were on board. The subsidy was raised by the council against the advice of its auditor.',
        '“Pour money in and ask no questions, and this is the subsidy you get,” said council member Ruth Vance.',
      ].join('\n\n'),
    }),
    articleBy('Free Harbour', 'right', {
      kind: 'opinion',
      sections: ['Opinion'],
      title: 'End the ferry subsidy now',
      text: [
        'We have paid $38 million for the privilege of being rammed into a pier. The ferry Corvina is what a subsidy looks like in Port Elma.',
        'Council member Ruth Vance was right: the subsidy buys silence, and silence sank our trust.',
      ].join('\n\n'),
    }),
  ])
}
