import { InvalidArgumentError } from 'commander'

/** An option's value that must be 1 or more. */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('write a whole number above 0')
  return value
}
