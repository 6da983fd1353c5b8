-- Sources whose feeds an operator does not want polled for now: laid over what sources.yaml declares.
create table source_pause (
  source_id text primary key references source (id),
  paused_at timestamptz not null,
  actor text not null,
  reason text
);
