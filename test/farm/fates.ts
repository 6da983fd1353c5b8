import type { FetchFailure } from '../../src/feed/fetch-failure.ts'

/** What the last poll of a feed must stand under: it was read (changed or not), or the reason why it was not. */
export type Standing = 'read' | 'not-a-feed' | FetchFailure

/** What can happen to a feed, by kind of trouble; a mix says how many feeds fall to each kind. */
export const kindsOfFate = {
  /** Answers 304 to its validators, and never has anything new. */
  unchanged: { unchanged: 'read' },
  /** The same body again and again, and nothing to ask it by. */
  validatorless: { validatorless: 'read' },
  /** New items every round. */
  changing: { changing: 'read' },
  /** New items every round under one ETag, so that it answers 304 to whoever sends it. */
  lying: { lying: 'read' },
  /** New items every round, after a wait. */
  slow: { slow: 'read' },
  failing: {
    'status-500': 'http-5xx',
    'status-502': 'http-5xx',
    'status-503': 'http-5xx',
    overloaded: 'rate-limited',
    limited: 'rate-limited',
    'status-401': 'blocked',
    challenge: 'blocked',
    'status-404': 'http-4xx',
    'status-410': 'gone',
    reset: 'protocol',
    'hang-up': 'protocol',
    'cut-short': 'protocol',
    refused: 'refused',
    tls: 'tls',
    silence: 'timeout',
  },
  redirecting: {
    moved: 'read',
    elsewhere: 'read',
    chain: 'read',
    loop: 'too-many-redirects',
    'long-chain': 'too-many-redirects',
    'to-file': 'address-forbidden',
  },
  huge: { 'huge-announced': 'too-large', 'huge-stream': 'too-large' },
  hostile: {
    'gzip-bomb': 'too-large',
    'entity-bomb': 'read',
    deep: 'not-a-feed',
    'header-flood': 'too-large',
    drip: 'timeout',
    html: 'not-a-feed',
    empty: 'not-a-feed',
    'wrong-type': 'read',
    'windows-1252': 'read',
  },
} as const satisfies Record<string, Record<string, Standing>>

export type KindOfFate = keyof typeof kindsOfFate
type KeysOf<Group> = Group extends unknown ? keyof Group : never
export type Fate = KeysOf<(typeof kindsOfFate)[KindOfFate]>

export const standings = Object.assign({}, ...Object.values(kindsOfFate)) as Record<Fate, Standing>

/** Weights of the kinds of fate. */
export type Mix = Partial<Record<KindOfFate, number>>

/** Mostly well, as a real catalogue is, and every fault in it. */
export const everyFault: Mix = {
  ...{ unchanged: 30, validatorless: 5, changing: 35, lying: 2, slow: 2 },
  ...{ failing: 12, redirecting: 6, huge: 1, hostile: 7 },
}

/** One fate for each of `count` feeds: as many of each kind as its weight says, and the fates of a kind in turn. */
export function dealFates(count: number, mix: Mix): Fate[] {
  const kinds = Object.entries(mix) as [KindOfFate, number][]
  const total = kinds.reduce((sum, [, weight]) => sum + weight, 0)
  let dealt = 0
  let weighed = 0
  return kinds.flatMap(([kind, weight]) => {
    weighed += weight
    const upTo = Math.round((count * weighed) / total)
    const fates = Object.keys(kindsOfFate[kind]) as Fate[]
    const own = Array.from({ length: upTo - dealt }, (_, index) => fates[index % fates.length] ?? 'unchanged')
    dealt = upTo
    return own
  })
}
