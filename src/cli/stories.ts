import { Command, InvalidArgumentError, Option } from 'commander'
import { type StoryState, storyStates } from '../store/shown-stories.ts'
import { storyId } from '../story/story.ts'
import { UserError } from './fail.ts'
import { storyEditCommands } from './stories-edits.ts'
import { storiesText, storyText, type WholeStory } from './stories-text.ts'

/** `parallax stories …`: see the stories, and say what belongs together and what does not. */
export function storiesCommand(): Command {
  const stories = new Command('stories')
    .description('see the stories, and say what belongs together and what does not')
    .addCommand(listCommand())
    .addCommand(showCommand())
  for (const command of storyEditCommands()) stories.addCommand(command)
  return stories
}

function listCommand(): Command {
  return new Command('list')
    .description('list stories, those with the newest articles first; without --state all but the merged')
    .addOption(new Option('--state <state>', 'only stories of this state').choices(storyStates))
    .option('--limit <count>', 'how many', countFrom, 50)
    .option('--json', 'print as JSON, one document')
    .addHelpText('after', '\nExample: parallax stories list --state open --limit 20')
    .action(async ({ state, limit, json }: { state?: StoryState; limit: number; json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { listStories } = await import('../store/shown-stories.ts')
      const stories = await withStored(({ database }) => listStories(database.db, { state, limit }))
      console.log(json ? JSON.stringify(stories) : storiesText(stories))
    })
}

function showCommand(): Command {
  return new Command('show')
    .description('show one story: its articles and why they are in it, the constraints on it, and what editors did')
    .argument('<story>', 'its id; that of a merged story shows the story it went into')
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExample: parallax stories show 12')
    .action(async (id: string, { json }: { json?: boolean }) => {
      const whole = await wholeStory(id)
      if (whole === null) throw new UserError(`there is no story ${id}: \`parallax stories list\` names them`, 1)
      const went = whole.story.id === id ? '' : `Story ${id} was merged into story ${whole.story.id}.\n\n`
      console.log(json ? JSON.stringify(whole) : `${went}${storyText(whole)}`)
    })
}

async function wholeStory(name: string): Promise<WholeStory | null> {
  const { withStored } = await import('./with-parts.ts')
  const { resolveStory } = await import('../store/locked-stories.ts')
  const { editsOfStory, shownMembers, shownStory } = await import('../store/shown-stories.ts')
  const { constraintsAbout } = await import('../store/story-constraints.ts')
  const { linkedStories } = await import('../store/story-links.ts')
  return withStored(async ({ database: { db } }) => {
    const id = await resolveStory(db, storyId(name))
    const story = id && (await shownStory(db, id))
    if (!story) return null
    const articles = await shownMembers(db, story.id)
    const named = articles.map((article) => article.id)
    return {
      ...{ story, articles, constraints: await constraintsAbout(db, story.id, named) },
      edits: await editsOfStory(db, story.id),
      links: await linkedStories(db, story.id),
    }
  })
}

function countFrom(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.')
  return Number(text)
}
