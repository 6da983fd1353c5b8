import { germanMonths, isGerman } from '../fact/german.ts'

/** By what a language tells that a sentence speaks of what was before. */
export interface BackgroundSigns {
  /** How a thing compares with what was before, and what each way is worth. */
  readonly signs: readonly (readonly [RegExp, number])[]
  readonly future: RegExp
  /** What somebody argues about the news is no background to it. */
  readonly argued: RegExp
  /** What keeps a sentence from standing alone, where the language's flaws are not known otherwise. */
  readonly dangling: RegExp
}

const english: BackgroundSigns = {
  signs: [
    [
      /\bfor the first time\b|\bfirst\b[^.]{0,60}\bsince\b|\b(?:largest|biggest|worst|strongest|highest|lowest|deadliest|longest|narrowest)\b[^.]{0,60}\b(?:since|in (?:\d+|\p{Ll}+) years|on record|ever|in history)\b/u,
      1,
    ],
    [
      /\bsince (?:the )?(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December|last)/u,
      0.7,
    ],
    [
      /\b(?:last|previous) (?:year|month|time|spring|summer|autumn|fall|winter|election|decade)\b|\b(?:years?|decades?|months) (?:ago|earlier|before)\b|\b(?:a decade|a century) (?:ago|earlier)\b/u,
      0.5,
    ],
    [/\b(?:in|by|from|between|after) (?:the )?(?:(?:early|late|mid)[- ])?(?:\w+ )?(?:18|19|20)\d\d\b/u, 0.4],
    [
      /\bhas (?:long|previously|repeatedly)\b|\bhave (?:long|previously|repeatedly)\b|\bpreviously\b|\bhistor(?:y|ic|ically|ical)\b|\bfounded in\b|\bwas (?:created|established|passed|signed|built|opened) in\b/,
      0.4,
    ],
  ],
  argued: /\b(?:described|hailed|called|praised|defended|denounced|dismissed|welcomed|argue[ds]|arguing)\b/,
  future: /\b(?:will|would|by 20\d\d|plans? to|expected to|due to|is to|are to)\b/,
  dangling: /^$/,
}

const aMonth = `(?:${germanMonths})`

const german: BackgroundSigns = {
  signs: [
    [
      /(?<!\p{L})(?:zum ersten Mal|erstmals) seit(?!\p{L})|(?<!\p{L})(?:größte|höchste|niedrigste|schwerste|stärkste|längste|schlimmste)\p{L}{0,2} [^.]{0,60}(?<!\p{L})seit(?!\p{L})/u,
      1,
    ],
    [new RegExp(`(?<!\\p{L})seit (?:dem Jahr )?(?:(?:19|20)\\d\\d|${aMonth})(?!\\p{L})`, 'iu'), 0.7],
    [
      /(?<!\p{L})(?:[iI]m (?:vergangenen|vorigen|letzten) (?:Jahr|Monat|Frühjahr|Sommer|Herbst|Winter|Jahrzehnt)|vor (?:\d+|\p{Ll}+) (?:Jahren|Jahrzehnten|Monaten))(?!\p{L})/u,
      0.5,
    ],
    [
      new RegExp(
        `(?<!\\p{L})(?:im Jahr|[iI]m ${aMonth}|vom ${aMonth}|nachdem es|Anfang|Mitte|Ende|aus dem Jahr) (?:18|19|20)\\d\\d(?!\\d)`,
        'u',
      ),
      0.5,
    ],
  ],
  argued: /(?<!\p{L})(?:nannte|nennt|lobte|kritisierte|verteidigte|begrüßte|fordert|forderte|warf)(?!\p{L})/u,
  future: /(?<!\p{L})(?:wird|werden|soll|sollen|will|wollen|werde|kann|könnte|würde|dürfte|bis 20\d\d)(?!\p{L})/u,
  dangling:
    /^(?:Er|Sie|Es|Der|Die|Das|Den|Dem|Ein davon|Eine davon|Dies\p{L}*|Damals|Dort|Dabei|Damit|Doch|Aber|Auch|Danach|Davon|Darin|Seither|Ihre?|Sein\p{L}*|Was|Wer)(?!\p{L})|(?<!\p{L})(?:er|wir|ich|uns)(?!\p{L})|(?<!, )(?<!\p{L})(?:das|dies) (?!\p{Lu}|\p{Ll}+(?:e|en|er|es) \p{Lu})/u,
}

/** English where a language is not known by its signs: hardly a sentence has them then. */
export const backgroundSigns = (lang: string | null): BackgroundSigns => (isGerman(lang) ? german : english)
