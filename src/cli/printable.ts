/**
 * Texts come from outside: no control character of theirs reaches the terminal. Shown by number, for what cannot be seen may be
 * all that changed; the joiners, which scripts and emoji are written with, stay.
 */
export const printable = (text: string) =>
  text.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`)

/** At most `width` UTF-16 units, the last of them an ellipsis where something was cut. */
export const shortened = (text: string, width: number) =>
  text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`
