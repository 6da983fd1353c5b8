-- What a reader gets of a story. Versions are never changed; `bundle.version` names the current one.
create table bundle (
  id bigint generated always as identity primary key,
  story_id bigint not null constraint bundle_story_unique unique references story (id),
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  constraint bundle_published_has_time check (state <> 'published' or published_at is not null)
);

create table bundle_version (
  bundle_id bigint not null references bundle (id),
  version integer not null check (version > 0),
  story_revision integer not null,
  document jsonb not null,
  writer text not null,
  at timestamptz not null,
  primary key (bundle_id, version)
);
alter table bundle add constraint bundle_current_version foreign key (id, version) references bundle_version (bundle_id, version) deferrable initially deferred;

create table claim (
  id bigint generated always as identity primary key,
  bundle_id bigint not null,
  version integer not null,
  part text not null,
  position integer not null check (position >= 0),
  text text not null check (text <> ''),
  basis text not null check (basis in ('quoted', 'computed', 'background', 'editor')),
  rule text,
  constraint claim_of_version foreign key (bundle_id, version) references bundle_version (bundle_id, version),
  constraint claim_place unique (bundle_id, version, part, position),
  constraint claim_computed_has_rule check (basis <> 'computed' or rule is not null)
);

create table evidence (
  claim_id bigint not null references claim (id),
  position integer not null check (position >= 0),
  article_id bigint not null references article (id),
  quote text check (quote <> ''),
  primary key (claim_id, position)
);
create index evidence_article on evidence (article_id);

-- Everything that changed, in order, with who did it: written in the transaction of the change itself.
create table change_log (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  kind text not null,
  subject text not null,
  subject_id text not null,
  details jsonb not null default '{}'
);
create index change_log_subject on change_log (subject, subject_id);
