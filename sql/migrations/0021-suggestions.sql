-- What was read out of an unrated source's own articles. An editor accepts it, and it becomes a rating; or rejects it.
create table suggestion (
  id bigint generated always as identity primary key,
  source_id text not null references source (id),
  value text not null check (value in ('left', 'lean-left', 'center', 'lean-right', 'right')),
  confidence double precision not null check (confidence > 0 and confidence <= 1),
  method text not null check (method <> ''),
  evidence jsonb not null,
  made_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'rejected', 'replaced')),
  decided_at timestamptz,
  decided_by text,
  rating_id bigint references rating (id),
  constraint suggestion_decided_is_whole check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint suggestion_accepted_has_rating check ((state = 'accepted') = (rating_id is not null))
);
create unique index suggestion_open_once on suggestion (source_id) where state = 'open';
create index suggestion_source on suggestion (source_id);
