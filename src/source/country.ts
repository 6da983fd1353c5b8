const codes = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
  CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
  GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
  KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
  MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
  SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
  UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/),
)

// User-assigned rather than listed in ISO 3166-1, but the only code in use for Kosovo.
codes.add('XK')

const usualSlips: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EN', 'GB'],
  ['USA', 'US'],
  ['GBR', 'GB'],
])

/** Is this an ISO 3166-1 alpha-2 code? */
export function isCountry(code: string): boolean {
  return codes.has(code)
}

/** The code that was most likely meant by one that is none. */
export function countryMeantBy(text: string): string | undefined {
  const upper = text.trim().toUpperCase()
  return usualSlips.get(upper) ?? (isCountry(upper) ? upper : undefined)
}

/** The country of an address whose domain is a country's own, such as .fr; those that the whole world uses tell nothing. */
export function countryOfDomain(home: string): string | undefined {
  const last = new URL(home).hostname.split('.').at(-1)?.toUpperCase() ?? ''
  return last.length === 2 && !['IO', 'TV', 'ME', 'CO', 'AI', 'FM', 'CC', 'LY', 'TO'].includes(last)
    ? countryMeantBy(last)
    : undefined
}
