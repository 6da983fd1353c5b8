import { type Command, InvalidArgumentError } from 'commander'
import type { BackgroundRefusal } from '../store/bundle-background.ts'
import type { WordingRefusal } from '../store/bundle-wordings.ts'
import type { Database } from '../store/database.ts'
import type { By } from '../store/story-edits.ts'
import { UserError } from './fail.ts'
import { operator } from './operator.ts'

export interface EditOptions {
  readonly by?: string
  readonly note?: string
  readonly json?: boolean
}

/** The options of every command that changes what a bundle says. */
export function withEditOptions(command: Command): Command {
  return command
    .option('--by <name>', 'who decides, where it is not the user of this system: kept with it', editorsName)
    .option('--note <text>', 'why: kept with it')
    .option('--json', 'print as JSON')
}

const longestName = 80

function editorsName(name: string): string {
  const plain = name.replace(/\s+/g, ' ').trim()
  if (plain === '' || plain.length > longestName || /[\p{Cc}\p{Cf}]/u.test(plain))
    throw new InvalidArgumentError(`a name has 1 to ${longestName} characters`)
  return plain
}

type Refused = WordingRefusal | BackgroundRefusal

const refusals = {
  'no-such-bundle': 'there is no such bundle: its id stands in the address of its page',
  merged: 'its story was merged into another, to which its page leads: edit the bundle there',
  'no-such-sentence': 'the version that stands has no sentence at this place: see --help',
  'no-such-wording': 'no editor’s words stand at this place: `parallax bundles versions` lists them',
  'same-words': 'these words stand there already',
  'no-words': 'a sentence has words',
  'no-such-background':
    'there is no sentence of this number: `parallax bundles held` lists those that are held, with --state published those that readers have',
  accepted: 'this sentence is accepted already',
  rejected: 'this sentence is rejected already',
  replaced: 'a later version was written without this sentence before anybody decided on it',
  worded: 'an editor’s words stand in its place: `parallax bundles release` them first',
} as const satisfies Record<Refused, string>

/** One edit of a bundle under the name of whoever does it: prints the version that stands then, or why it was refused. */
export async function editBundle(
  { by, note, json }: EditOptions,
  work: (db: Database, by: By) => Promise<{ kind: 'done'; version: number } | { kind: 'refused'; reason: Refused }>,
): Promise<void> {
  const { withStored } = await import('./with-parts.ts')
  const actor = by === undefined ? operator() : `editor:${by}`
  const outcome = await withStored(({ database }) => work(database.db, { actor, note: note ?? null, now: new Date() }))
  if (outcome.kind === 'refused') throw new UserError(refusals[outcome.reason], 1)
  if (json) console.log(JSON.stringify({ version: outcome.version }))
  else console.log(`Done; the bundle is at version ${outcome.version}.`)
}
