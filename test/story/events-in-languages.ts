import { type StorySketch, sketchedArticle, sketchOf } from '../../src/story/sketch.ts'
import type { StoryId } from '../../src/story/story.ts'
import { storyId } from '../../src/story/story.ts'
import { sampleArticle } from './sample-articles.ts'

/** One story of an invented event, with what one of its articles says. */
export interface Told {
  readonly event: string
  readonly lang: string
  readonly day: string
  readonly title: string
  readonly text: string
}

/** Events told in several languages, and beside them look-alikes: same kind, same place or same actors, and another event. */
export const told: readonly Told[] = [
  {
    ...{ event: 'dock deal', lang: 'en', day: '2026-02-05', title: 'Dockworkers at Port Varrow accept pay deal' },
    text: 'Dockworkers in Port Varrow voted on 4 February to accept a rise of 11.5 percent, said Ana Brisk, their leader. Varrow Terminals had first offered less to its 4,200 workers.',
  },
  {
    ...{ event: 'dock deal', lang: 'de', day: '2026-02-05', title: 'Hafenarbeiter nehmen Angebot an' },
    text: 'Im Hafen von Port Varrow ist der Streik zu Ende. Die 4.200 Arbeiter stimmten am 4. Februar für ein Plus von 11,5 Prozent, wie ihre Vorsitzende Ana Brisk sagte. Der Betreiber Varrow Terminals lobte Brisks Einsatz.',
  },
  {
    ...{ event: 'dock deal', lang: 'fr', day: '2026-02-05', title: 'Les dockers acceptent la hausse' },
    text: 'À Port Varrow, les dockers ont voté le 4 février pour une hausse de 11,5 pour cent. Selon Ana Brisk, qui dirige leur syndicat, le groupe Varrow Terminals a cédé après neuf jours.',
  },
  {
    ...{ event: 'dock lawsuit', lang: 'de', day: '2026-02-06', title: 'Klage gegen Hafenbetreiber' },
    text: 'Anwohner von Port Varrow klagen gegen den Lärm der Kräne. Ihr Anwalt Joris Helmond reichte die Klage am 6. Februar in Sandvoort ein und verlangt 730 Millionen.',
  },
  {
    ...{ event: 'talvik quake', lang: 'en', day: '2026-02-06', title: 'Quake shakes Talvik' },
    text: 'An earthquake of magnitude 6.1 struck near Talvik on 5 February. The mayor, Ilda Moréno, said 312 houses had fallen in the valley of Ostrand and asked the Civil Relief Corps for tents.',
  },
  {
    ...{ event: 'talvik quake', lang: 'es', day: '2026-02-06', title: 'Un terremoto sacude el valle' },
    text: 'Un terremoto de magnitud 6,1 sacudió el 5 de febrero la ciudad de Talvik. La alcaldesa Ilda Moreno contó 312 casas caídas en el valle de Ostrand.',
  },
  {
    ...{ event: 'talvik quake', lang: 'fr', day: '2026-02-06', title: 'Séisme dans la vallée' },
    text: 'Un séisme de magnitude 6,1 a frappé Talvik le 5 février. La maire, Ilda Moréno, parle de 312 maisons détruites dans la vallée de Ostrand.',
  },
  {
    ...{ event: 'sorunda quake', lang: 'en', day: '2026-02-06', title: 'Quake shakes Sorunda' },
    text: 'An earthquake of magnitude 5.8 struck near Sorunda on 6 February. The governor, Pell Askov, said 90 people had left the village of Kirna and asked the Civil Relief Corps for tents.',
  },
  {
    ...{ event: 'sorunda quake', lang: 'de', day: '2026-02-06', title: 'Beben im Norden' },
    text: 'Ein Erdbeben der Stärke 5,8 hat am 6. Februar die Stadt Sorunda getroffen. Gouverneur Pell Askov sagte, das Dorf Kirna sei geräumt.',
  },
  {
    ...{ event: 'chip plant', lang: 'en', day: '2026-02-04', title: 'Nordlys to build chip plant' },
    text: 'The chip maker Nordlys Semicon will build a plant in Brevik, the minister Katrin Oster said. It will cost 7.4 billion and employ 1,850 people, according to its director Tomas Lindqvist.',
  },
  {
    ...{ event: 'chip plant', lang: 'de', day: '2026-02-05', title: 'Chipwerk kommt nach Brevik' },
    text: 'Der Chiphersteller Nordlys Semicon baut ein Werk in Brevik. Ministerin Katrin Oster sprach von 1.850 Stellen und 7,4 Milliarden. Direktor Tomas Lindqvist dankte.',
  },
  {
    ...{ event: 'chip plant', lang: 'es', day: '2026-02-04', title: 'Nueva fábrica de chips' },
    text: 'La empresa Nordlys Semicon construirá una fábrica en Brevik por 7,4 mil millones, anunció la ministra Katrin Oster junto al director Tomas Lindqvist.',
  },
  {
    ...{ event: 'hospital visit', lang: 'es', day: '2026-02-07', title: 'La ministra visita un hospital' },
    text: 'La ministra Katrin Oster visitó el hospital de Brevik, donde la doctora Sunniva Aas pidió 45 camas más para los niños.',
  },
  {
    ...{ event: 'hospital visit', lang: 'en', day: '2026-02-07', title: 'Minister promises beds' },
    text: 'On a visit to the hospital in Brevik the minister Katrin Oster promised more beds. The doctor Sunniva Aas had asked for 45 of them in a letter.',
  },
  {
    ...{ event: 'cup match', lang: 'en', day: '2026-02-08', title: 'Marrow beat Tessera' },
    text: 'The team of Marrow Rovers beat Real Tessera in front of 38,114 people, with two goals by Luca Benotti and a penalty that the referee Omar Diallo gave late.',
  },
  {
    ...{ event: 'cup match', lang: 'es', day: '2026-02-08', title: 'Derrota amarga' },
    text: 'El equipo de Real Tessera perdió ante Marrow Rovers con dos goles de Luca Benotti. El árbitro Omar Diallo pitó un penalti ante 38.114 espectadores.',
  },
  {
    ...{ event: 'transfer', lang: 'fr', day: '2026-02-08', title: 'Le transfert est signé' },
    text: 'L’attaquant Luca Benotti quitte Marrow Rovers en été. Son agent, Yann Kerbrat, a signé avec Olympique Sallanches pour 61,5 millions.',
  },
]

/** Each as a story of one article, with ids from 1 on, in the order of `told`. */
export const sketches: readonly StorySketch[] = told.map(({ lang, day, title, text }, at) =>
  sketchOf(storyId(`${at + 1}`), lang, [
    sketchedArticle(sampleArticle(`a${at + 1}`, { title, text, lang }), lang, new Date(`${day}T09:00:00Z`)),
  ]),
)

export const eventOf = (id: StoryId): string => told[Number(id) - 1]?.event ?? ''
