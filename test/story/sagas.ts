/** A story of an invented saga: its articles have these titles, an hour apart, and one text. */
export interface ChapterTold {
  readonly day: string
  readonly titles: readonly string[]
  readonly text: string
}

/** Three chapters, each of another week. */
export const landslide: readonly ChapterTold[] = [
  {
    day: '2026-02-02T08:00:00Z',
    titles: ['Landslide buries quarry road near Port Varrow', 'Quarry landslide cuts off Port Varrow'],
    text: 'A landslide from Skarn Hill buried the road to Port Varrow. The mayor, Ana Brisk, blamed the company Oden Quarries, which digs in the Marl Valley. Its director, Lise Tamm, said that Skarn Hill had been safe.',
  },
  {
    day: '2026-02-09T10:00:00Z',
    titles: ['Inquiry into quarry landslide opens', 'Quarry director questioned over landslide'],
    text: 'An inquiry into the slide at Skarn Hill began in Port Varrow. The mayor, Ana Brisk, told it that Oden Quarries had been warned. Its director, Lise Tamm, was questioned about works in the Marl Valley.',
  },
  {
    day: '2026-02-20T10:00:00Z',
    titles: ['Quarry director charged over landslide', 'Landslide: quarry director to stand trial'],
    text: 'The director of Oden Quarries, Lise Tamm, was charged in Port Varrow over the slide at Skarn Hill. The mayor, Ana Brisk, said that people of the Marl Valley had waited for the day.',
  },
]

/** The same place and mayor, and nothing of the saga. */
export const harbourFestival: ChapterTold = {
  day: '2026-02-14T10:00:00Z',
  titles: ['Harbour festival draws record crowds', 'Record crowds at harbour festival'],
  text: 'The harbour festival of Port Varrow drew more guests than ever. The mayor, Ana Brisk, opened it with the singer Odalys Prunk and the Tolver Brass Band.',
}

/** The same kind of event, elsewhere and with other people. */
export const otherLandslide: ChapterTold = {
  day: '2026-02-16T10:00:00Z',
  titles: ['Landslide buries quarry road near Nyhavn', 'Quarry landslide cuts off village'],
  text: 'A landslide buried the road to a village near Nyhavn. The governor, Tor Eskil, sent soldiers from Camp Halden to the quarry of Brenn Stone.',
}
