/** News agencies as they are credited: the short name first, then what else they are called. */
const agencies: readonly (readonly string[])[] = [
  ['Reuters', 'Thomson Reuters', 'رويترز', 'ロイター', '로이터'],
  ['AP', 'Associated Press', 'The Associated Press', 'AP通信'],
  ['AFP', 'Agence France-Presse', 'Agence France Presse', 'AFP-JIJI', 'أ ف ب', '法新社', 'AFPBB News'],
  ['dpa', 'Deutsche Presse-Agentur', 'dpa-AFX', 'dpa-infocom', 'dpa/lby', 'dpa/lsw', 'dpa/lnw', 'dpa/lno', 'dpa/lni'],
  ['epd', 'Evangelischer Pressedienst'],
  ['KNA', 'Katholische Nachrichten-Agentur'],
  ['SID', 'Sport-Informations-Dienst'],
  ['APA', 'Austria Presse Agentur', 'APA-OTS'],
  ['SDA', 'Keystone-SDA', 'ATS', 'Keystone-ATS'],
  ['EFE', 'Agencia EFE'],
  ['Europa Press'],
  ['ANSA', 'Agenzia ANSA'],
  ['Adnkronos'],
  ['AGI', 'Agenzia Italia'],
  ['Lusa', 'Agência Lusa'],
  ['Agência Brasil'],
  ['Estadão Conteúdo'],
  ['Folhapress'],
  ['Belga', 'Belga News Agency'],
  ['ANP', 'Algemeen Nederlands Persbureau'],
  ['NTB', 'Norsk Telegrambyrå'],
  ['TT', 'TT Nyhetsbyrån', 'Tidningarnas Telegrambyrå'],
  ['Ritzau', 'Ritzaus Bureau'],
  ['STT', 'Suomen Tietotoimisto'],
  ['PAP', 'Polska Agencja Prasowa'],
  ['ČTK', 'CTK', 'Czech News Agency'],
  ['TASR'],
  ['MTI', 'Magyar Távirati Iroda'],
  ['Agerpres'],
  ['BTA'],
  ['Hina'],
  ['Tanjug'],
  ['AA', 'Anadolu', 'Anadolu Agency', 'Anadolu Ajansı', 'Anadolu Agentur'],
  ['DHA', 'Demirören Haber Ajansı'],
  ['İHA', 'İhlas Haber Ajansı'],
  ['TASS', 'ТАСС', 'ITAR-TASS'],
  ['RIA Novosti', 'РИА Новости'],
  ['Interfax', 'Интерфакс'],
  ['Ukrinform', 'Укрінформ', 'Укринформ'],
  ['Xinhua', 'Xinhua News Agency', '新华社', '新華社'],
  ['Kyodo', 'Kyodo News', '共同', '共同通信', '共同通信社'],
  ['Jiji', 'Jiji Press', '時事', '時事通信', '時事通信社'],
  ['Yonhap', 'Yonhap News Agency', '연합뉴스'],
  ['Newsis', '뉴시스'],
  ['PTI', 'Press Trust of India'],
  ['ANI', 'Asian News International'],
  ['IANS', 'Indo-Asian News Service'],
  ['Bernama'],
  ['Antara'],
  ['VNA', 'Vietnam News Agency', 'TTXVN'],
  ['AAP', 'Australian Associated Press'],
  ['PA', 'PA Media', 'Press Association', 'PA News Agency'],
  ['The Canadian Press', 'Canadian Press', 'La Presse canadienne', 'La Presse Canadienne'],
  ['UPI', 'United Press International'],
  ['Bloomberg', 'Bloomberg News'],
  ['SPA', 'Saudi Press Agency'],
  ['WAM', 'Emirates News Agency'],
  ['IRNA'],
  ['NAN', 'News Agency of Nigeria'],
  ['SAnews', 'SAnews.gov.za'],
]

const folded = (name: string) => name.replace(/^the /i, '').toLowerCase()
const known = new Map(agencies.flatMap((names) => names.map((name) => [folded(name), names[0] ?? name])))

/** The agency that a name stands for, by its short name; null where it is none. */
export function agencyNamed(name: string): string | null {
  const plain = name.trim().replace(/^[©(\s]+|[)\s.]+$/gu, '')
  return known.get(folded(plain)) ?? null
}

const leading = /^(?:with|mit(?: material von)?|avec|con|according to)\s+/iu
const between = /\s*[/,;|+&()]\s*|\s+(?:and|with|und|mit|et|avec|y|con|e|og|och|en|via)\s+/iu

/** The agencies in a credit such as "dpa/AFP", "Jane Doe, Reuters", "with AP and AFP", in its order. */
export function agenciesIn(credit: string): string[] {
  const whole = credit.trim().replace(leading, '')
  const pieces = [whole, ...whole.split(between)].map(agencyNamed)
  return [...new Set(pieces.filter((agency) => agency !== null))]
}
