-- What feeds announced while a story ran: the coverage ledger asks. Entries are added in the order of time, so that ranges of blocks
-- do, which cost nothing to keep and are built in one pass.
create index item_seen_at on item using brin (seen_at);
