import { termOf } from './stems.ts'

/** Words that cannot both be true of one thing: what stands left of the stroke against what stands right of it. */
const pairs = `
repeal abolish scrap oppose block | support introduce uphold enact
fire sack dismiss oust | resign quit retire
win | lose
rise increase gain climb grow raise | fall decrease decline drop shrink cut lower
approve pass accept adopt | reject veto refuse decline
begin start open launch resume | end close stop finish halt suspend
arrive enter join | leave depart withdraw exit
allow permit legalize | ban forbid prohibit outlaw
admit confirm | deny dispute
convict guilty | acquit innocent
buy | sell
lift ease | impose tighten
strengthen | weaken
more above | less fewer below
before | after
up | down
survive | die
arrest detain | release free`

const opposites = new Map<string, Set<string>>()
for (const [left = [], right = []] of pairs.split('\n').map((line) => line.split('|').map(stemsOfList))) {
  for (const one of left) for (const other of right) oppose(one, other)
}

function stemsOfList(words: string): string[] {
  return words.split(' ').filter(Boolean).map(termOf)
}

function oppose(one: string, other: string): void {
  opposites.set(one, (opposites.get(one) ?? new Set()).add(other))
  opposites.set(other, (opposites.get(other) ?? new Set()).add(one))
}

/** Has the word an opposite that is known? */
export function opposed(word: string): boolean {
  return opposites.has(termOf(word))
}

export function isOppositeOf(one: string, other: string): boolean {
  return opposites.get(termOf(other))?.has(termOf(one)) === true
}
