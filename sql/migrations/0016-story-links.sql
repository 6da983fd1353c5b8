-- Stories that belong together and are not one: 'same-event' told in another language (it has no direction: the lower id stands
-- first), 'continues' from a later story to the earlier one. What was merged since is resolved by whoever reads.
create table story_link (
  from_story bigint not null references story (id),
  to_story bigint not null references story (id),
  kind text not null check (kind in ('same-event', 'continues')),
  score double precision,
  reason text not null check (reason <> ''),
  settings text not null,
  at timestamptz not null,
  primary key (from_story, to_story),
  constraint story_link_not_to_itself check (from_story <> to_story),
  constraint story_link_same_event_in_order check (kind <> 'same-event' or from_story < to_story)
);
create unique index story_link_pair_once on story_link (least(from_story, to_story), greatest(from_story, to_story));
create index story_link_to on story_link (to_story);

-- The revision of a story at which counterparts in other languages were last looked for, and under which settings.
create table story_link_look (
  story_id bigint primary key references story (id),
  revision integer not null check (revision > 0),
  settings text not null
);
