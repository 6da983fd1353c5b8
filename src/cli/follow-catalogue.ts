import { stat } from 'node:fs/promises'
import { syncSources } from '../../pipelines/sync-sources.ts'
import { withPipelineLock } from '../store/pipeline-lock.ts'
import { parsedCatalogue } from './catalogue-file.ts'
import type { Running } from './run-stages.ts'

/** What a file looked like; another writing of it looks otherwise. */
async function lookOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  return found === null ? 'missing' : `${found.mtimeMs} ${found.size} ${found.ino}`
}

/**
 * To be called again and again: where the catalogue was written since the last call it is taken up, in one transaction, or refused
 * whole with every error named in the log, and what stood before goes on. The first call takes note of what stands.
 */
export async function followCatalogue(running: Running): Promise<() => Promise<void>> {
  const { config, stored, outside } = running
  let seen = await lookOf(config.sourcesFile)
  let last = seen
  return async () => {
    const look = await lookOf(config.sourcesFile)
    const isAtRest = look === last
    last = look
    // Half a file may be sound, and would retire the other half.
    if (look === seen || !isAtRest) return
    if (look === 'missing') {
      seen = look
      return outside.log.error({ file: config.sourcesFile }, 'the catalogue is gone: what it said last goes on')
    }
    const parsed = await parsedCatalogue(config.sourcesFile)
    if (parsed.kind === 'invalid') {
      for (const { file, line, column, field, message } of parsed.problems)
        outside.log.error({ place: `${file}:${line}:${column}`, field }, `the catalogue is not taken up: ${message}`)
    } else {
      const { db } = stored.database
      const synced = await withPipelineLock(stored.url, 'sync-sources', () =>
        syncSources(db, parsed.sources, outside.clock.now()),
      )
      // Another process is at it, with this file or an older one: it is looked at again.
      if (synced.kind === 'busy') return
      const { added, changed, retired, feedsAdded, feedsRetired } = synced.result
      const sources = `${added} sources new, ${changed} changed, ${retired} retired`
      process.stderr.write(`sources  taken up: ${sources}; ${feedsAdded} feeds new, ${feedsRetired} retired\n`)
    }
    seen = look
  }
}
