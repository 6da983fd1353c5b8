import { roleWords } from './names.ts'

const organisations =
  'Academy Act Administration Agency Airlines Alliance Assembly Association Authority Bank Bill Board Bureau Business Cabinet Campaign Center Centre Chamber Church City Club Coalition ' +
  'College Commission Committee Company Conference Congress Constitution Corp Corporation Corps Council Country County Court Daily Democrat Democratic Democrats Department Digital District ' +
  'Embassy Exchange Federation Force Forces Forum Foundation Fund Government Group Holdings House Inc Industries Initiative Institute Institution Journal Kingdom League Legal Legislature ' +
  'Magazine Media Ministry Monitor Movement Museum Network News Office Online Order Organisation Organization Palace Parliament Party Patrol Police Post Press Project Radio Republic ' +
  'Republican Republicans Research Reserve School Security Senate Service Services Society States Station Street Studies Supreme Systems Team Television Times Today Treasury Tribune Trust ' +
  'TV Twitter Facebook Instagram Pinterest Union University Watch Weekly Wire'
const notFirst =
  'African American Americans Arab Asian Associated Big British Canadian Capitol Central Chinese Christian Civil Conservative Eastern English European Federal First Free French General ' +
  'German Global Great Gulf Homeland International Islamic Jewish Labour Liberal Muslim National New North Northern Old Pacific Progressive Public Royal Russian South Southern Special ' +
  'Superior United Western White World East West U.N U.S U.K E.U D.C Fort Lake Los Las Mount Port San Santa Saint St'
const states =
  'Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan ' +
  'Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming London Paris Berlin Moscow ' +
  'Beijing Brussels Chicago Houston Boston Philadelphia Detroit Miami Seattle Denver'
/** Offices and callings that stand before a name; what stands before them is no part of it either. */
const offices = new Set(
  (
    'State Staff Leader Majority Minority Chairman Chairwoman Chair Whip President-elect Lieutenant Colonel Major Commander Admiral Prosecutor Spokesman Spokeswoman Gov.-elect U.S Associate ' +
    'Executive CEO Founder Actor Actress Singer Host Anchor Reporter Writer Author Advisor Adviser Counsel Nominee Candidate Father Sister Brother Rabbi Imam King Queen Prince Princess ' +
    'Republican Democrat Democratic Conservative Moderate Liberal Solicitor Inspector Superintendent Ranking Member Counselor Strategist Then-President Miss Madam Sheikh'
  ).split(' '),
)
const openers =
  /^(?:How|Why|What|When|Where|Who|The|A|An|If|As|But|And|For|With|This|That|Here|After|Before|While|Is|Are|Was|Mr|Mrs|Ms)$/
/** "De León" is a surname alone. */
const particle = /^(?:De|Del|Della|Di|Da|La|Le|Du|Van|Von|Al|El|Bin|Ben-)$/
/** Countries that people are called after, too. */
const alsoNames = new Set(['Chad', 'Georgia', 'Jordan', 'Israel', 'Cuba', 'Ireland', 'Holland', 'France'])

const organisationWords = new Set(organisations.split(' '))
const wordsBeforeNoSurname = new Set(notFirst.split(' '))
const places = new Set([...states.split(' '), ...countries().filter((name) => !alsoNames.has(name))])

function countries(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((one) => letters.flatMap((other) => names.of(`${one}${other}`) ?? []))
}

/** "Ben van Zahn" of "Tornby Mayor Ben J. van Zahn": what follows the last office, without initials in the middle. */
export function withoutOffice(words: readonly string[]): readonly string[] {
  const isOffice = (word: string) => offices.has(word) || roleWords.has(word.replace('.', ''))
  return words.slice(words.findLastIndex(isOffice) + 1).filter((word, at) => at === 0 || !/^\p{Lu}\.?$/u.test(word))
}

/**
 * May a run of capitalised words be the name of a person? Two or three words, none of an organisation or a place, none
 * in capitals, and no verb that opens a sentence ("Supporting Calder").
 */
export function mayBePerson(words: readonly string[]): boolean {
  const [first = ''] = words
  if (words.length < 2 || words.length > 3 || openers.test(first)) return false
  if (words.length === 2 && particle.test(first)) return false
  if (wordsBeforeNoSurname.has(first) || places.has(first) || places.has(words.join(' '))) return false
  if (/(?:ing|ed)$/.test(first) && first.length > 4) return false
  return words.every((word) => !organisationWords.has(word) && isNameLike(word))
}

/** "MORE", "KAI" and "BrennaGov" are none; "J.D." and "McCain" are. */
function isNameLike(word: string): boolean {
  if (/^\p{Lu}{2,}$/u.test(word) || /\d/.test(word)) return false
  return !/\p{Ll}\p{Lu}/u.test(word.replace(/^(?:Mc|Mac|De|Di|Da|La|Le|Du|Van|Fitz)(?=\p{Lu})/u, ''))
}
