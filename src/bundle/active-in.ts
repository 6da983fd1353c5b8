import { type Section, shelfNamed } from './section.ts'

/**
 * Whether an outlet whose articles stood on these shelves publishes in a section: on a shelf of it, or on one that says nothing of the
 * matter, such as "World" or "headlines", where every matter stands. Whoever has but shelves of other matters does not.
 */
export function isActiveIn(section: Section, shelves: readonly string[]): boolean {
  return shelves.some((name) => (shelfNamed(name) ?? section) === section)
}
