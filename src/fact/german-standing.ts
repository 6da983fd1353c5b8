import { germanStopWords } from './german.ts'
import type { Name } from './names.ts'

const connective =
  /^["„“‚‘]?(?:Aber|Allerdings|Auch|Außerdem|Daher|Dann|Darum|Dennoch|Denn|Deshalb|Deswegen|Doch|Ebenso|Endlich|Gleichzeitig|Immerhin|Inzwischen|Jedoch|Jetzt|Nun|Oder|Schließlich|Stattdessen|Trotzdem|Überhaupt|Und|Vielmehr|Zudem|Zugleich)\b/u
const says =
  'bedeutet|entspricht|gilt|geht|habe|hat|heißt|ist|kann|kommt|könne|könnte|macht|reicht|sagte|sah|sei|sind|soll|teilte|war|waren|werde|wird|würde|zeigt'
/** "Er", "Damit", "Dort", "Diese Entscheidung", "Das sei falsch": who, with what, where, which? */
const pointing = new RegExp(
  `^["„“‚‘]?(?:Er|Sie|Es|Ihm|Ihn|Ihnen|Ihr(?:e[nmrs]?)?|Sein(?:e[nmrs]?)?|Dabei|Dadurch|Dafür|Dagegen|Daher|Dahinter|Damit|Danach|Daneben|Daran|Darauf|Darin|Darüber|Darunter|Davon|Davor|Dazu|Dort|Hier|Hinzu|Dies(?:e[nmrs]?)?|Solche[nmrs]?|Jene[nmrs]?|Beide[nmrs]?|Letztere[nmrs]?|Bis (?:dahin|dato)|Nach (?:eigenen|ihren|seinen) Angaben|Das (?:${says}))(?!\\p{L})`,
  'u',
)
/** A sentence that does not begin with whom it is about. */
const adverbial =
  /^(?:Am|An|Auf|Aus|Bei|Beim|Bis|Durch|Für|Gegen|Gemäß|Im|In|Laut|Mit|Nach|Ohne|Seit|Statt|Trotz|Über|Um|Unter|Vom|Von|Vor|Während|Wegen|Zu|Zum|Zur|Schon|Erst|Noch|Nur|Gestern|Heute)(?!\p{L})/u
const pronoun = /(?<!\p{L})(?:er|sie|ihm|ihn|ihnen|ihre?[nmrs]?|sein(?:e[nmrs]?)?)(?!\p{L})/u
/** "Für die Firma bedeutet das einen Umweg", "Der Kreistag sah das anders": what? After a comma it belongs to a noun. */
const thatInside =
  /(?<!,) das(?:[.,;!]| (?:eine?[nmrs]?|der|die|den|nicht|anders|auch|nur|schon|kaum|niemand\p{L}*|nichts)(?!\p{L}))/u
/** "Ab 3,5 muss ein Bauwerk geschlossen werden": on what scale? */
const bareScale =
  /^(?:Ab|Bei|Bis|Über|Unter) \d[\d.,]* (?:darf|dürfen|gilt|gelten|ist|kann|können|muss|müssen|sind|wird|werden)(?!\p{L})/u
/** "Nur vier seien bestätigt": somebody says so, and the sentence does not tell who. */
const reported = /(?<!\p{L})(?:seien|sei|habe|werde|könne|müsse|solle|wolle|dürfe)(?!\p{L})/u
const reporter =
  /(?<!\p{L})(?:laut|zufolge|sagt|sagte|sagten|sagen|erklärt\p{L}*|teilte|teilten|meint|meinte|warnt\p{L}*|betont\p{L}*|fordert\p{L}*|kritisiert\p{L}*|schreibt|schrieb|heißt|hieß|berichtet\p{L}*|kündigt\p{L}*|nannte|sieht|glaubt|findet|hofft|fürchtet|argumentiert|verspricht|versprach|bestätigt\p{L}*|behauptet\p{L}*|weist|wies|gab|gibt)(?!\p{L})/u

/** Whether a German sentence goes on with what stood before it. */
export const goesOnInGerman = (text: string): boolean => connective.test(text)

/** Whether a German sentence points to what stood before it, or gives somebody's words without saying whose. `outside`: without quotations. */
export function pointsBackInGerman(text: string, outside: string, names: readonly Name[]): boolean {
  return (
    pointing.test(text) ||
    bareScale.test(text) ||
    thatInside.test(outside) ||
    pronounBeforeName(outside, names) ||
    reportsOfNobody(outside)
  )
}

/** "Mit 31 zu 24 Stimmen trennte er sich": a noun in front that the sentence is not about tells nothing of "er". */
function pronounBeforeName(outside: string, names: readonly Name[]): boolean {
  const [clause = ''] = outside.split(/[,;:–]/)
  const at = clause.search(pronoun)
  if (at < 0 || !adverbial.test(clause)) return false
  // A single capital is any noun.
  return !names.some(({ words: [first = '', ...rest] }) => {
    const isName = rest.length > 0 && !germanStopWords.has(first.toLowerCase())
    return isName && clause.slice(0, at).includes(rest.at(-1) ?? '')
  })
}

function reportsOfNobody(outside: string): boolean {
  const [clause = ''] = outside.split(/[,;:–]/)
  return reported.test(clause) && !reporter.test(outside) && !/(?<!\p{L})es sei denn/u.test(outside)
}
