import pLimit from 'p-limit'
import { Agent, request } from 'undici'
import { type Contender, type ContenderSetup, tally } from './contender.ts'

/** The HTTP client alone: sends the validators it was given, drops every body. */
export async function openUndici({ urls }: ContenderSetup): Promise<Contender> {
  const dispatcher = new Agent()
  const limit = pLimit(500)
  const validators = new Map<string, Record<string, string>>()
  const poll = async (url: string) => {
    const { statusCode, headers, body } = await request(url, { dispatcher, headers: validators.get(url) ?? {} })
    await body.dump()
    validators.set(url, validatorsIn(headers))
    return statusCode === 200 || statusCode === 304
  }
  return {
    round: async () => tally(await limit.map(urls, (url) => poll(url).catch(() => false))),
    close: () => dispatcher.close(),
  }
}

function validatorsIn(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const { etag, 'last-modified': lastModified } = headers
  return {
    ...(typeof etag === 'string' ? { 'if-none-match': etag } : {}),
    ...(typeof lastModified === 'string' ? { 'if-modified-since': lastModified } : {}),
  }
}
