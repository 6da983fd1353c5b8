/** Whether a language tag is German's. */
export const isGerman = (lang: string | null): boolean => /^de\b/i.test(lang ?? '')

/** Names of the months, for a pattern. */
export const germanMonths = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'

/** German words that carry no matter, lower-case. */
export const germanStopWords: ReadonlySet<string> = new Set(
  (
    'der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können soll sollen will muss ' +
    'auf aus bei mit nach von vor zu zum zur für über unter um durch gegen ohne bis seit ab an am im in ins als wie wenn dass weil noch nur auch schon mehr sehr rund etwa gut sich sie er es wir ' +
    'ihre ihren ihrer sein seine seinen ihm ihr man gibt gab lag liegt laut nennt sagte teilte jahr jahre jahren monat euro prozent millionen milliarden'
  ).split(' '),
)
