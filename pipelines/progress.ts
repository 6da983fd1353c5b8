/** What a pipeline tells of its work while it works; `total` grows where the end is not known yet. */
export type Progress = (event: { readonly done: number; readonly total: number; readonly note?: string }) => void

export const silent: Progress = () => {}

/** What every pipeline is given beside its parts: when to stop early, and whom to tell. */
export interface RunOptions {
  readonly signal?: AbortSignal
  readonly progress?: Progress
}
