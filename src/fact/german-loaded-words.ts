/** German adjectives that judge, without their endings. */
const adjectives = `
absurd abscheulich anmaßend arrogant aberwitzig barbarisch beispiellos beschämend bizarr blamabel blindwütig borniert brutal
chaotisch desaströs desolat dilettantisch dreist drakonisch dumm dumpf dubios eiskalt elend empörend entsetzlich erbärmlich
erschreckend fadenscheinig fahrlässig fanatisch faul feige fragwürdig gefährlich gewissenlos gierig gnadenlos grauenhaft grausam
grotesk haarsträubend halbherzig hanebüchen hasserfüllt heimtückisch herzlos heuchlerisch hilflos himmelschreiend hirnlos hysterisch
ideologisch idiotisch infam irre irrsinnig jämmerlich kaltherzig katastrophal kläglich kopflos korrupt krass kriecherisch kümmerlich
lachhaft lächerlich lasch leichtfertig maßlos menschenverachtend mies miserabel monströs naiv naserümpfend niederträchtig peinlich
perfide planlos populistisch rabiat rachsüchtig ratlos reißerisch rücksichtslos ruinös schäbig schamlos schändlich scheinheilig
schlampig schmählich schmerzlich schmutzig schockierend schrill selbstgerecht selbstherrlich skandalös skrupellos sinnlos stur stümperhaft
tollkühn töricht trickreich tyrannisch überheblich unbelehrbar unerhört unerträglich unfähig unfassbar unglaublich unmenschlich
unsäglich unselig unsinnig untragbar unverantwortlich unverfroren unverschämt unwürdig verantwortungslos verbissen verblendet verbohrt
verfehlt verhängnisvoll verkorkst verlogen vernichtend verpennt verrückt verschlafen verschwenderisch verstockt wahnsinnig
weltfremd widerlich willfährig willkürlich windelweich wirr würdelos wütend zerstörerisch zügellos zweifelhaft zynisch`

/** Weak verbs that judge, by their stems. */
const verbs = `
abkassier abzock aufhetz ausblut ausbrems auspress ausplünder blamier drangsalier durchpeitsch entmündig gängel geißel
knebel krakeel kungel lechz mauschel nörgel pfusch schikanier schröpf schwadronier tricks vergeud verhöhn verhöker
verplemper verprass verrott verschacher verscherbel verschlamp verschleuder verteufel vertusch verzock zeter`
const weakEndings = ['e', 'n', 'en', 't', 'te', 'ten', 'et', 'ete', 'eten']
/** A particle in front of a verb, behind which its participle takes "ge". */
const particle = /^(?:ab|auf|aus|durch)/

/** Nouns, adverbs and single forms of verbs that judge, in the forms in which they mostly stand. */
const others = `
abzocke abzocker alarmismus anbiederung angstmache armutszeugnis aufschrei bankrotterklärung behördenirrsinn
behördenversagen blamage blockierer bonzen bürokratiemonster chaos chaoten debakel desaster dilettanten dilettantismus
dolchstoß eiertanz eklat enteignung entmündigung farce fiasko filz geheul geldgier geldgrab geldverschwendung gezeter gier
größenwahn hetze hetzer heuchelei heuchler hysterie ideologen idiotie inkompetenz intrige irrsinn irrweg kahlschlag
kapitulation katastrophe klientelpolitik klüngel knallhart kniefall krawall kriecherei kuschelkurs lakaien lüge lügen
lügner machenschaften machtgier machtrausch marionette maulkorb milliardengrab millionengrab mogelpackung murks
neiddebatte nimmersatt offenbarungseid panikmache parteifilz peinlichkeit pfusch profitgier raffgier raubbau raubzug
regulierungswut rohrkrepierer sauerei schande schikane schildbürgerstreich schlamassel schlamperei schmach
schmierentheater schreckgespenst selbstbedienung skandal steuerverschwendung stimmungsmache stümper tamtam trauerspiel
trickserei überfremdung umfaller unding unfähigkeit unfug ungeheuerlichkeit unsinn untergang verbotspolitik verhöhnung
verräter versagen versager verschwendung vetternwirtschaft wahnsinn wahnwitz willkür witzfigur wortbruch würgegriff
zerschlägt zocker zumutung zwangsbeglückung zynismus`

const endings = ['', 'e', 'en', 'er', 'es', 'em']
/** What English texts have in another sense. */
const alsoEnglish: ReadonlySet<string> = new Set(['desolate', 'naive'])

/** Lower-case German words that judge what they name; what names a crime, an event or a feeling, such as Betrug or Wut, judges nothing. */
export const germanLoadedWords: readonly string[] = [
  ...wordsIn(adjectives).flatMap((word) => endings.map((ending) => `${word}${ending}`)),
  ...wordsIn(verbs).flatMap(formsOf),
  ...wordsIn(others),
].filter((word) => !alsoEnglish.has(word))

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

function formsOf(stem: string): string[] {
  const split = particle.exec(stem)?.[0]
  const participles = split === undefined ? [] : ['t', 'et'].map((end) => `${split}ge${stem.slice(split.length)}${end}`)
  return [...weakEndings.map((ending) => `${stem}${ending}`), ...participles]
}
