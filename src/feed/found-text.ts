import type { FeedText } from './reading.ts'

export const html = (value: string | undefined): FeedText | null =>
  value === undefined ? null : { value, form: 'html' }
export const literal = (value: string | undefined): FeedText | null =>
  value === undefined ? null : { value, form: 'text' }
export const texts = (...found: (FeedText | null)[]): FeedText[] => found.filter((one) => one !== null)
export const strings = (...found: (string | undefined)[]): string[] => found.flatMap((one) => one?.trim() || [])
