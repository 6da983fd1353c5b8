-- What is remembered of a feed from poll to poll, of fixed size (src/feed/feed-memory.ts), and what operators decided about it.
-- `item_marks`: marks of the items that the last poll saw, separated by spaces: what need not be parsed again.
-- `adopted_url` stands over the declared one; a stopped feed is not polled and says why.
alter table feed
  add column item_marks text not null default '',
  add column etag_lies boolean not null default false,
  add column last_modified_lies boolean not null default false,
  add column redirect_url text,
  add column redirects_in_row integer not null default 0,
  add column polls integer not null default 0,
  add column reached_at timestamptz,
  add column rate_items double precision not null default 0,
  add column rate_hours double precision not null default 0,
  add column hints jsonb not null default '{"ttlMinutes": null, "skipHours": [], "skipDays": []}',
  add column max_age_seconds integer,
  add column failing_class text,
  add column failing_since timestamptz,
  add column retry_after_seconds integer,
  add column adopted_url text,
  add column least_minutes integer constraint feed_least_minutes_check check (least_minutes > 0),
  add column stopped_at timestamptz,
  add column stopped_why text,
  add constraint feed_failing_is_whole check ((failing_class is null) = (failing_since is null)),
  add constraint feed_stopped_says_why check ((stopped_at is null) = (stopped_why is null));

-- Whose refusal a failed poll looked like.
alter table fetch_history add column challenge text;
