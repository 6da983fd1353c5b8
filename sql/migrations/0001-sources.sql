-- The outlets, what raters say of them, and the addresses we poll.
create table source (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  name text not null,
  home text not null,
  country text not null,
  languages text[] not null,
  kind text not null check (kind in ('wire', 'newspaper', 'broadcaster', 'magazine', 'opinion', 'state-media', 'trade', 'local', 'official', 'aggregator')),
  reach text not null check (reach in ('domestic', 'international')),
  owner text,
  user_agent text,
  declared boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on column source.declared is 'false once sources.yaml no longer names it: not polled any more, never deleted';

create table rating (
  id bigint generated always as identity primary key,
  source_id text not null references source (id),
  rater text not null,
  value text not null check (value in ('left', 'lean-left', 'center', 'lean-right', 'right')),
  method text not null,
  confidence double precision not null check (confidence > 0 and confidence <= 1),
  licence text not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  constraint rating_said_once unique (source_id, rater, valid_from)
);

create table feed (
  id bigint generated always as identity primary key,
  source_id text not null references source (id),
  url text not null constraint feed_url_unique unique,
  section text,
  declared boolean not null default true,
  title text,
  etag text,
  last_modified text,
  body_hash text,
  last_checked_at timestamptz,
  last_outcome text,
  failures_in_row integer not null default 0 check (failures_in_row >= 0),
  next_check_at timestamptz not null,
  created_at timestamptz not null
);
create index feed_source on feed (source_id);
create index feed_due on feed (next_check_at) where declared;
