-- What an article's text is found again by: a hash for each band of its signature (src/article/signature.ts). Texts that share one
-- may be one text. Written with the text; an article without a row, or with one of an older method, is signed later.
create table article_signature (
  article_id bigint primary key references article (id),
  method smallint not null check (method > 0),
  bands integer[] not null
);
create index article_signature_bands on article_signature using gin (bands);
