import { Command, InvalidArgumentError } from 'commander'
import type { Change } from '../bundle/change.ts'
import { changesText } from './changes-text.ts'

interface DiffOptions {
  readonly from?: number
  readonly to?: number
  readonly json?: boolean
}

/** `parallax diff BUNDLE`: how one version of a bundle became another. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('show what changed from one version of a bundle to another; without versions, what the newest changed')
    .argument('<bundle>', 'its id, as in the address of its page')
    .option('--from <version>', 'the older version (default: the one before --to)', versionNumber)
    .option('--to <version>', 'the newer version (default: the newest)', versionNumber)
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExamples: parallax diff 42\n          parallax diff 42 --from 1 --to 4')
    .action(async (bundle: string, options: DiffOptions) => {
      const { from, to, changes } = await differences(bundle, options)
      if (options.json) console.log(JSON.stringify({ bundle, from, to, changes }))
      else console.log(changesText({ bundle, from, to, changes }, process.stdout.isTTY === true))
    })
}

async function differences(
  bundle: string,
  options: DiffOptions,
): Promise<{ from: number; to: number; changes: Change[] }> {
  const { withStored } = await import('./with-parts.ts')
  const { askedVersion, newestVersion } = await import('./asked-versions.ts')
  const { changesBetween } = await import('../bundle/changes.ts')
  return withStored(async ({ database: { db } }) => {
    const newest = await newestVersion(db, bundle)
    const to = options.to ?? newest
    const from = options.from ?? Math.max(1, to - 1)
    const [before, after] = [await askedVersion(db, bundle, from), await askedVersion(db, bundle, to)]
    return { from, to, changes: changesBetween(before.document, after.document) }
  })
}

function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a version, a whole number above 0.')
  return Number(text)
}
