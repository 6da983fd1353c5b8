-- What the page asked of those who read it by machine when it was last looked at: noai, noimageai, tdm-reservation, noarchive,
-- noindex, nosnippet. Whoever passes texts on can leave such articles out.
alter table article add column opt_outs text[] not null default '{}';
