import type { Signature } from '../../../src/article/signature.ts'

/** Signatures by their bands, as the index of the database has them. */
export class Buckets {
  readonly #signatures: readonly Signature[]
  readonly #places = new Map<number, number[]>()

  constructor(signatures: readonly Signature[]) {
    this.#signatures = signatures
    for (const [at, signature] of signatures.entries()) {
      for (const band of signature) {
        const places = this.#places.get(band)
        if (places === undefined) this.#places.set(band, [at])
        else places.push(at)
      }
    }
  }

  /** How many bands others share with the one at `at`, by place; those that share none are not looked at. */
  sharing(at: number): Map<number, number> {
    const shared = new Map<number, number>()
    for (const band of this.#signatures[at] ?? []) {
      for (const place of this.#places.get(band) ?? []) {
        if (place !== at) shared.set(place, (shared.get(place) ?? 0) + 1)
      }
    }
    return shared
  }
}

/** The same by comparing with every one. */
export function sharingWithAll(signatures: readonly Signature[], at: number): Map<number, number> {
  const own = signatures[at] ?? []
  const shared = new Map<number, number>()
  for (const [place, signature] of signatures.entries()) {
    let bands = 0
    for (const [band, hash] of signature.entries()) if (hash === own[band]) bands += 1
    if (bands > 0 && place !== at) shared.set(place, bands)
  }
  return shared
}
