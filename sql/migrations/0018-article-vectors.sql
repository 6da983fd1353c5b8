-- What the clusterer knows of each article that may still matter, so that a restart neither reads texts nor compares again. Rows go
-- when they have left the window; `counted` are the terms that the article is counted with, as little-endian 32-bit numbers.
create table article_vector (
  language text not null,
  arrival integer not null check (arrival > 0),
  article_id bigint not null references article (id),
  article_at timestamptz not null,
  settings text not null,
  vector bytea not null,
  counted bytea not null,
  primary key (language, arrival)
);
alter table article_vector alter column vector set storage external, alter column counted set storage external;
create index article_vector_article on article_vector (article_id);
create index article_vector_at on article_vector (language, article_at);

-- Who grouped a language's articles last: whoever holds its lock and finds another token than his own reads the open stories again.
create table story_stream (
  language text primary key,
  token uuid not null default gen_random_uuid()
);

-- The extracted articles that are in no story yet: asking the archive for those that have no membership would take longer the more
-- it holds. Kept by the database itself, whoever writes.
create table article_to_group (
  article_id bigint primary key references article (id)
);
insert into article_to_group
  select id from article where state = 'extracted' and not exists (select from membership where article_id = id);

create function article_waits_for_story() returns trigger language plpgsql as $$
begin
  insert into article_to_group
    select new.id where not exists (select from membership where article_id = new.id) on conflict do nothing;
  return null;
end $$;
create trigger article_waits_for_story_inserted after insert on article
  for each row when (new.state = 'extracted') execute function article_waits_for_story();
create trigger article_waits_for_story_updated after update of state on article
  for each row when (new.state = 'extracted' and old.state <> 'extracted') execute function article_waits_for_story();

create function article_has_story() returns trigger language plpgsql as $$
begin
  delete from article_to_group where article_id = new.article_id;
  return null;
end $$;
create trigger article_has_story after insert on membership for each row execute function article_has_story();
