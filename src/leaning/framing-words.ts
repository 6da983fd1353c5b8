/**
 * Ways of saying by which the sides of the English-language press, above all the American, tell themselves apart: names for
 * the same people, policies and opponents (in the manner of Gentzkow and Shapiro, "What Drives Media Slant?", Econometrica
 * 2010), and manners of writing (who speaks, how sure, to whom). Which way each group counts is learned from rated sources.
 */
export const framingWords = {
  right: [
    'the left|leftist|leftists|leftwing|left wing|far left|liberals|progressives|liberal media|mainstream media|the mainstream|lamestream|msm',
    'media bias|biased|fake news|hollywood|elites|the elites|globalist|deep state|soros|benghazi|clinton foundation|hillary',
    'radical islamic|radical islam|islamic terrorism|terrorists|sharia|jihad|jihadist',
    'illegal immigrants|illegal immigrant|illegal aliens|illegal alien|illegals|open borders|sanctuary cities|sanctuary city',
    'border security|chain migration|amnesty|law enforcement|antifa|mob|second amendment|gun grabbers',
    'pro life|unborn|abortionist|planned parenthood|traditional marriage|god|christian|christians|judeo christian',
    'religious liberty|religious freedom|western civilization|founding fathers|constitution|liberty|tyranny|patriot|patriotic',
    'free market|free markets|big government|socialist|socialism|marxist|obamacare|taxpayer|taxpayers|taxpayer funded|tax relief',
    'democrat party|political correctness|politically correct|identity politics|social justice|snowflakes',
  ],
  left: [
    'right wing|far right|alt right|white supremacist|white supremacists|white supremacy|white nationalist|white nationalists',
    'fascist|fascism|nazi|nazis|authoritarian|authoritarianism|demagogue|lie|lies|lied|resistance|oppression',
    'undocumented|undocumented immigrants|dreamers|muslim ban|travel ban|xenophobia|xenophobic|islamophobia|islamophobic',
    'people of color|communities of color|minorities|latino|latinos|african american|marginalized|systemic|segregation|privilege',
    'racism|racist|racists|sexist|sexism|misogyny|misogynist|bigotry|bigoted|homophobic|transgender|lgbt|lgbtq|queer',
    "reproductive rights|reproductive health|anti abortion|abortion rights|women's rights|gun violence|gun safety|gun control|gun lobby|nra",
    'climate change|climate denial|fossil fuel|inequality|wealthy|the wealthy|billionaire|billionaires|tax cuts|working class',
    'low income|the poor|affordable care|health insurance|corporate|corporations|dark money|koch|koch brothers|gop',
    'voter suppression|voting rights|mass incarceration|police brutality|unarmed|black lives|activism|activists|solidarity',
  ],
  attributing: ['said|told|according to|statement|spokesman|spokeswoman'],
  speakingOfItself: ["i|i'm|i've|my|me|we|our|us"],
  addressing: ['you|your'],
  insisting: ['of course|surely|simply|obviously|indeed|actually|really|just|even|ever|never|must|should'],
  contracting: ["it's|don't|that's|isn't|doesn't|can't|they're|won't|didn't"],
  reportingFigures: ['percent|million|department|officials|official'],
  namingOffices: ['president trump|president donald|president obama|president barack'],
} as const satisfies Record<string, readonly string[]>

export type FramingGroup = keyof typeof framingWords
export const framingGroups = Object.keys(framingWords).filter((name): name is FramingGroup => name in framingWords)

/** Each listed way of saying, lower-case, one or two words, and its group. */
export const groupOfTerm: ReadonlyMap<string, FramingGroup> = new Map(
  framingGroups.flatMap((group) =>
    framingWords[group].flatMap((line) => line.split('|')).map((term) => [term, group] as const),
  ),
)
