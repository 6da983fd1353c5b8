-- Work is shared out by host: one worker at a time visits a host, polls its feeds and fetches its pages.
alter table feed add column host text;
update feed set host = lower(substring(url from '^[a-zA-Z]+://(?:[^/?#@]*@)?\[?([^]/?#:]+|[0-9a-fA-F:.]+(?=\]))'));
alter table feed alter column host set not null;
drop index feed_due;
create index feed_due on feed (next_check_at, host) where declared;
create index feed_host on feed (host);

alter table article add column fetch_host text;
update article set fetch_host = lower(substring(fetch_url from '^[a-zA-Z]+://(?:[^/?#@]*@)?\[?([^]/?#:]+|[0-9a-fA-F:.]+(?=\]))'));
alter table article alter column fetch_host set not null;
drop index article_to_extract;
create index article_to_extract on article (next_attempt_at, fetch_host) where state = 'discovered';
drop index article_to_recheck;
create index article_to_recheck on article (recheck_at, fetch_host) where recheck_at is not null;
create index article_to_extract_host on article (fetch_host, next_attempt_at, id) where state = 'discovered';
