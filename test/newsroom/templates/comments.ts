import { createHash } from 'node:crypto'
import type { Zone } from '../outlets.ts'
import { type ShownDate, showDate } from '../show-date.ts'

export interface Comment {
  readonly name: string
  readonly text: string
  readonly date: ShownDate
}

const names = [
  'marl_and_clay',
  'Aunt Petra',
  'slowbus42',
  'D. Ferriby',
  'onlyhereforthecrossword',
  'Teodor K',
  'quayside',
]

const texts = [
  'Thank you for setting this out so clearly. I had heard three different versions before breakfast.',
  'I would like to know what the people who have to live with it think. Could somebody go and ask them?',
  'We heard the same promises fifteen years ago and I still have the leaflet in a drawer.',
  'My brother-in-law works in this line and says the same thing, for what it is worth.',
  'Not sure I agree with the headline, but the piece itself is fair.',
  'Can the moderators explain why my last comment disappeared? There was nothing rude in it.',
  'Somebody always pays in the end. It is never the somebody who decided.',
  'Does anyone have a link to the original document? The one on the official site asks for a password.',
  'Good reporting. More of this and fewer recipes, please.',
]

/** Two or three reader comments, always the same ones below the same page. */
export function commentsBelow(path: string, published: Date, zone: Zone): Comment[] {
  const dice = createHash('sha1').update(path).digest()
  const start = dice.readUInt8(0)
  return Array.from({ length: 2 + (dice.readUInt8(1) % 2) }, (_, index) => ({
    name: names[(start + index * 3) % names.length] ?? '',
    text: texts[(start + index * 4) % texts.length] ?? '',
    date: showDate(new Date(published.getTime() + (index + 1) * 37 * 60_000), zone),
  }))
}
