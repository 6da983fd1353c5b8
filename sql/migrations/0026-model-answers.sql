-- What a model answered, by what it was asked: the same question costs once, and a day's tokens can be counted.
create table model_answer (
  key text primary key,
  model text not null,
  answer jsonb not null,
  tokens integer not null check (tokens >= 0),
  at timestamptz not null
);
create index model_answer_at on model_answer (at);
