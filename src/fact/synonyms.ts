import { termOf } from './stems.ts'

/**
 * Words by which reports of one event call one thing, a line for each. What merely comes near stands apart on purpose: a
 * household is no home, a refugee no migrant, a building no house, a vehicle no car, for their counts differ.
 */
const groups = `
strike stoppage walkout shutdown
fire blaze wildfire inferno
quake earthquake tremor temblor
storm hurricane typhoon cyclone
flood flooding deluge
blast explosion detonation
crash collision accident
attack assault
inquiry investigation probe
talks negotiations
deal agreement accord pact
ruling judgment verdict
law act statute legislation
home house dwelling residence
ship vessel
plane aircraft airplane aeroplane
road highway motorway
jail prison
worker employee staff staffer
job post position
firm company business corporation
industry sector
manufacturer maker producer
soldier troops serviceman servicemen
protester demonstrator marcher
prisoner inmate
gunman gunmen attacker assailant shooter
doctor physician
pupil schoolchild schoolchildren
lawmaker legislator parliamentarian
vote ballot
expect forecast predict anticipate
install fit mount
build construct erect
buy purchase acquire
repair renovate renovation refurbish restoration
move relocate resettle
close shut
begin start
dismiss sack fired
demolish raze bulldoze
compensation payout
aid assistance
streik ausstand arbeitskampf arbeitsniederlegung
brand feuer großbrand
beben erdbeben
explosion detonation
unfall unglück
sanierung reparatur instandsetzung renovierung
klinik krankenhaus klinikum spital
beschäftigte mitarbeiter angestellte arbeitnehmer
firmen unternehmen betriebe
stellen arbeitsplätze jobs
demonstranten protestierende
häuser wohnhäuser
`

const senses = new Map<string, string>()
for (const [first, ...others] of groups.trim().split('\n').map(wordsOfLine)) {
  for (const word of others) for (const stem of stemsOfWord(word)) senses.set(stem, termOf(first ?? word))
}

function wordsOfLine(line: string): string[] {
  return line.split(' ')
}

/** English words by their stem, German nouns also without the ending of their plural, as counted nouns are kept. */
function stemsOfWord(word: string): string[] {
  return [termOf(word), word.replace(/e?n$/, '')]
}

/** What a stem means: the stem of the first word that may stand for it, or itself. */
export function senseOf(stem: string): string {
  return senses.get(stem) ?? stem
}

/** What is said with a negation or as a supposition by one and without by another: "no change" is to hold. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:no (?:rate )?change|unchanged|(?:stand|stands|standing|stood) pat|on hold)\b/gi, 'hold'],
  [/\b(?:forecasts?|predict(?:s|ed)?|anticipate[sd]?|foresees?|foresaw)\b/gi, 'expected'],
  [/\bno (?:fewer|less) than\b/gi, 'at least'],
  [/\bno more than\b/gi, 'at most'],
]

/** A text in the words by which its sense is compared with another's. */
export function reworded(text: string): string {
  return phrases.reduce((said, [phrase, word]) => said.replace(phrase, word), text)
}
