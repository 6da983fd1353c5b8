/** What a server gave with a body so that it can be asked whether that body is still the newest. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** The validators of a feed's stored body, and which of them stood on a body that had changed. */
export interface StoredValidators extends Validators {
  readonly bodyHash: string | null
  /**
   * Never forgiven as long as the feed keeps its address: a lie that comes back hides the news of up to a hundred polls, while
   * asking without the validator costs some kilobytes a poll. Unset both when a redirect is adopted: another server, another word.
   */
  readonly etagLies: boolean
  readonly lastModifiedLies: boolean
}

/** A body that came although it might have been withheld: unconditionally, or as a 200 to a conditional request. */
export interface ArrivedBody extends Validators {
  readonly bodyHash: string
  /** Items that are new or differ from how they were stored. */
  readonly itemsChanged: number
}

const noValidators: Validators = { etag: null, lastModified: null }
const oneIn = 100

/**
 * The validators to send: none on every hundredth poll, so that a server that answers 304 for ever is found out within a hundred
 * polls; and never one that was caught lying.
 * @param poll.count polls of this feed so far; the address makes feeds take different turns.
 */
export function validatorsToSend(stored: StoredValidators, poll: { address: string; count: number }): Validators {
  if ((hashOf(poll.address) + poll.count) % oneIn === 0) return noValidators
  return {
    etag: stored.etagLies ? null : stored.etag,
    lastModified: stored.lastModifiedLies ? null : stored.lastModified,
  }
}

/**
 * Which validators lie, given what stood stored before this body. One that stays the same while items changed would have cost
 * those items. A body that differs in a counter or an advertisement only proves nothing: weak validators may ignore that.
 */
export function liesAfter(
  stored: StoredValidators,
  arrived: ArrivedBody,
): Pick<StoredValidators, 'etagLies' | 'lastModifiedLies'> {
  const differs = stored.bodyHash !== null && stored.bodyHash !== arrived.bodyHash && arrived.itemsChanged > 0
  const lies = (before: string | null, now: string | null) => differs && before !== null && before === now
  return {
    etagLies: stored.etagLies || lies(stored.etag, arrived.etag),
    lastModifiedLies: stored.lastModifiedLies || lies(stored.lastModified, arrived.lastModified),
  }
}

/** What to store after a 304: it repeats its validators at will, and may send newer ones for the same body. */
export function validatorsAfterUnchanged(stored: Validators, sent: Validators): Validators {
  return { etag: sent.etag ?? stored.etag, lastModified: sent.lastModified ?? stored.lastModified }
}

/** FNV-1a, 32 bits: spreads addresses, hides nothing. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
