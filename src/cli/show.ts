import { Command } from 'commander'
import type { BundleDocument } from '../bundle/document.ts'
import { wholeNumber } from './whole-number.ts'

interface ShowOptions {
  readonly at?: number
  readonly json?: boolean
}

/** `parallax show BUNDLE`: what its page says, to be read here or to be put into a text. */
export function showCommand(): Command {
  return new Command('show')
    .description('print a bundle as Markdown, drafts too; each sentence with the numbers of the articles it rests on')
    .argument('<bundle>', 'its id, as in the address of its page')
    .option('--at <version>', 'one of its versions (default: the newest)', wholeNumber)
    .option('--json', 'print its document as JSON')
    .addHelpText('after', '\nExamples: parallax show 42\n          parallax show 42 --at 1 > story.md')
    .action(async (bundle: string, { at, json }: ShowOptions) => {
      const document = await documentOf(bundle, at)
      if (json) return void process.stdout.write(`${JSON.stringify(document)}\n`)
      const { bundleMarkdown } = await import('../reader/bundle-markdown.ts')
      process.stdout.write(bundleMarkdown(document))
    })
}

async function documentOf(bundle: string, wanted: number | undefined): Promise<BundleDocument> {
  const { withStored } = await import('./with-parts.ts')
  const { askedVersion, newestVersion } = await import('./asked-versions.ts')
  return withStored(async ({ database: { db } }) => {
    const newest = await newestVersion(db, bundle)
    return (await askedVersion(db, bundle, wanted ?? newest)).document
  })
}
