import { InvalidArgumentError } from 'commander'

/** An option's value as a whole number of at least one. */
export function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('write a whole number, 1 or more.')
  return number
}
