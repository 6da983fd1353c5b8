-- Sentences that a model wrote from its own knowledge: held until an editor accepts or rejects them, and in no version before that.
-- `number` is never used twice in a bundle, `key` knows a sentence whatever its case and punctuation; `replaced`: a later version
-- was written with others.
create table bundle_background (
  bundle_id bigint not null references bundle (id),
  number integer not null check (number > 0),
  key text not null check (key <> ''),
  text text not null check (text <> '' and char_length(text) <= 420),
  model text not null,
  state text not null check (state in ('held', 'accepted', 'rejected', 'replaced')),
  held_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  note text,
  primary key (bundle_id, number),
  constraint bundle_background_once unique (bundle_id, key),
  constraint bundle_background_decided_by_somebody check ((state in ('accepted', 'rejected')) = (decided_at is not null) and (decided_at is null) = (decided_by is null))
);
create index bundle_background_held on bundle_background (held_at) where state = 'held';

-- A line of what accounts differ on can be worded, too.
alter table bundle_wording drop constraint bundle_wording_part_check;
alter table bundle_wording add constraint bundle_wording_part_check check (part in ('headline', 'lede', 'facts', 'differences', 'context', 'framing', 'blindSpot'));
