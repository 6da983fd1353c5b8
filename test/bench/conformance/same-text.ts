import { plainText } from '../../../src/feed/plain-text.ts'

/** Whether two texts say the same to a reader: markup, entities and white space aside. */
export const isSameText = (one: string, other: string): boolean => bare(one) === bare(other)

/** Once for markup, again for markup that was escaped: some parsers hand out the one, some the other. */
function bare(text: string): string {
  const plain = plainText(text)
  return plain === text ? plain : bare(plain)
}
