-- What the page asked of those who read it by machine when it was last looked at: noai, noimageai, tdm-reservation, noarchive,
-- noindex, nosnippet. Whoever passes texts on can leave such articles out.
alter table article add column opt_outs text[] not null default '{}';

-- A version made by extracting a kept page again may change any of what extraction gives, so older versions keep all of it.
-- Null where a version was kept before these columns were there.
alter table article_version
  add column lang text,
  add column section text;
comment on column article_version.changed is 'what the version after this one changed: title, authors, publishedAt, lang, section, text';
