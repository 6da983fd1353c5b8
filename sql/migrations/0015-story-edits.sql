-- What editors did to stories, in order and for ever. An undo is an edit too: it names the one it reverses, and two cannot
-- reverse the same. `stories` and `articles` are those it touched; `details` keep what stood there before.
create table story_edit (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('merge', 'split', 'move', 'lock', 'unlock', 'pin', 'unpin', 'undo')),
  stories bigint[] not null check (stories <> '{}'),
  articles bigint[] not null,
  undoes bigint constraint story_edit_undone_once unique references story_edit (id),
  actor text not null,
  note text,
  at timestamptz not null,
  details jsonb not null,
  constraint story_edit_undo_says_what check ((kind = 'undo') = (undoes is not null))
);
create index story_edit_stories on story_edit using gin (stories);

-- The edit that made a constraint, and the one that released it.
alter table story_constraint
  add column edit_id bigint references story_edit (id),
  add column released_by bigint references story_edit (id);
create index story_constraint_edit on story_constraint (edit_id) where edit_id is not null;
create index story_constraint_other on story_constraint (other_article_id) where released_at is null and other_article_id is not null;

-- From which story a split came.
alter table story add column split_from bigint references story (id);
