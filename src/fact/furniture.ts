import { passagesIn } from './speech.ts'

/**
 * What the page around an article leaves in its text: buttons, player texts, captions, credits, notes on corrections,
 * calls to sign up. Told by form, so that a sentence of the report which mentions a photo or a newsletter stays.
 */
export function isFurniture(text: string): boolean {
  return (
    forms.some((form) => form.test(text)) ||
    (mayBeGlued.test(text) && glued.test(text)) ||
    (mayCredit.test(text) && credits.test(text)) ||
    isCaption(text)
  )
}

/** Is the sentence told as a caption: does it point into a picture, name who took it, or tell a moment in the present? */
export function isCaption(text: string): boolean {
  return (mayPicture.test(text) && pictured.test(text)) || isMoment(text)
}

const forms: readonly RegExp[] = [
  // A label in capitals before other words: "CLOSE The mayor …", "JUST WATCHED …", "RELATED: …", "KALLAS: Well, …".
  /^(?:CLOSE|JUST WATCHED|MUST WATCH|WATCH|RELATED|READ|MORE|VIDEOS?|PHOTOS?|PICTURES?|GALLERY|SLIDESHOW|LISTEN|LIVE|BREAKING|ADVERTISEMENT|SHARE|SKIP|PLAY|NOTE|UPDATED?|EXCLUSIVE|OPINION|ANALYSIS|CORRECTION|CLARIFICATION|STORY|IMAGE|CAPTION)\b(?! \p{Ll})/u,
  /^\p{Lu}[\p{Lu}\d .'’&-]{2,30}:\s/u,
  // Buttons; "more than half" is none.
  / MORE\b|\bReplay\b.*\bVideos?\b|\bUp Next\b|\|\s|\s\||▶|►|@\w|https?:|pic\.twitter|\bwww\./u,
  /\b(?:media playback|unsupported on your device|autoplay|enable javascript|your browser|story highlights|toggle caption|hide caption|enlarge this image|slide \d+ of \d+|image \d+ of \d+)\b/i,
  // Calls to the reader.
  /\b(?:sign up|subscribe|read more|click here|tap here|all rights reserved|terms of (?:use|service)(?: apply|$)|privacy policy|follow (?:us|me|\w+) on|like us on|chat with us|check back|stay tuned|tell us what you think|^add .{1,60} as an interest|by signing up|join the conversation|download (?:the|our) app|get the latest (?:news|headlines)|this article is more than)\b|^(?:get|support|help) (?:our|us)\b|\bour (?:free )?(?:daily |weekly |morning )?newsletters?\b|\bnewsletters? (?:here|now|today)\b/i,
  /^(?:Watch|Listen|Photos?|Video)\b/,
  // Notes of the desk on the piece itself.
  /^(?:an? )?(?:earlier|previous|original|prior) versions?\b|^\(?(?:editor[’']?s[’']? note|correction|clarification|update|updated)\b\s*[:(–—-]|^(?:this|the) (?:story|post|article|piece|report|column|item|headline|page|version|interview|transcript)\b.{0,40}\b(?:updated?|corrected|amended|revised|clarified|edited|condensed|published|republished|appeared|appears|contains?|developing|removed)\b|\b(?:breaking|developing) (?:news )?story\b|\bupdated at\b|\bwill be updated\b|\bthe (?:above|below) (?:report|video|photo|clip)s?\b/i,
  // A cut or a label, not the end of a sentence.
  /(?:\.\.\.|…)$/,
]

// Patterns that know all alphabets are slow: what they must contain is looked for first.
/** A capital or a digit right after a small letter, as far as one that knows no alphabets can tell; of signs only punctuation is none. */
const mayBeGlued = /[a-z\u0080-\u1fff\u2071-\uffff][A-Z\d\u0080-\u1fff\u2071-\uffff]/
/** Two texts run into each other where markup was lost: "TrumpGOP senators". */
const glued = /\p{Ll}{3}(?:\p{Lu}{2,}|\d{4}\s\p{Lu})|\p{Ll}{4}\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\s/u

const mayCredit =
  /contribut|(?:reporting|editing|writing|research|production) by|opinion|view|\bown\b|columnist|correspondent|reporter|staff writer/i
/** Who else worked on it, who speaks for whom. */
const credits =
  /\bcontribut(?:ed|ing) (?:reporting |research )?(?:to|from|for) this\b|\bcontributed (?:to this|reporting|from \p{Lu})|\bcontributed\.$|^(?:additional )?(?:reporting|editing|writing|research|production) by\b|\b(?:opinions?|views?) (?:expressed|of (?:the )?(?:author|contributors?|columnists?))\b|\b(?:are|is) (?:his|her|their|the author’s|the author's) own(?: and| views|\.)|\b(?:is|was) an? (?:\p{Ll}[\p{L}-]* ){0,4}(?:columnist|correspondent|reporter|staff writer|contributor|contributing editor) (?:for|at|with|of|to|covering|based)\b/iu

const mayPicture = /©|\(|photo|image|picture|video|frame|sketch|^[a-z]+\s*:/i
const pictured =
  /©|\((?:left|right|centre|center|pictured|second from (?:left|right)|above|below|file|top|bottom)\)|\bpictured (?:above|below|here|left|right)\b|\(AP Photo|\b(?:file|handout|archive) (?:photo|image|picture)(?=[).:]|$)|^(?:an? )?(?:combination|composite|undated|handout|file|archive) (?:photo|image|picture)\b|\bimage (?:copyright|caption|credit)\b|\bgetty images\b|\bphoto(?:s|graph)? (?:by|credit|courtesy)\b|\bin this (?:[\p{L}.]+ \d{1,2},? ?(?:\d{4})?,? ?)?(?:\p{L}+ )?(?:photo|image|picture|video still|frame grab|courtroom sketch)\b|^(?:cover|lead|top|main) image\b|^(?:watch|listen|photos?|images?|pictures?|videos?|graphic|map|credit|source|caption|related|more)\s*:/iu
const posing =
  /\b(?:speaks?|talks|meets?|reacts?|waves?|walks?|arrives?|listens?|gestures?|stands?|attends?|poses?|shakes|holds|looks?|leaves|addresses|delivers|smiles|greets?|departs|boards|watch(?:es)?|testifies|appears|takes|sits?|joins|signs|pauses|points|participates?|visits|introduces|embraces?|applauds?|laughs?|march(?:es)?|gathers?|protests|rallies|chants?|carries|carry|adjusts|hugs?|kisses|tours|rides|passes|kneels?)\b/
const dayOfYear = /\b(?:19|20)\d\d\b/
const told =
  /\b(?:said|says|told|was|were|had|has|have|will|would|did|is|are|gave|took|came|went|made|won|lost|met|held|left|led|got|saw|began|fell|rose|struck|found|\p{Ll}{3,}ed)\b/gu

/** "The mayor waves to the crowd in Elma on March 3, 2026.": told in the present and dated, as only captions are. */
function isMoment(text: string): boolean {
  if (!dayOfYear.test(text) || passagesIn(text).length > 0) return false
  const start = posing.exec(text)
  if (start === null) return false
  const verbBefore = text.slice(0, start.index).match(told)
  return verbBefore === null && !/\b(?:said|says|told)\b/.test(text)
}
