import { loadedIn } from '../fact/loaded-words.ts'
import { wordsOf } from '../fact/stems.ts'

/** What a neutral headline does not do, and how much it counts. */
const flaws: readonly (readonly [RegExp, number])[] = [
  // It checks, sums up or promises instead of telling.
  [/\bfact[- ]?check\b|\btrue or false\b|\bdebunk/i, 9],
  [
    /^(?:opinion|commentary|editorial|letter|review|column|podcast|quiz|photos?|gallery|watch|video|transcript|full text)\b\s*[:|–—-]/i,
    3,
  ],
  [
    /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|here['’]s|here are|what (?:we know|to know|you need)|everything|all you need)\b.{0,30}\b(?:things?|ways|reasons|takeaways|facts|questions|moments|lessons|charts|lies|times|know|need|why|how|what)\b|\b(?:takeaways|live blog|live updates|what to know|things to know|need to know)\b/i,
    3,
  ],
  // It asks, or answers a question that nobody asked.
  [/\?|^(?:why|how|what|who|when|where|which|is|are|was|were|does|do|did|can|could|should|will|would|has|have)\b/i, 2],
  [/^(?:warum|wie|wer|wo|wann|welche[rsn]?|wozu|weshalb)\b/i, 2],
  // It speaks to readers, or as somebody.
  [/\b(?:I|me|my|you|your|we|our|us|let['’]s)\b/, 2],
  [/!|\.\.\.|…$/, 2],
  [
    /(?<!\p{L})(?:endlich|schluss mit|schlussstrich|die quittung für|schon wieder|ausgerechnet|muss|müssen|angeblich)(?!\p{L})/iu,
    1,
  ],
  [/\b(?:must|should|finally|actually|really|even|of course|apparently|so-called|once again|just)\b/i, 1],
  [/\b(?:LOL|OMG|WTF|goes? nuts|go nuts|awesome|seriously|explained|meritless|huh)\b/i, 1],
  // It says how well somebody answered.
  [/\b(?:dodg|evad|sidestep|duck)(?:e?s|ed|p?ing|ped)\b|\b(?:shrugs?|shrugged|brush(?:es|ed)?) off\b/i, 1],
  // It needs what stood before it.
  [/^(?:he|she|they|it|this|that|these|those|his|her|their|its|even|but|and)\b/i, 2],
  // An essay on the matter, which news would open without "the".
  [/^the (?:case|art|lesson|problem|trouble|truth|real|sad|strange|danger|myth|politics|meaning|importance)\b/i, 2],
  // Somebody's words, which may be mocked or shared.
  [/["“”]|(?:^|[\s(])['‘]/, 1],
  // "TRUMP SLAMS" shouts; "NATO" and "UN" do not.
  [/(?:\b\p{Lu}{4,}\b\W+){2,}/u, 1],
  [/:\s/, 0.5],
]

/** 0 for a title that only tells what happened; more, the more it takes part. */
export function partialityOf(title: string): number {
  const plain = title.replace(/\bU\.S\.?|\bUS\b/g, '')
  const formal = flaws.reduce((sum, [sign, worth]) => sum + (sign.test(plain) ? worth : 0), 0)
  return formal + loadedIn(wordsOf(title))
}
