import type { TestDatabase } from '../database.ts'

/** One event that two outlets tell from the river and two from the town. */
export const weir = [
  [
    {
      title: 'Weir at Olden Lock gives way after night of rain',
      text: 'The old weir at Olden Lock gave way on Monday night after 90 millimetres of rain, the river board said.\n\nAbout 640 households on the lower bank were told to leave before midnight, the river board said.\n\nThe last flood on this bank was in 1987, when the water stood two metres high in the mill.',
    },
    {
      title: 'River board empties lower bank as Olden weir breaks',
      text: 'A weir at Olden Lock broke on Monday night after heavy rain. About 640 households on the lower bank were told to leave before midnight, the river board said.\n\nRepairs will cost 3.2 million dollars and last until October, said Hanne Lorring, who leads the board.',
    },
  ],
  [
    {
      title: 'Olden opens its halls to those who fled the water',
      text: 'The town of Olden opened two sports halls on Monday night for people who had to leave the lower bank.\n\nMayor Piet Sander said 410 people slept in the halls and that 25 volunteers cooked for them.',
    },
    {
      title: 'Two halls, 410 beds: how Olden met the flood',
      text: 'In Olden 410 people slept in two sports halls after the weir at Olden Lock broke, Mayor Piet Sander said.\n\nSchools stay closed until Thursday, and buses run on the upper road only.',
    },
  ],
] as const

/** The stories of the weir, 1 and 2, each due for its bundle; articles 1 to 4. */
export async function storeWeirStories({ pool }: TestDatabase): Promise<void> {
  await pool.query(
    `insert into source (id, name, home, country, languages, kind, reach, created_at, updated_at)
     select id, id, 'https://' || id || '.example/', 'US', '{en}', 'newspaper', 'domestic', now(), now()
     from unnest(array['ledger', 'tribune', 'post', 'mail']) as id;
     insert into story (opened_at, last_article_at) select '2026-03-10T08:00Z', '2026-03-10T08:00Z' from unnest(array[1, 2])`,
  )
  for (const [at, { title, text, story }] of weir
    .flatMap((articles, story) => articles.map((one) => ({ ...one, story: story + 1 })))
    .entries()) {
    const { rows } = await pool.query(
      `insert into article (source_id, canonical_url, fetch_url, fetch_host, state, title, text, lang, published_at, discovered_at, settled_at, next_attempt_at)
       values ($1, $2, $2, 'x.example', 'extracted', $3, $4, 'en', '2026-03-10T08:00Z', now(), now(), now()) returning id`,
      [['ledger', 'tribune', 'post', 'mail'][at], `https://x.example/${at}`, title, text],
    )
    await pool.query(
      `insert into membership (article_id, story_id, article_at, how, reason, settings, at) values ($1, $2, '2026-03-10T08:00Z', 'joins', '', 'x', now())`,
      [rows[0].id, story],
    )
  }
}
