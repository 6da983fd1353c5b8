import { resolve } from 'node:path'
import { projectRoot } from '../project-root.ts'

/** The scripts of package.json that take paths from whoever stands at the keyboard. */
const scripts = new Set(['start', 'demo', 'parallax'])

/** A path as the user wrote it → one that this process can open. */
export function givenPath(path: string): string {
  const stood = whereTheUserStands(process.env)
  return stood === process.cwd() ? path : resolve(stood, path)
}

/** A path or a URL, for an argument that may be repeated. */
export function givenInputs(input: string, before: readonly string[] = []): string[] {
  return [...before, isUrl(input) ? input : givenPath(input)]
}

export const isUrl = (input: string) => /^https?:\/\//i.test(input)

// npm runs scripts in the package's folder and leaves the user's own in INIT_CWD. Started in any other way, this process
// stands where the user does, whatever an npm above it may have left there.
function whereTheUserStands({ npm_lifecycle_event: script = '', INIT_CWD: stood }: NodeJS.ProcessEnv): string {
  const isOurScript = scripts.has(script) && process.cwd() === projectRoot()
  return isOurScript && stood !== undefined ? resolve(stood) : process.cwd()
}
