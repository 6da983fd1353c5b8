import type { ShownEdit, ShownMember, ShownStory } from '../store/shown-stories.ts'
import type { constraintsAbout } from '../store/story-constraints.ts'
import type { LinkedStory } from '../store/story-links.ts'
import { printable } from './printable.ts'

export interface WholeStory {
  readonly story: ShownStory
  readonly articles: readonly ShownMember[]
  readonly constraints: Awaited<ReturnType<typeof constraintsAbout>>
  readonly edits: readonly ShownEdit[]
  readonly links: readonly LinkedStory[]
}

export const storiesText = (stories: readonly ShownStory[]): string =>
  stories.map(lineOf).join('\n') || 'No such stories.'

function lineOf({ id, state, mergedInto, marks, articles, lastArticleAt, title }: ShownStory): string {
  const said = mergedInto === null ? state : `merged into ${mergedInto}`
  const words = [said, ...marks.map((mark) => (mark === 'lock' ? 'locked' : 'pinned'))].join(', ')
  return `${id.padStart(6)}  ${minute(lastArticleAt)}  ${words.padEnd(8)} ${String(articles).padStart(4)}  ${printable(title ?? '')}`
}

export function storyText({ story, articles, constraints, edits, links }: WholeStory): string {
  const split = story.splitFrom === null ? [] : [`        split from story ${story.splitFrom}`]
  return [
    ...[lineOf(story), ...split, ...links.map(linkText), '', 'Articles', ...articles.map(memberText)],
    ...['', 'Constraints', ...orNone(constraints.map(constraintText))],
    ...['', 'Edits', ...orNone(edits.map(editText))],
  ].join('\n')
}

const orNone = (lines: readonly string[]) => (lines.length === 0 ? ['  none'] : lines)

const relations = {
  continues: 'continues',
  'continued-by': 'continued by',
  'same-event': 'tells the same event as',
} as const

const linkText = ({ relation, storyId, reason }: LinkedStory) =>
  `        ${relations[relation]} story ${storyId}: ${printable(reason)}`

const memberText = ({ id, title, source, articleAt, how, reason }: ShownMember) =>
  `${id.padStart(6)}  ${minute(articleAt)}  ${source}: ${printable(title ?? '')}\n        ${how}: ${printable(reason)}`

function constraintText({ kind, articleId, otherArticleId, actor, note, at }: WholeStory['constraints'][number]) {
  const subject = articleId === null ? 'this story' : `articles ${articleId} and ${otherArticleId}`
  return `  ${kind}: ${subject} (${actor}, ${minute(at)}${noted(note)})`
}

function editText({ id, kind, undoes, stories, actor, note, at }: ShownEdit): string {
  const what = undoes === null ? kind : `undo of ${undoes}`
  return `${id.padStart(6)}  ${minute(at)}  ${what} of stories ${stories.join(', ')} (${actor}${noted(note)})`
}

const noted = (note: string | null) => (note === null ? '' : `: ${printable(note)}`)

const minute = (date: Date) => `${date.toISOString().slice(0, 16)}Z`
