-- Who brought a rating in, which pages it is about, and whether it still counts: a withdrawn one is kept, and never rewritten.
alter table rating
  add column origin text not null default 'file' constraint rating_origin_check check (origin in ('file', 'import', 'suggestion')),
  add column pages text not null default 'all' constraint rating_pages_check check (pages in ('all', 'opinion')),
  add column actor text,
  add column withdrawn_at timestamptz;
alter table rating drop constraint rating_said_once;
create unique index rating_said_once on rating (source_id, rater, valid_from, pages) where withdrawn_at is null;

-- Who holds an outlet and pays for it: a government's press is told apart from what it only pays for, and both from the rest.
alter table source
  add column ownership text not null default 'unknown' constraint source_ownership_check check (ownership in ('private', 'public', 'state-funded', 'state-controlled', 'nonprofit', 'party', 'church', 'cooperative', 'unknown'));

-- Which pages of an outlet are its opinion pages, where these lean otherwise than its news.
alter table source
  add column opinion_paths text[] not null default '{}',
  add column opinion_sections text[] not null default '{}';

-- What a source brings a day, learned from its polls.
alter table source
  add column learned_least double precision,
  add column learned_most double precision,
  add column learned_days integer,
  add column learned_at timestamptz,
  add constraint source_learned_is_whole check ((learned_at is null) = (learned_least is null) and (learned_at is null) = (learned_most is null) and (learned_at is null) = (learned_days is null)),
  add constraint source_learned_check check (learned_least >= 0 and learned_most >= learned_least and learned_days > 0);
