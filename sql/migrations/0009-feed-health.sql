-- What a source normally publishes over all its feeds, as sources.yaml states it: silence and floods show against it.
alter table source
  add column least_items_a_day double precision,
  add column most_items_a_day double precision,
  add constraint source_items_a_day_check
    check ((least_items_a_day is null) = (most_items_a_day is null) and least_items_a_day >= 0 and most_items_a_day >= least_items_a_day);

-- When a feed last brought an item that was not known.
alter table feed add column last_new_at timestamptz;
