import { Command, Option } from 'commander'
import type { BackgroundSentence } from '../store/bundle-background.ts'
import { type BackgroundState, backgroundStates } from '../store/ids.ts'
import { type EditOptions, editBundle, withEditOptions } from './bundle-edit.ts'
import { printable } from './printable.ts'
import { wholeNumber } from './whole-number.ts'

/** What a model wrote of its own knowledge, and what editors make of it. */
export function backgroundCommands(): Command[] {
  return [heldCommand(), acceptCommand(), rejectCommand()]
}

function heldCommand(): Command {
  return new Command('held')
    .description('list what a model wrote of its own knowledge and nobody decided yet: held, where no reader sees it')
    .argument('[bundle]', 'only of this one')
    .addOption(
      new Option('--state <state>', 'those of this state; published: in the bundle, though nobody decided')
        .choices(backgroundStates)
        .default('held'),
    )
    .option('--json', 'print as JSON, one document')
    .action(async (bundle: string | undefined, { state, json }: { state: BackgroundState; json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { backgroundSentences } = await import('../store/bundle-background.ts')
      const { newestVersion } = await import('./asked-versions.ts')
      const found = await withStored(async ({ database: { db } }) => {
        if (bundle !== undefined) await newestVersion(db, bundle)
        return backgroundSentences(db, { state, bundle })
      })
      console.log(json ? JSON.stringify(found) : heldText(found) || `No ${state} sentences.`)
    })
}

function heldText(found: readonly BackgroundSentence[]): string {
  const bundles = [...new Map(found.map(({ bundle, headline }) => [bundle, headline]))]
  return bundles
    .map(([bundle, headline]) => {
      const own = found.filter((one) => one.bundle === bundle)
      return [`${bundle}  ${printable(headline)}`, ...own.map(sentenceText)].join('\n')
    })
    .join('\n\n')
}

function sentenceText({ number, text, model, heldAt, state, decidedAt, decidedBy, note }: BackgroundSentence): string {
  const decided = decidedAt === null ? '' : `; ${state} by ${decidedBy}, ${minute(decidedAt)}`
  const why = note === null ? '' : `: ${note}`
  return `${String(number).padStart(6)}  ${printable(`${text} (${model}, ${minute(heldAt)}${decided}${why})`)}`
}

const minute = (date: Date) => `${date.toISOString().slice(0, 16)}Z`

function acceptCommand(): Command {
  const command = new Command('accept')
    .description(
      'take a sentence, held, published or rejected before, into the context of a bundle, marked: a new version, and in all later ones',
    )
    .argument('<bundle>', 'its id, as in the address of its page')
    .argument('<number>', 'of the sentence, as `bundles held` prints it', wholeNumber)
    .addHelpText('after', '\nExample: parallax bundles accept 42 1 --by "Ann Brisk"')
  return withEditOptions(command).action((bundle: string, number: number, options: EditOptions) =>
    editBundle(options, async (db, by) => {
      const { acceptBackground } = await import('../store/bundle-background.ts')
      return acceptBackground(db, { bundle, number }, by)
    }),
  )
}

function rejectCommand(): Command {
  const command = new Command('reject')
    .description(
      'reject a held sentence, or take an accepted or published one out: it comes back only where it is accepted after all',
    )
    .argument('<bundle>', 'its id, as in the address of its page')
    .argument('<number>', 'of the sentence, as `bundles held` prints it', wholeNumber)
    .addHelpText('after', '\nExample: parallax bundles reject 42 2 --note "the year is wrong"')
  return withEditOptions(command).action((bundle: string, number: number, options: EditOptions) =>
    editBundle(options, async (db, by) => {
      const { rejectBackground } = await import('../store/bundle-background.ts')
      return rejectBackground(db, { bundle, number }, by)
    }),
  )
}
