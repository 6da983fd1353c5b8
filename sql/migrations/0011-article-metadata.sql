-- What a page says of its article besides title, authors, time and text. Null where it does not say it, and for articles
-- that were extracted before it was kept.
alter table article
  add column modified_at timestamptz,
  add column lang_declared text,
  add column lang_detected text,
  add column lang_disagrees boolean not null default false,
  add column image_url text,
  add column image_caption text,
  add column image_credit text,
  add column genre text constraint article_genre_check check (genre in ('news', 'opinion', 'analysis')),
  add column is_live_blog boolean not null default false,
  add column is_paid boolean,
  add column wire text,
  add column origins jsonb not null default '{}',
  add constraint article_image_check check (image_url is not null or (image_caption is null and image_credit is null));

comment on column article.lang_disagrees is 'the text is surely not in the language that its page declares';
comment on column article.is_paid is 'the page says that its text is for subscribers, or that it is free; null where it says neither';
comment on column article.wire is 'the agency that is credited with the text';
comment on column article.origins is 'where on the page each statement was found: json-ld, open-graph, meta, microdata, html, text, url';
