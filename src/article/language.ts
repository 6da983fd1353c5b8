import { eld } from 'eld/extrasmall'

/** The language of a text as an ISO 639-1 code; null where the text does not tell reliably. */
export function detectLanguage(text: string): string | null {
  const detected = eld.detect(text.slice(0, 2000))
  return detected.isReliable() && detected.language !== '' ? detected.language : null
}
