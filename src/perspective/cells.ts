import type { Reading } from '../fact/readings.ts'
import { piecesOf } from './pieces.ts'
import { type Standing, standingsOf } from './standings.ts'

/** Articles of a story that no label tells apart. */
export interface Cell {
  readonly standings: readonly Standing[]
  readonly isOpinion: boolean
  readonly members: readonly Reading[]
}

/** The articles of a story by all that a label can say of them. */
export function cellsOf(readings: readonly Reading[]): readonly Cell[] {
  const copies = wireCopiesIn(readings)
  const cells = new Map<string, { standings: readonly Standing[]; isOpinion: boolean; members: Reading[] }>()
  for (const reading of readings) {
    const standings = standingsOf(reading, copies.has(reading))
    const key = `${standings.join(' ')} ${reading.isOpinion}`
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, { standings, isOpinion: reading.isOpinion, members: [reading] })
    else cell.members.push(reading)
  }
  return [...cells.values()]
}

/** Copies of a newswire's report in other outlets, unless a side would have nothing else to say. */
function wireCopiesIn(readings: readonly Reading[]): ReadonlySet<Reading> {
  const isWire = ({ article }: Reading) => article.source.kind === 'wire'
  const copies = new Set(
    piecesOf(readings).flatMap((piece) => (piece.some(isWire) ? piece.filter((one) => !isWire(one)) : [])),
  )
  const speaking = new Set(readings.filter((one) => !copies.has(one)).map(({ side }) => side))
  const keepsVoice = ({ side }: Reading) => (side !== 'left' && side !== 'right') || speaking.has(side)
  return new Set([...copies].filter(keepsVoice))
}
