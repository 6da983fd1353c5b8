import type { FarmRecord } from './farm.ts'
import type { FarmOptions } from './plan.ts'

/** What a farm in a process of its own is told; it reports on one order before it gets the next. */
export type Order =
  | { readonly kind: 'start'; readonly options: FarmOptions }
  | { readonly kind: 'to-round'; readonly round: number }
  | { readonly kind: 'hang-up' }
  | { readonly kind: 'record' }

export type Report =
  | { readonly kind: 'started'; readonly port: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'recorded'; readonly record: FarmRecord }
