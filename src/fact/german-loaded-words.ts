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

/** Nouns, verbs and adverbs that judge, in the forms in which they mostly stand. */
const others = `
abgezockt abkassieren abkassiert abzocke abzocker alarmismus angstmache anbiederung armutszeugnis aufschrei ausgeplündert
bankrotterklärung behördenirrsinn behördenversagen bürokratiemonster blamage blockierer bonzen chaos chaoten debakel desaster
dilettanten dilettantismus dolchstoß eiertanz eklat entmündigung enteignung farce fiasko filz geheul geldgier
geldgrab geldverschwendung gezeter gier größenwahn hetze hetzer heuchelei heuchler hysterie idiotie ideologen inkompetenz intrige
irrsinn irrweg kahlschlag kapitulation katastrophe klientelpolitik klüngel kniefall knallhart krawall kriecherei kuschelkurs
lakaien lüge lügen lügner machenschaften machtgier machtrausch marionette maulkorb millionengrab milliardengrab mogelpackung murks
neiddebatte nimmersatt offenbarungseid panikmache parteifilz peinlichkeit pfusch profitgier 
 raffgier raubbau raubzug regulierungswut rohrkrepierer sauerei schande schikane schildbürgerstreich schlamassel
schlamperei schmach schmierentheater schreckgespenst selbstbedienung skandal steuerverschwendung stümper
stimmungsmache tamtam tricksen trickserei trauerspiel überfremdung umfaller unding unfähigkeit unfug ungeheuerlichkeit unsinn
untergang verbotspolitik verhöhnung verräter verrotten verrottet versagen versager verschwendung verhökert verscherbelt
verscherbeln verschleudert vetternwirtschaft wahnsinn wahnwitz willkür witzfigur wortbruch würgegriff zerschlägt zocker zumutung
zwangsbeglückung zynismus`

const endings = ['', 'e', 'en', 'er', 'es', 'em']
/** What English texts have in another sense. */
const alsoEnglish: ReadonlySet<string> = new Set(['desolate', 'naive'])

/** Lower-case German words that judge what they name; what names a crime, an event or a feeling, such as Betrug or Wut, judges nothing. */
export const germanLoadedWords: readonly string[] = [
  ...wordsIn(adjectives).flatMap((word) => endings.map((ending) => `${word}${ending}`)),
  ...wordsIn(others),
].filter((word) => !alsoEnglish.has(word))

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}
