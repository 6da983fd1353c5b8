-- What editors say in place of a sentence of a bundle, until they release it: no later version loses it. `label` names the
-- perspective where the sentence stands in one, `replaced` is the claim in whose place it stands.
create table bundle_wording (
  id bigint generated always as identity primary key,
  bundle_id bigint not null references bundle (id),
  part text not null check (part in ('headline', 'lede', 'facts', 'context', 'framing', 'blindSpot')),
  label text not null default '',
  position integer not null check (position >= 0),
  text text not null check (text <> ''),
  replaced jsonb not null,
  actor text not null,
  note text,
  at timestamptz not null,
  released_at timestamptz,
  released_by text,
  constraint bundle_wording_in_a_perspective check ((part in ('framing', 'blindSpot')) = (label <> '')),
  constraint bundle_wording_released_by_somebody check ((released_at is null) = (released_by is null))
);
create unique index bundle_wording_once on bundle_wording (bundle_id, part, label, position) where released_at is null;

-- A story that changed and whose bundle stayed word for word gets no new version.
alter table bundle add column composed_revision integer check (composed_revision >= 0);
comment on column bundle.composed_revision is 'the revision of the story for which the bundle was composed last, whether or not a word of it changed; null: that of its version; 0: to be composed anew';
