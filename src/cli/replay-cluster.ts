import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { z } from 'zod'
import { type StorySettings, storySettings } from '../story/settings.ts'
import { UserError } from './fail.ts'
import { givenPath } from './given-path.ts'

const help = `
Decides anew on every article that is in a story, in the order of time, with the settings of this program or those of --settings,
and compares the stories with those that are stored. Editors' merges, splits, moves, locks and pins are obeyed. Writes nothing.

--settings is a JSON object with some of these (the others stay as they are):
  ${Object.keys(storySettings).join(', ')}

"found" are the stories as they would be, "gold" those that are stored: a split is a stored story that would fall into
pieces, a merge one that would come of several.

Example:
  echo '{"oneStoryAt":0.4}' > stricter.json
  parallax replay cluster --settings stricter.json`

interface Options {
  readonly settings?: string
  readonly json?: boolean
}

export function replayClusterCommand(): Command {
  return new Command('cluster')
    .description('group all articles again under other settings and print what would change; writes nothing')
    .option('--settings <file>', 'settings of grouping, a JSON object', givenPath)
    .option('--json', 'print everything as one JSON document')
    .addHelpText('after', help)
    .action(async ({ settings: file, json }: Options) => {
      const settings = file === undefined ? storySettings : readSettings(file)
      const { withStored } = await import('./with-parts.ts')
      const { replayCluster } = await import('../../pipelines/replay-cluster.ts')
      const { reportOn } = await import('./evaluation-of-files.ts')
      const { evaluationText } = await import('./evaluation-text.ts')
      const { stageProgress } = await import('./stage-progress.ts')
      const stage = stageProgress('replay', json)
      const rows = await withStored(({ database }) =>
        replayCluster(database.db, settings, { progress: stage.progress }),
      )
      const moved = new Set(rows.map(({ now }) => now)).size
      const stored = new Set(rows.map(({ stored: story }) => story)).size
      stage.end(`${rows.length} articles: ${stored} stories are stored, ${moved} would be`)
      const gold = rows.map(({ id, title, stored: story }) => ({ id, title, story }))
      const report = reportOn(
        rows.map(({ id, now }) => ({ id, story: now })),
        gold,
      )
      const width = process.stdout.columns ?? 100
      process.stdout.write(json ? `${JSON.stringify(report)}\n` : evaluationText(report, width))
    })
}

const fields = Object.fromEntries(
  Object.keys(storySettings).map((name) => [name, z.number('must be a number').positive('must be above 0').optional()]),
)
const schema = z.strictObject(fields)

/** Some settings from a file over those of this program. Throws a UserError that names file and field. */
export function readSettings(path: string): StorySettings {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new UserError(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
  const read = schema.safeParse(json)
  if (read.success) return { ...storySettings, ...read.data }
  const [issue] = read.error.issues
  const field = issue?.path.join('.')
  throw new UserError(`${path}: ${field ? `${field}: ` : ''}${issue?.message ?? 'is no settings'}`)
}
