import { Command } from 'commander'
import type { StandingWording, WordingOutcome, WordingRefusal } from '../store/bundle-wordings.ts'
import type { Database } from '../store/database.ts'
import type { By } from '../store/story-edits.ts'
import { UserError } from './fail.ts'
import { operator } from './operator.ts'
import { printable } from './printable.ts'

interface WordOptions {
  readonly note?: string
  readonly json?: boolean
}

const places = `
PLACE is a sentence of the version that stands: headline, lede, facts.2, context.1, perspectives.1.framing.1 or
perspectives.1.blindSpot.1, counted from 1.`

/** `parallax bundles …`: the versions of a bundle, and what editors say in it. */
export function bundlesCommand(): Command {
  return new Command('bundles')
    .description('see the versions of a bundle, and put an editor’s words in it')
    .addCommand(versionsCommand())
    .addCommand(wordCommand())
    .addCommand(releaseCommand())
}

function versionsCommand(): Command {
  return new Command('versions')
    .description('list the versions of a bundle, and the editors’ words in it that nobody released')
    .argument('<bundle>', 'its id, as in the address of its page')
    .option('--json', 'print as JSON')
    .action(async (bundle: string, { json }: { json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { versionsOfBundle } = await import('../store/published-versions.ts')
      const { wordingsOf } = await import('../store/bundle-wordings.ts')
      const { versions, wordings } = await withStored(async ({ database: { db } }) => ({
        versions: await versionsOfBundle(db, bundle),
        wordings: await wordingsOf(db, bundle),
      }))
      if (versions.length === 0) throw new UserError(`there is no bundle ${bundle}`, 1)
      if (json) console.log(JSON.stringify({ bundle, versions, wordings }))
      else
        console.log(
          [
            ...versions.map(({ version, at, writer }) => `${String(version).padStart(6)}  ${minute(at)}  ${writer}`),
            ...['', 'Editors’ words', ...(wordings.length === 0 ? ['  none'] : wordings.map(wordingText))],
          ].join('\n'),
        )
    })
}

function wordingText({ id, part, label, position, text, actor, at, note }: StandingWording): string {
  const where = label === '' ? part : `${label}: ${part}`
  return `${id.padStart(6)}  ${where} ${position + 1}: ${printable(text)} (${actor}, ${minute(at)}${note === null ? '' : `: ${printable(note)}`})`
}

const minute = (date: Date) => `${date.toISOString().slice(0, 16)}Z`

function wordCommand(): Command {
  return new Command('word')
    .description('put words of yours in the place of a sentence: they stay until they are released')
    .argument('<bundle>', 'its id, as in the address of its page')
    .argument('<place>', 'the sentence, below')
    .argument('<text>', 'what it shall say')
    .option('--note <text>', 'why: kept with the words')
    .option('--json', 'print as JSON')
    .addHelpText('after', `${places}\n\nExample: parallax bundles word 42 facts.2 "The ferry will run until midnight."`)
    .action((bundle: string, place: string, text: string, options: WordOptions) =>
      edit(options, async (db, by) => {
        const { wordSentence } = await import('../store/bundle-wordings.ts')
        return wordSentence(db, { bundle, place, text }, by)
      }),
    )
}

function releaseCommand(): Command {
  return new Command('release')
    .description('take an editor’s words back: the next `bundle` says there what the articles give')
    .argument('<bundle>', 'its id, as in the address of its page')
    .argument('<place>', 'the sentence, below, or the id of the words as `bundles versions` prints it')
    .option('--note <text>', 'why')
    .option('--json', 'print as JSON')
    .addHelpText('after', `${places}\n\nExample: parallax bundles release 42 facts.2`)
    .action((bundle: string, place: string, options: WordOptions) =>
      edit(options, async (db, by) => {
        const { releaseWording } = await import('../store/bundle-wordings.ts')
        return releaseWording(db, { bundle, place }, by)
      }),
    )
}

const refusals = {
  'no-such-bundle': 'there is no such bundle',
  'no-such-sentence': 'the version that stands has no sentence at this place: see --help',
  'no-such-wording': 'no editor’s words stand at this place: `parallax bundles versions` lists them',
  'same-words': 'these words stand there already',
  'no-words': 'a sentence has words',
} as const satisfies Record<WordingRefusal, string>

async function edit(
  { note, json }: WordOptions,
  work: (db: Database, by: By) => Promise<WordingOutcome>,
): Promise<void> {
  const { withStored } = await import('./with-parts.ts')
  const by = { actor: operator(), note: note ?? null, now: new Date() }
  const outcome = await withStored(({ database }) => work(database.db, by))
  if (outcome.kind === 'refused') throw new UserError(refusals[outcome.reason], 1)
  if (json) console.log(JSON.stringify({ version: outcome.version }))
  else console.log(`Done; the bundle is at version ${outcome.version}.`)
}
