-- `revision` counts changes of membership: a story whose bundle was made from an older one is due.
create table story (
  id bigint generated always as identity primary key,
  state text not null default 'open' check (state in ('open', 'closed', 'merged')),
  merged_into bigint references story (id),
  opened_at timestamptz not null,
  last_article_at timestamptz not null,
  revision integer not null default 1 check (revision > 0),
  constraint story_merged_says_where check ((state = 'merged') = (merged_into is not null)),
  constraint story_not_into_itself check (merged_into <> id)
);
create index story_merged_into on story (merged_into) where merged_into is not null;

-- An article is in one story: the primary key says so. `seq` is the order of the decisions and `article_at` the time by which
-- the article was placed: a restart replays both.
create table membership (
  article_id bigint primary key references article (id),
  story_id bigint not null references story (id),
  seq bigint generated always as identity constraint membership_seq_unique unique,
  article_at timestamptz not null,
  how text not null check (how in ('opens', 'joins', 'editor')),
  similarity double precision,
  reason text not null,
  settings text not null,
  at timestamptz not null
);
create index membership_story on membership (story_id);

-- An editor's lasting word on clustering.
create table story_constraint (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('must-link', 'cannot-link', 'lock', 'pin')),
  article_id bigint references article (id),
  other_article_id bigint references article (id),
  story_id bigint references story (id),
  actor text not null,
  note text,
  at timestamptz not null,
  released_at timestamptz,
  constraint story_constraint_names_its_subject check (
    (kind in ('must-link', 'cannot-link') and article_id is not null and other_article_id is not null and article_id < other_article_id and story_id is null)
    or (kind in ('lock', 'pin') and story_id is not null and article_id is null and other_article_id is null)
  )
);
create unique index story_constraint_pair_once on story_constraint (article_id, other_article_id) where released_at is null and article_id is not null;
create unique index story_constraint_story_once on story_constraint (kind, story_id) where released_at is null and story_id is not null;
