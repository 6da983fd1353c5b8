-- The article itself, where its feed carries it: read where its page gives nothing.
alter table item add column content text;
