import { expect, test } from 'vitest'
import { namesIn } from '../../src/fact/names.ts'
import { sentencesOf } from '../../src/fact/sentences.ts'
import { flawsOf } from '../../src/fact/standing.ts'

function flaws(text: string) {
  const [sentence] = sentencesOf(text)
  return sentence === undefined ? ['nothing'] : flawsOf(sentence, namesIn(text, new Set(['Calloway', 'Kallas'])))
}

test.each([
  'Britain’s House of Commons on Tuesday passed the Warm Homes Levy Bill by 318 votes to 291.',
  'Calloway warned that private tenants could be left behind by their landlords in Bradford.',
  'Some 2.3 million low-income households will be exempt from the new charge in October.',
  'Families who heat their homes with gas will each pay £1,150 over ten years, the institute said.',
  'Elma Lines paid more than three quarters of the bill for the pier in Port Elma.',
  'President Ruth Vance closed the quay of Port Elma on Tuesday, but she said it would open soon.',
  'Der Rat von Elma verkauft die Fähre nach Brenna, weil sie 40 Millionen Gulden kostet.',
  'Nach dem Urteil von Elma hat Ruth Vance ihre Klage gegen die Werft zurückgezogen.',
  'Die Mole sei seit Jahren gesperrt, sagte Hafenmeisterin Edith Kallas am Dienstag.',
  'Das Hafenamt von Elma sperrt die Mole, das neue Gesetz verlangt 40 Prüfungen im Jahr.',
  'Die Werft zahlt 40 Millionen Gulden für das Schiff, das am Dienstag einlief.',
  '“We have both,” union president Rosa Delgado-Wynn told reporters outside the union hall.',
])('stands alone: %s', (text) => {
  expect(flaws(text)).toEqual([])
})

test.each([
  ['He said the measure would cut exposure to the wholesale gas markets.', 'dangling'],
  ['Edith Kallas, a seismologist at the observatory, said more were likely.', 'dangling'],
  ['Harbour master Edith Kallas said that would pay for 40 lamps along the quay.', 'dangling'],
  ['Elma Lines SEE MORE on the ferry that struck the pier in Port Elma.', 'page-furniture'],
  ['This would cut the exposure of the country to the wholesale gas markets.', 'dangling'],
  ['Property taxes have risen 14 percent since 2022 in Elma, he noted, with libraries as a reason.', 'dangling'],
  ['There is no detour for lorries between Port Elma and the town of Brenna.', 'dangling'],
  ['These two bridges between Port Elma and Brenna carry most of the lorries.', 'dangling'],
  ['Speaking in Port Elma on Tuesday, the secretary said that 40 jobs would come.', 'dangling'],
  ['Among them was Edith Kallas, who has led the harbour police since 2019.', 'dangling'],
  ['The span dates from 1957 and carries 30,000 cars on a working day, Kallas said.', 'definite'],
  ['Vance is a gift to us all and the harbour of Port Elma is at its end!', 'speaks-in-person'],
  ['But the union in Port Elma rejected the offer of the company on Tuesday.', 'connects'],
  ['The deal was signed after nine days of talks between both of the sides.', 'definite'],
  ['The agreement was signed in Nairobi on Tuesday after nine days of talks.', 'definite'],
  ['“Exempting households softens the blow for everybody at the bottom.”', 'bare-quotation'],
  ['Why would anybody vote for a charge that half of the country rejects?', 'question'],
  ['Sign up for our newsletter to get the news of Port Elma every morning.', 'page-furniture'],
  ['President Trump Donald John TrumpGOP senators balk at lengthy trial on Tuesday.', 'page-furniture'],
  ['Consider what 212 million dollars of public money bought the people of Elma.', 'speaks-in-person'],
  ['We have paid for the privilege of being rammed into a pier by Elma Lines.', 'speaks-in-person'],
  ['A photograph of the harbour of Port Elma in the early morning of Tuesday', 'no-sentence'],
  ['Kallas declined.', 'too-short'],
  ['Doch der Rat von Elma hat die Fähre am Dienstag verkauft, sagt Kallas.', 'connects'],
  ['Damit verliert der Hafen von Elma seine letzte Fähre nach Brenna im Mai.', 'dangling'],
  ['Diese Entscheidung kostet den Hafen von Elma im Jahr 40 Millionen Gulden.', 'dangling'],
  ['Der Rat von Elma sah das anders und verkaufte die Fähre am Dienstag.', 'dangling'],
  ['Für die Werft in Elma bedeutet das einen Verlust von 40 Millionen Gulden.', 'dangling'],
  ['Mit 31 zu 24 Stimmen trennte er sich am Dienstag von der Fähre nach Brenna.', 'dangling'],
  ['Nach ihren Angaben kostet die Reparatur im Hafen 40 Millionen Gulden.', 'dangling'],
  ['Von neun Schäden an der Mole seien nur vier der Fähre zuzuschreiben.', 'dangling'],
  ['Ab 3,5 muss eine Mole nach der Regel der Stadt sofort gesperrt werden.', 'dangling'],
])('does not stand alone: %s', (text, flaw) => {
  expect(flaws(text)).toContain(flaw)
})
