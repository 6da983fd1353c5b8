-- What editors decided on the bundle of a story that was merged comes along to the bundle of the story that has its articles now, as
-- rows of that bundle that name where they come from. The rows they come from stay as they are.
alter table bundle_wording add column carried_from bigint references bundle_wording (id);
comment on column bundle_wording.carried_from is 'the words in the bundle of a merged story that these repeat; null: said here';
-- Words that came along may have a place that others had before. Editors who word one bundle take turns on its row.
drop index bundle_wording_once;
create index bundle_wording_of on bundle_wording (bundle_id);

alter table bundle_background
  add column carried_from bigint references bundle (id),
  add column own_state text check (own_state in ('held', 'published', 'replaced')),
  add constraint bundle_background_own_state_beside_another check (own_state is null or carried_from is not null);
comment on column bundle_background.carried_from is 'the bundle of a merged story of which the state is; null: of this one';
comment on column bundle_background.own_state is 'what the sentence was in this bundle before, where it had it itself';

-- What a model wrote and is published without an editor is known by a number, too, so that it can be taken out.
alter table bundle_background drop constraint bundle_background_state_check;
alter table bundle_background add constraint bundle_background_state_check check (state in ('held', 'published', 'accepted', 'rejected', 'replaced'));
-- What is published so far gets its number when its bundle is composed anew.
update bundle set composed_revision = 0 from bundle_version as standing
where standing.bundle_id = bundle.id and standing.version = bundle.version
  and standing.document @? '$.context[*] ? (@.basis == "background" && !exists(@.rule))';
