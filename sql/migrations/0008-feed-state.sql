-- Fingerprints of the items that the last poll saw, separated by spaces: what need not be parsed again.
alter table feed add column known_items text not null default '';
