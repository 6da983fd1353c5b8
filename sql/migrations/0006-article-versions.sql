-- A corrected title or text is a new version of its article, not a new article. The article's row holds the newest version;
-- here stands what it said before, so that what a bundle quoted of it can still be looked up. Never changed, never dropped.
create table article_version (
  article_id bigint not null references article (id),
  version integer not null check (version > 0),
  title text not null,
  text text not null,
  authors text[] not null,
  published_at timestamptz,
  seen_at timestamptz not null,
  replaced_at timestamptz not null,
  changed text[] not null check (changed <> '{}'),
  primary key (article_id, version)
);
comment on column article_version.changed is 'what the version after this one changed: title, text or both';

-- `recheck_at`: a feed showed the article as changed, and its page is to be looked at again then. `title_key`: the title as it
-- is compared with others of the source; null where it names no article.
alter table article
  add column version integer not null default 1 check (version > 0),
  add column recheck_at timestamptz,
  add column title_key text;
create index article_to_recheck on article (recheck_at, id) where recheck_at is not null;
create index article_title_key on article (source_id, title_key) where title_key is not null;

comment on column story.revision is 'counts changes of membership and corrections of members: a story whose bundle was made from an older one is due';

alter table item add column updated_at timestamptz;

-- The version of the article in which the quote stands.
alter table evidence add column article_version integer not null default 1 check (article_version > 0);
