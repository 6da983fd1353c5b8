import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Dossier, NumberedSentence } from '../../src/bundle/dossier.ts'

/** What was asked, as far as a test wants to know. */
export interface Question {
  readonly system: string
  readonly user: string
  readonly authorization: string | undefined
  readonly schema: unknown
}

/** What to say: an object to be written as the answer's JSON, a text as it is, a status instead of an answer, or nothing for ever. */
export type Say = { readonly json: unknown } | { readonly text: string } | { readonly status: number } | 'nothing'

export interface ModelServer {
  readonly url: string
  readonly questions: Question[]
  /** Answers each question; to be set by the test. */
  answer: (question: Question) => Say
  close(): Promise<void>
}

/** A server that speaks `/chat/completions` on loopback. */
export async function startModelServer(): Promise<ModelServer> {
  const server = createServer((request, response) => void respond(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const model: ModelServer = {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`,
    questions: [],
    answer: () => ({ status: 500 }),
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }

  async function respond(request: IncomingMessage, response: ServerResponse) {
    let body = ''
    for await (const piece of request) body += piece
    const { messages, response_format } = JSON.parse(body)
    const question = {
      ...{ system: messages[0].content, user: messages[1].content, schema: response_format },
      authorization: request.headers.authorization,
    }
    model.questions.push(question)
    const said = model.answer(question)
    if (said === 'nothing') return
    if ('status' in said)
      return response.writeHead(said.status, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}')
    const content = 'text' in said ? said.text : JSON.stringify(said.json)
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        ...{ id: '1', object: 'chat.completion', created: 0, model: 'test', usage: { total_tokens: 100 } },
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
      }),
    )
  }
  return model
}

/** The numbered sentences of a question, as a model would read them. */
export function dossierIn({ user }: Question): Dossier {
  const sentences: NumberedSentence[] = []
  let group = 0
  for (const line of user.split('\n')) {
    group = Number(/^ARTICLE of .*, group (\d+), /.exec(line)?.[1] ?? group)
    const [, number, text] = /^\[(\d+)\] (.*)$/.exec(line) ?? []
    if (number !== undefined && text !== undefined)
      sentences.push({ number: Number(number), article: '' as NumberedSentence['article'], group, text })
  }
  return { sentences, text: user }
}
