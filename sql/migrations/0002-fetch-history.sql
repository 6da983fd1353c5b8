-- One row a poll. Partitioned by month and dropped by partition; the default partition catches a missing month.
create table fetch_history (
  feed_id bigint not null references feed (id),
  at timestamptz not null,
  outcome text not null,
  status integer,
  detail text,
  bytes integer,
  took_ms integer not null,
  items integer,
  items_new integer,
  primary key (feed_id, at)
) partition by range (at);
create table fetch_history_default partition of fetch_history default;
