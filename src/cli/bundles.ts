import { Command } from 'commander'
import type { VersionOfBundle } from '../store/published-versions.ts'
import type { StandingWording } from '../store/standing-wordings.ts'
import { type EditOptions, editBundle, withEditOptions } from './bundle-edit.ts'
import { backgroundCommands } from './bundles-background.ts'
import { UserError } from './fail.ts'
import { printable } from './printable.ts'

const places = `
PLACE is a sentence of the version that stands: headline, lede, facts.2, differences.1 (a line of
“Accounts differ”), context.1, perspectives.1.framing.1 or perspectives.1.blindSpot.1, counted from 1.`

/** `parallax bundles …`: the versions of a bundle, and what editors say in it. */
export function bundlesCommand(): Command {
  const command = new Command('bundles').description('see the versions of a bundle, and what editors say in it')
  for (const one of [versionsCommand(), wordCommand(), releaseCommand(), ...backgroundCommands()])
    command.addCommand(one)
  return command
}

function versionsCommand(): Command {
  return new Command('versions')
    .description('list the versions of a bundle, and the editors’ words in it that nobody released')
    .argument('<bundle>', 'its id, as in the address of its page')
    .option('--json', 'print as JSON')
    .action(async (bundle: string, { json }: { json?: boolean }) => {
      const { withStored } = await import('./with-parts.ts')
      const { versionsOfBundle } = await import('../store/published-versions.ts')
      const { wordingsOf } = await import('../store/standing-wordings.ts')
      const { bundleItWentTo, waitingWordings } = await import('../store/carried-wordings.ts')
      const found = await withStored(async ({ database: { db } }) => ({
        bundle,
        wentTo: await bundleItWentTo(db, bundle),
        versions: await versionsOfBundle(db, bundle),
        wordings: await wordingsOf(db, bundle),
        waiting: await waitingWordings(db, bundle),
      }))
      if (found.versions.length === 0) throw new UserError(`there is no bundle ${bundle}`, 1)
      console.log(json ? JSON.stringify(found) : versionsText(found))
    })
}

interface Found {
  readonly bundle: string
  readonly wentTo: string | null
  readonly versions: readonly VersionOfBundle[]
  readonly wordings: readonly StandingWording[]
  readonly waiting: readonly StandingWording[]
}

function versionsText({ bundle, wentTo, versions, wordings, waiting }: Found): string {
  const went = `Its story was merged into that of bundle ${wentTo}: \`bundles versions ${wentTo}\` tells which of its words stand there.`
  return [
    ...(wentTo === null ? [] : [went, '']),
    ...versions.map(({ version, at, writer }) => `${String(version).padStart(6)}  ${minute(at)}  ${writer}`),
    ...[
      '',
      'Editors’ words',
      ...(wordings.length === 0 ? ['  none'] : wordings.map((one) => wordingText(one, bundle))),
    ],
    ...(waiting.length === 0 ? [] : ['', 'Editors’ words of merged stories, which stand nowhere in this bundle']),
    ...waiting.map((one) => wordingText(one, bundle)),
  ].join('\n')
}

function wordingText(wording: StandingWording, bundle: string): string {
  const { id, part, label, position, text, actor, at, note, saidIn } = wording
  const where = label === '' ? part : `${label}: ${part}`
  const from = saidIn === bundle ? '' : `, in bundle ${saidIn}`
  const who = `${actor}, ${minute(at)}${from}${note === null ? '' : `: ${note}`}`
  return `${id.padStart(6)}  ${printable(where)} ${position + 1}: ${printable(`${text} (${who})`)}`
}

const minute = (date: Date) => `${date.toISOString().slice(0, 16)}Z`

function wordCommand(): Command {
  const command = new Command('word')
    .description('put words of yours in the place of a sentence: they stay until they are released')
    .argument('<bundle>', 'its id, as in the address of its page')
    .argument('<place>', 'the sentence, below')
    .argument('<text>', 'what it shall say')
    .addHelpText('after', `${places}\n\nExample: parallax bundles word 42 facts.2 "The ferry will run until midnight."`)
  return withEditOptions(command).action((bundle: string, place: string, text: string, options: EditOptions) =>
    editBundle(options, async (db, by) => {
      const { wordSentence } = await import('../store/bundle-wordings.ts')
      return wordSentence(db, { bundle, place, text }, by)
    }),
  )
}

function releaseCommand(): Command {
  const command = new Command('release')
    .description('take an editor’s words back: the next `bundle` says there what the articles give')
    .argument('<bundle>', 'its id, as in the address of its page')
    .argument('<place>', 'the sentence, below, or the id of the words as `bundles versions` prints it')
    .addHelpText('after', `${places}\n\nExample: parallax bundles release 42 facts.2`)
  return withEditOptions(command).action((bundle: string, place: string, options: EditOptions) =>
    editBundle(options, async (db, by) => {
      const { releaseWording } = await import('../store/bundle-wordings.ts')
      return releaseWording(db, { bundle, place }, by)
    }),
  )
}
