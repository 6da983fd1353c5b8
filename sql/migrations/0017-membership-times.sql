-- The stream is told again of what appeared within its window, and of a late article's contemporaries.
create index membership_article_at on membership (article_at);
