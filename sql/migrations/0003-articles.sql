-- A page of a source is one article however often and wherever it is seen: its canonical address is unique. Only what the
-- page itself says stands here; what feeds say of it stands in their items, so that the order of polls decides nothing.
create table article (
  id bigint generated always as identity primary key,
  source_id text not null references source (id),
  canonical_url text not null constraint article_canonical_url_unique unique,
  fetch_url text not null,
  state text not null default 'discovered' check (state in ('discovered', 'extracted', 'rejected')),
  rejected_reason text,
  section text,
  title text,
  authors text[] not null default '{}',
  text text,
  lang text,
  published_at timestamptz,
  discovered_at timestamptz not null,
  settled_at timestamptz,
  attempts integer not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null,
  constraint article_extracted_has_text check (state <> 'extracted' or (title is not null and text is not null and settled_at is not null)),
  constraint article_rejected_has_reason check ((state = 'rejected') = (rejected_reason is not null))
);
create index article_source on article (source_id);
create index article_to_extract on article (next_attempt_at, id) where state = 'discovered';

-- Every address that led to an article (redirectors, variants), so that the next sighting of one needs no request.
create table article_address (
  url text primary key,
  article_id bigint not null references article (id)
);
create index article_address_article on article_address (article_id);

-- One entry of one feed: the sightings of an article. Rows stay when the entry leaves the feed.
create table item (
  id bigint generated always as identity primary key,
  feed_id bigint not null references feed (id),
  key text not null,
  article_id bigint not null references article (id),
  title text,
  summary text,
  url text not null,
  author text,
  published_at timestamptz,
  seen_at timestamptz not null,
  constraint item_once_a_feed unique (feed_id, key)
);
create index item_article on item (article_id);

-- The page as it came, brotli-compressed, so that extraction can be done again. Partitioned by month, dropped by partition.
create table raw_page (
  article_id bigint not null references article (id),
  fetched_at timestamptz not null,
  url text not null,
  content_type text,
  sha256 text not null,
  body_brotli bytea not null,
  primary key (article_id, fetched_at)
) partition by range (fetched_at);
create table raw_page_default partition of raw_page default;
