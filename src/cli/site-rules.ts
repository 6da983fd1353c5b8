import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSiteRule, type SiteRule } from '../article/site-rule.ts'
import { projectRoot } from '../project-root.ts'
import { UserError } from './fail.ts'

/** The rules that come with the program. */
export const ownSiteRules = () => join(projectRoot(), 'src', 'article', 'site-rules')

/** Rules of all .yaml files in a folder. @throws UserError naming file, line and field of every mistake. */
export async function loadSiteRules(folder: string): Promise<SiteRule[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new UserError(`site rules: ${folder} can not be read: ${error.message}`)
  })
  const files = names.filter((name) => name.endsWith('.yaml')).toSorted()
  const parsed = await Promise.all(
    files.map(async (name) => parseSiteRule(await readFile(join(folder, name), 'utf8'), join(folder, name))),
  )
  const problems = parsed.flatMap((file) => (file.kind === 'invalid' ? file.problems : []))
  if (problems.length > 0) throw new UserError(problems.join('\n'))
  return parsed.flatMap((file) => (file.kind === 'rule' ? [file.rule] : []))
}
