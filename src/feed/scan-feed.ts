import { Tokenizer } from 'htmlparser2'
import type { NotAFeedReason } from './parsed.ts'
import type { Scan } from './scan.ts'
import { Scanner } from './scanner.ts'

/** One pass over a document: is it a feed, how many items does it declare, is it safe to parse? */
export function scanFeed(text: string): Scan | { readonly kind: 'not-a-feed'; readonly reason: NotAFeedReason } {
  const scanner = new Scanner(text)
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    scanner.callbacks(() => tokenizer.pause()),
  )
  tokenizer.write(text)
  if (scanner.refusal === null) tokenizer.end()
  return scanner.result()
}
