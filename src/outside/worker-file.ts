import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const isTypeScript = import.meta.url.endsWith('.ts')

/** What piscina needs to run `./name` of this folder in a thread, from the sources as from what is built of them. */
export function workerFile(name: string): { readonly filename: string; readonly execArgv: string[] } {
  return {
    filename: fileURLToPath(new URL(`./${name}.${isTypeScript ? 'ts' : 'js'}`, import.meta.url)),
    execArgv: isTypeScript ? ['--import', typeScriptLoader()] : [],
  }
}

// `--import tsx` itself registers in the main thread only on Node 20. The address is absolute, for a thread resolves names
// from the working directory, which may be anywhere.
function typeScriptLoader(): string {
  const api = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs')
  return `data:text/javascript,import { register } from ${JSON.stringify(pathToFileURL(api).href)}; register()`
}
