import type { BundleVersion, Reading } from '../api/reading.ts'
import { changesBetween } from '../bundle/changes.ts'
import type { Step } from './changes-page.tsx'

/** A page shows so many versions: each is a document of its own. */
const mostVersions = 20

/** The newest versions of a bundle → what each changed of the one before it, the newest first. */
export async function changesView(
  reading: Reading,
  id: string,
  versions: readonly BundleVersion[],
): Promise<{ id: string; headline: string; steps: readonly Step[] }> {
  const newest = versions.slice(-mostVersions - 1)
  const documents = new Map(
    (
      await reading.documents(
        id,
        newest.map(({ version }) => version),
      )
    ).map(({ version, document }) => [version, document]),
  )
  const steps = newest.flatMap(({ version, at, writer }, place): Step[] => {
    const [before, after] = [documents.get(newest[place - 1]?.version ?? 0), documents.get(version)]
    return before && after ? [{ version, at, writer, changes: changesBetween(before, after) }] : []
  })
  const headline = documents.get(newest.at(-1)?.version ?? 0)?.headline.text ?? ''
  return { id, headline, steps: steps.reverse() }
}
