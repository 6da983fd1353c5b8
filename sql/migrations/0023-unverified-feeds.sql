-- An unverified address is a guess. `sought_at`: when the outlet's home page was last searched for the feed that was meant.
-- `adopted_why` says how the adopted address was come by.
alter table feed
  add column unverified boolean not null default false,
  add column sought_at timestamptz,
  add column adopted_why text constraint feed_adopted_why_check check (adopted_why in ('redirect', 'home-page'));
update feed set adopted_why = 'redirect' where adopted_url is not null;
