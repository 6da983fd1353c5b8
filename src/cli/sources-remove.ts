import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { UserError } from './fail.ts'
import { givenPath } from './given-path.ts'
import { rewriteFile } from './rewrite-file.ts'

/** `parallax sources remove ID`: takes an entry out of the catalogue. */
export function removeCommand(): Command {
  return new Command('remove')
    .description('take a source out of the catalogue; it is polled no more, and what it published stays')
    .argument('<id>', 'id of the source')
    .option('--file <file>', 'the catalogue (default: PARALLAX_SOURCES, else sources.yaml)', givenPath)
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', '\nExample: parallax sources remove example-herald')
    .action(async (id: string, { file, json }: { file?: string; json?: true }) => {
      const path = file ?? readConfig(process.env).sourcesFile
      const { removeSource } = await import('../source/edit-catalogue.ts')
      let line = 0
      await rewriteFile(path, async (text) => {
        if (text === null) throw new UserError(`${path}: no such file`)
        const edited = removeSource(text, id)
        if (edited.kind === 'refused') throw new UserError(`${path}: ${edited.why}`, 1)
        line = edited.line
        return edited.text
      })
      const said = `${id} is out of ${path} (line ${line}): the next round polls it no more. Its articles stay.`
      console.log(json ? JSON.stringify({ removed: id, line }) : said)
    })
}
