import type { Fetched, Fetcher, FetchRequest, RobotsAnswer, RobotsGate } from '../src/outside/ports.ts'

export interface AskingParts {
  readonly fetcher: Fetcher
  readonly robots: RobotsGate
}

/** What a server says, or why its robots.txt kept it from being asked. */
export type Asked = Fetched | Exclude<RobotsAnswer, { kind: 'allowed' }>

/** One request after its host's robots.txt, with the rest that this asks for. `userAgent`: a source's own. */
export async function askPolitely(
  { fetcher, robots }: AskingParts,
  { userAgent, ...request }: Pick<FetchRequest, 'url' | 'wants'> & { readonly userAgent: string | null },
  signal: AbortSignal,
): Promise<Asked> {
  const answer = await robots.ask(request.url, userAgent ?? undefined)
  if (answer.kind !== 'allowed') return answer
  const asking = userAgent === null ? {} : { userAgent }
  return fetcher.fetch({ ...request, ...asking, restMs: answer.crawlDelayMs }, signal)
}
