/** BCP 47 with language, script and region: what outlets need, and what tells a tag from a word such as "english". */
export const languageTagPattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/

/** The tag that was most likely meant by a text that is none, such as `en-US` by `en_us`. */
export function languageTagMeantBy(text: string): string | undefined {
  const dashed = text.trim().replaceAll('_', '-')
  // Intl throws on what is no tag at all, so only something of the right shape is given to it.
  if (!/^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2}|-[0-9]{3})?$/i.test(dashed)) return undefined
  return Intl.getCanonicalLocales(dashed)[0]
}
