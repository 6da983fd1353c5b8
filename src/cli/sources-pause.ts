import { Command } from 'commander'
import { sourceId } from '../source/source.ts'
import { UserError } from './fail.ts'
import { operator } from './operator.ts'

interface Printing {
  readonly json?: boolean
}

/** `parallax sources pause ID`: a pause laid over the catalogue, in the database. */
export function pauseCommand(): Command {
  return new Command('pause')
    .description('stop polling a source until it is resumed; sources.yaml stays as it is')
    .argument('<id>', 'id of the source')
    .option('--reason <text>', 'why, for those who come after you')
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', '\nExample: parallax sources pause example-herald --reason "asked us to wait until Monday"')
    .action(async (id: string, { reason, json }: Printing & { reason?: string }) => {
      const { withStored } = await import('./with-parts.ts')
      const { pauseSource } = await import('../store/pauses.ts')
      const by = { actor: operator(), now: new Date() }
      const kind = await withStored(({ database }) => pauseSource(database.db, sourceId(id), reason ?? null, by))
      if (kind === 'no-such-source') throw new UserError(noSuchSource(id), 1)
      const said = kind === 'paused' ? `${id} is paused` : `${id} was paused already`
      console.log(json ? JSON.stringify({ kind, id }) : `${said}: \`parallax sources resume ${id}\` ends it.`)
    })
}

/** `parallax sources resume ID` */
export function resumeCommand(): Command {
  return new Command('resume')
    .description('poll a paused source again')
    .argument('<id>', 'id of the source')
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', '\nExample: parallax sources resume example-herald')
    .action(async (id: string, { json }: Printing) => {
      const { withStored } = await import('./with-parts.ts')
      const { resumeSource } = await import('../store/pauses.ts')
      const by = { actor: operator(), now: new Date() }
      const kind = await withStored(({ database }) => resumeSource(database.db, sourceId(id), by))
      if (kind === 'not-paused')
        throw new UserError(`${id} is not paused: \`parallax feeds list --state paused\` names what is`, 1)
      console.log(json ? JSON.stringify({ kind, id }) : `${id} is polled again.`)
    })
}

const noSuchSource = (id: string) =>
  `no source ${id} in the database: \`parallax feeds list\` names those that are polled, \`parallax sources sync\` brings new ones in`
