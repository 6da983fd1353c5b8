import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { demoDatabaseName } from '../../src/cli/demo-world.ts'
import { dropDatabase } from '../../src/store/create-database.ts'

const kills = 10
const program = join(import.meta.dirname, '../../src/cli/main.ts')
const folders: string[] = []

afterEach(async () => {
  const server = process.env['DATABASE_URL']
  for (const folder of folders) {
    if (server) await dropDatabase(server, demoDatabaseName(folder))
    rmSync(folder, { recursive: true, force: true })
  }
})

/** What must be the same however often the demo was killed: everything but ids, which follow the order of arrival. */
const reportSchema = z.object({
  articles: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      authors: z.array(z.string()),
      publishedAt: z.string().nullable(),
      text: z.string(),
      story: z.string().nullable(),
    }),
  ),
  bundles: z.array(z.object({ articles: z.array(z.object({ id: z.string() })) }).loose()),
  status: z.object({
    articlesByState: z.record(z.string(), z.number()),
    rejectedByReason: z.record(z.string(), z.number()),
    feedsByOutcome: z.record(z.string(), z.number()),
    stories: z.number(),
    bundles: z.number(),
  }),
})

function endState(output: string) {
  const { articles, bundles, status } = reportSchema.parse(JSON.parse(output))
  const pathOf = new Map(
    articles.map(({ id, url }) => [id, new URL(url).host.replace(/:.*/, '') + new URL(url).pathname]),
  )
  const stories = new Map<string, string[]>()
  for (const { id, story } of articles)
    stories.set(story ?? 'none', [...(stories.get(story ?? 'none') ?? []), pathOf.get(id) ?? ''])
  // In reading order an article's id stands for its address, a port for nothing.
  const withoutIds = (document: object) =>
    JSON.stringify(document, (key, value) =>
      key === 'story' || key === 'bundle'
        ? ''
        : typeof value === 'string'
          ? (pathOf.get(value) ?? value.replace(/localhost:\d+/, 'localhost'))
          : value,
    )
  const { feedsByOutcome: _, ...counts } = status
  return {
    articles: articles.map(({ id, title, authors, publishedAt, text }) => ({
      path: pathOf.get(id),
      title,
      authors,
      publishedAt,
      text,
    })),
    stories: [...stories.values()].map((paths) => paths.sort()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    // As objects again, so that a difference shows as one field.
    bundles: bundles
      .map(withoutIds)
      .sort()
      .map((document): unknown => JSON.parse(document)),
    counts,
  }
}

function startDemo(dir: string): {
  child: ChildProcess
  ended: Promise<{ code: number | null; output: string; errors: string }>
} {
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'demo', '--once', '--json', '--dir', dir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((done) =>
    child.on('close', (code) => done({ code, output, errors })),
  )
  return { child, ended }
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-kill-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

async function finish(dir: string) {
  const { code, output, errors } = await startDemo(dir).ended
  if (lostItsPort(errors)) return finish(dir)
  expect(code, errors).toBe(0)
  return endState(output)
}

/** While no demo ran, another test was given the port that the folder remembers; it will end. */
const lostItsPort = (errors: string) => errors.includes("which can't be opened (listen EADDRINUSE")

test(`a demo that is killed ${kills} times at random moments ends as one that was not`, {
  timeout: 1_800_000,
}, async () => {
  const began = performance.now()
  const undisturbed = await finish(freshFolder())
  const span = performance.now() - began
  expect(undisturbed.bundles.length).toBeGreaterThan(5)
  let killed = 0
  let dir = freshFolder()
  while (killed < kills) {
    const { child, ended } = startDemo(dir)
    const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * span)
    const { code, output, errors } = await ended
    clearTimeout(timer)
    if (code === null) killed += 1
    else if (!lostItsPort(errors)) {
      // It was through before its moment came: that is an end state, too.
      expect(code, errors).toBe(0)
      expect(endState(output)).toEqual(undisturbed)
      dir = freshFolder()
    }
  }
  expect(await finish(dir)).toEqual(undisturbed)
})
