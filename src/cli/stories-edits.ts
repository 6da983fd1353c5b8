import { userInfo } from 'node:os'
import { Command } from 'commander'
import { articleId } from '../article/article.ts'
import type { Database } from '../store/database.ts'
import type { EditOutcome } from '../store/refusal.ts'
import type { By } from '../store/story-edits.ts'
import { storyId } from '../story/story.ts'
import { UserError } from './fail.ts'

interface EditOptions {
  readonly note?: string
  readonly json?: boolean
}

/** The commands that change stories: each is one edit, whole or refused. */
export function storyEditCommands(): Command[] {
  return [mergeCommand(), splitCommand(), moveCommand(), ...markCommands(), undoCommand()]
}

const mergeCommand = () =>
  editCommand('merge', 'put all articles of one story into another; the first id leads there ever after')
    .argument('<story>', 'the story that ends')
    .argument('<into>', 'the story that stays')
    .addHelpText('after', '\nExample: parallax stories merge 31 12 --note "one flood, two towns"')
    .action((from: string, into: string, options: EditOptions) =>
      edit(options, async (db, by) => {
        const { mergeStories } = await import('../store/edit-stories.ts')
        return mergeStories(db, { from: storyId(from), into: storyId(into) }, by)
      }),
    )

const splitCommand = () =>
  editCommand('split', 'make the named articles a story of their own; the rest keeps the id')
    .argument('<story>', 'the story')
    .argument('<article...>', 'ids of articles that are about something else, as `stories show` prints them')
    .addHelpText('after', '\nExample: parallax stories split 12 4401 4417')
    .action((from: string, articles: string[], options: EditOptions) =>
      edit(options, async (db, by) => {
        const { splitStory } = await import('../store/edit-stories.ts')
        return splitStory(db, { from: storyId(from), articles: articles.map(articleId) }, by)
      }),
    )

const moveCommand = () =>
  editCommand('move', 'put articles into another story and keep them out of the one they leave')
    .argument('<article...>', 'ids of articles, as `stories show` prints them')
    .requiredOption('--to <story>', 'where they belong')
    .addHelpText('after', '\nExample: parallax stories move 4401 --to 31')
    .action((articles: string[], options: EditOptions & { to: string }) =>
      edit(options, async (db, by) => {
        const { moveArticles } = await import('../store/edit-stories.ts')
        return moveArticles(db, { articles: articles.map(articleId), to: storyId(options.to) }, by)
      }),
    )

const markings = {
  lock: 'let a story gain no more articles',
  unlock: 'let a locked story gain articles again',
  pin: 'keep a story open however long it gains nothing',
  unpin: 'let a pinned story expire',
} as const

const markCommands = () =>
  (['lock', 'unlock', 'pin', 'unpin'] as const).map((marking) =>
    editCommand(marking, markings[marking])
      .argument('<story>', 'the story')
      .addHelpText('after', `\nExample: parallax stories ${marking} 12`)
      .action((id: string, options: EditOptions) =>
        edit(options, async (db, by) => {
          const { markStory } = await import('../store/edit-stories.ts')
          return markStory(db, { id: storyId(id), marking }, by)
        }),
      ),
  )

const undoCommand = () =>
  editCommand('undo', 'reverse an edit, the last one that stands where none is named')
    .argument('[edit]', 'the id of an edit, as `stories show` prints it')
    .addHelpText('after', '\nExamples: parallax stories undo\n          parallax stories undo 17')
    .action((id: string | undefined, options: EditOptions) =>
      edit(options, async (db, by) => {
        const { undoEdit } = await import('../store/undo-edit.ts')
        return undoEdit(db, id, by)
      }),
    )

const editCommand = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .option('--note <text>', 'why: kept with the edit and its constraints')
    .option('--json', 'print as JSON')

async function edit({ note, json }: EditOptions, work: (db: Database, by: By) => Promise<EditOutcome>): Promise<void> {
  const { withStored } = await import('./with-parts.ts')
  const { printable } = await import('./printable.ts')
  const by = { actor: `operator:${userInfo().username}`, note: note ?? null, now: new Date() }
  const outcome = await withStored(({ database }) => work(database.db, by))
  if (outcome.kind === 'refused') throw new UserError(printable(outcome.text), 1)
  const { edit: id, text } = outcome
  const how = text.startsWith('Undid') ? '' : `\nTo undo it: parallax stories undo ${id}`
  console.log(json ? JSON.stringify({ edit: id, text }) : `${text} (edit ${id}).${how}`)
}
