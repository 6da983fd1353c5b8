const monthWords = [
  'jan january januar jänner janvier janv enero ene gennaio gen janeiro januari',
  'feb february februar février fevrier févr fév febrero febbraio fevereiro fev februari',
  'mar march märz mär mrz mars marzo março marco maart mrt',
  'apr april avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'jun june juni juin junio giugno giu junho',
  'jul july juli juillet juil julio luglio lug julho',
  'aug august août aout agosto ago augustus',
  'sep sept september septembre septiembre settembre set setembro',
  'oct october oktober okt octobre octubre ottobre ott outubro out',
  'nov november novembre noviembre novembro',
  'dec december dezember dez décembre déc diciembre dic dicembre dezembro',
]

/** Month names of the languages whose feeds use them, lower-case → 1 … 12. */
export const months: ReadonlyMap<string, number> = new Map(
  monthWords.flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index + 1])),
)

// Where a name is used in several places, RFC 822 decides (CST and EST are American); the others are what the press of
// one place uses almost alone (IST in India, BST in Britain). A name that is not here makes the date unreadable.
const zonesByHours: Readonly<Record<string, string>> = {
  '-10': 'hst hast',
  '-9': 'akst hadt',
  '-8': 'pst akdt',
  '-7': 'mst pdt',
  '-6': 'cst mdt',
  '-5': 'est cdt cot pet',
  '-4': 'ast edt clt bot',
  '-3.5': 'nst',
  '-3': 'adt brt art clst uyt',
  '-2.5': 'ndt',
  '0': 'z ut utc gmt wet',
  '1': 'bst cet met mez wat west',
  '2': 'cest mest mesz eet sast cat',
  '3': 'eest msk eat trt',
  '3.5': 'irst',
  '4': 'gst',
  '4.5': 'aft',
  '5': 'pkt',
  '5.5': 'ist',
  '5.75': 'npt',
  '6.5': 'mmt',
  '7': 'ict wib',
  '8': 'sgt hkt myt pht awst wita',
  '9': 'jst kst wit',
  '9.5': 'acst',
  '10': 'aest',
  '10.5': 'acdt',
  '11': 'aedt',
  '12': 'nzst',
  '13': 'nzdt',
}

/** Zone name, lower-case → minutes east of Greenwich. */
export const zoneMinutes: ReadonlyMap<string, number> = new Map(
  Object.entries(zonesByHours).flatMap(([hours, names]) =>
    names.split(' ').map((name): [string, number] => [name, Number(hours) * 60]),
  ),
)
