import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { articleId } from '../article/article.ts'
import type { ArticleField } from '../article/difference.ts'
import type { ExtractedArticle, Genre } from '../article/extracted.ts'
import type { OptOut } from '../article/opt-outs.ts'
import type { BundleDocument, Claim } from '../bundle/document.ts'
import type { WordedPart } from '../bundle/wordings.ts'
import type { FailureClass } from '../feed/failure-class.ts'
import type { Host } from '../feed/host.ts'
import { noHints, type PollHints } from '../feed/parsed.ts'
import type { RatedLeaning } from '../source/leaning.ts'
import type { Ownership } from '../source/ownership.ts'
import type { RatedPages, RatingOrigin, SourceId } from '../source/source.ts'
import { storyId } from '../story/story.ts'
import type { EditDetails, EditKind } from './edit-details.ts'
import { idColumn } from './id-column.ts'
import {
  type BackgroundState,
  bundleId,
  editId,
  feedId,
  type SuggestionState,
  suggestionId,
  type UndecidedState,
} from './ids.ts'

/** How the address was come by that a feed is asked at in place of the declared one. */
export type AdoptedWhy = 'redirect' | 'home-page'

const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const plainId = (value: string) => value

export const source = pgTable(
  'source',
  {
    id: text('id').primaryKey().$type<SourceId>(),
    name: text('name').notNull(),
    home: text('home').notNull(),
    country: text('country').notNull(),
    languages: text('languages').array().notNull(),
    kind: text('kind').notNull(),
    reach: text('reach').notNull(),
    owner: text('owner'),
    userAgent: text('user_agent'),
    leastItemsADay: doublePrecision('least_items_a_day'),
    mostItemsADay: doublePrecision('most_items_a_day'),
    declared: boolean('declared').notNull().default(true),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
    ownership: text('ownership').notNull().default('unknown').$type<Ownership>(),
    opinionPaths: text('opinion_paths').array().notNull().default([]),
    opinionSections: text('opinion_sections').array().notNull().default([]),
    learnedLeast: doublePrecision('learned_least'),
    learnedMost: doublePrecision('learned_most'),
    learnedDays: integer('learned_days'),
    learnedAt: time('learned_at'),
  },
  (t) => [
    check('source_id_check', sql`${t.id} ~ '^[a-z0-9][a-z0-9-]*$'`),
    check(
      'source_kind_check',
      sql`${t.kind} in ('wire', 'newspaper', 'broadcaster', 'magazine', 'opinion', 'state-media', 'trade', 'local', 'official', 'aggregator')`,
    ),
    check(
      'source_items_a_day_check',
      sql`(${t.leastItemsADay} is null) = (${t.mostItemsADay} is null) and ${t.leastItemsADay} >= 0 and ${t.mostItemsADay} >= ${t.leastItemsADay}`,
    ),
    check('source_reach_check', sql`${t.reach} in ('domestic', 'international')`),
    check(
      'source_ownership_check',
      sql`${t.ownership} in ('private', 'public', 'state-funded', 'state-controlled', 'nonprofit', 'party', 'church', 'cooperative', 'unknown')`,
    ),
    check(
      'source_learned_is_whole',
      sql`(${t.learnedAt} is null) = (${t.learnedLeast} is null) and (${t.learnedAt} is null) = (${t.learnedMost} is null) and (${t.learnedAt} is null) = (${t.learnedDays} is null)`,
    ),
    check(
      'source_learned_check',
      sql`${t.learnedLeast} >= 0 and ${t.learnedMost} >= ${t.learnedLeast} and ${t.learnedDays} > 0`,
    ),
  ],
)

export const sourcePause = pgTable('source_pause', {
  sourceId: text('source_id')
    .primaryKey()
    .$type<SourceId>()
    .references(() => source.id),
  pausedAt: time('paused_at').notNull(),
  actor: text('actor').notNull(),
  reason: text('reason'),
})

export const rating = pgTable(
  'rating',
  {
    id: idColumn('id', plainId).primaryKey().generatedAlwaysAsIdentity(),
    sourceId: text('source_id')
      .notNull()
      .$type<SourceId>()
      .references(() => source.id),
    rater: text('rater').notNull(),
    value: text('value').notNull().$type<RatedLeaning>(),
    method: text('method').notNull(),
    confidence: doublePrecision('confidence').notNull(),
    licence: text('licence').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    recordedAt: time('recorded_at').notNull(),
    origin: text('origin').notNull().default('file').$type<RatingOrigin>(),
    pages: text('pages').notNull().default('all').$type<RatedPages>(),
    actor: text('actor'),
    withdrawnAt: time('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('rating_said_once').on(t.sourceId, t.rater, t.validFrom, t.pages).where(sql`${t.withdrawnAt} is null`),
    check('rating_origin_check', sql`${t.origin} in ('file', 'import', 'suggestion')`),
    check('rating_pages_check', sql`${t.pages} in ('all', 'opinion')`),
    check('rating_value_check', sql`${t.value} in ('left', 'lean-left', 'center', 'lean-right', 'right')`),
    check('rating_confidence_check', sql`${t.confidence} > 0 and ${t.confidence} <= 1`),
  ],
)

export const suggestion = pgTable(
  'suggestion',
  {
    id: idColumn('id', suggestionId).primaryKey().generatedAlwaysAsIdentity(),
    sourceId: text('source_id')
      .notNull()
      .$type<SourceId>()
      .references(() => source.id),
    value: text('value').notNull().$type<RatedLeaning>(),
    confidence: doublePrecision('confidence').notNull(),
    method: text('method').notNull(),
    evidence: jsonb('evidence').notNull().$type<unknown>(),
    madeAt: time('made_at').notNull(),
    state: text('state').notNull().default('open').$type<SuggestionState>(),
    decidedAt: time('decided_at'),
    decidedBy: text('decided_by'),
    ratingId: idColumn('rating_id', plainId).references(() => rating.id),
  },
  (t) => [
    check('suggestion_value_check', sql`${t.value} in ('left', 'lean-left', 'center', 'lean-right', 'right')`),
    check('suggestion_confidence_check', sql`${t.confidence} > 0 and ${t.confidence} <= 1`),
    check('suggestion_method_check', sql`${t.method} <> ''`),
    check('suggestion_state_check', sql`${t.state} in ('open', 'accepted', 'rejected', 'replaced')`),
    check(
      'suggestion_decided_is_whole',
      sql`(${t.state} = 'open') = (${t.decidedAt} is null) and (${t.decidedAt} is null) = (${t.decidedBy} is null)`,
    ),
    check('suggestion_accepted_has_rating', sql`(${t.state} = 'accepted') = (${t.ratingId} is not null)`),
    uniqueIndex('suggestion_open_once').on(t.sourceId).where(sql`${t.state} = 'open'`),
    index('suggestion_source').on(t.sourceId),
  ],
)

export const feed = pgTable(
  'feed',
  {
    id: idColumn('id', feedId).primaryKey().generatedAlwaysAsIdentity(),
    sourceId: text('source_id')
      .notNull()
      .$type<SourceId>()
      .references(() => source.id),
    url: text('url').notNull(),
    host: text('host').notNull().$type<Host>(),
    section: text('section'),
    declared: boolean('declared').notNull().default(true),
    title: text('title'),
    etag: text('etag'),
    lastModified: text('last_modified'),
    bodyHash: text('body_hash'),
    lastCheckedAt: time('last_checked_at'),
    lastOutcome: text('last_outcome'),
    failuresInRow: integer('failures_in_row').notNull().default(0),
    nextCheckAt: time('next_check_at').notNull(),
    createdAt: time('created_at').notNull(),
    itemMarks: text('item_marks').notNull().default(''),
    etagLies: boolean('etag_lies').notNull().default(false),
    lastModifiedLies: boolean('last_modified_lies').notNull().default(false),
    redirectUrl: text('redirect_url'),
    redirectsInRow: integer('redirects_in_row').notNull().default(0),
    polls: integer('polls').notNull().default(0),
    reachedAt: time('reached_at'),
    rateItems: doublePrecision('rate_items').notNull().default(0),
    rateHours: doublePrecision('rate_hours').notNull().default(0),
    hints: jsonb('hints').notNull().$type<PollHints>().default(noHints),
    maxAgeSeconds: integer('max_age_seconds'),
    failingClass: text('failing_class').$type<FailureClass>(),
    failingSince: time('failing_since'),
    retryAfterSeconds: integer('retry_after_seconds'),
    adoptedUrl: text('adopted_url'),
    leastMinutes: integer('least_minutes'),
    stoppedAt: time('stopped_at'),
    stoppedWhy: text('stopped_why'),
    lastNewAt: time('last_new_at'),
    unverified: boolean('unverified').notNull().default(false),
    soughtAt: time('sought_at'),
    adoptedWhy: text('adopted_why').$type<AdoptedWhy>(),
  },
  (t) => [
    unique('feed_url_unique').on(t.url),
    check('feed_adopted_why_check', sql`${t.adoptedWhy} in ('redirect', 'home-page')`),
    check('feed_least_minutes_check', sql`${t.leastMinutes} > 0`),
    check('feed_failing_is_whole', sql`(${t.failingClass} is null) = (${t.failingSince} is null)`),
    check('feed_stopped_says_why', sql`(${t.stoppedAt} is null) = (${t.stoppedWhy} is null)`),
    check('feed_failures_in_row_check', sql`${t.failuresInRow} >= 0`),
    index('feed_source').on(t.sourceId),
    index('feed_host').on(t.host),
    index('feed_due').on(t.nextCheckAt, t.host).where(sql`${t.declared}`),
  ],
)

export const fetchHistory = pgTable(
  'fetch_history',
  {
    feedId: idColumn('feed_id', feedId)
      .notNull()
      .references(() => feed.id),
    at: time('at').notNull(),
    outcome: text('outcome').notNull(),
    status: integer('status'),
    detail: text('detail'),
    bytes: integer('bytes'),
    tookMs: integer('took_ms').notNull(),
    items: integer('items'),
    itemsNew: integer('items_new'),
    challenge: text('challenge'),
  },
  (t) => [primaryKey({ columns: [t.feedId, t.at] })],
)

export const article = pgTable(
  'article',
  {
    id: idColumn('id', articleId).primaryKey().generatedAlwaysAsIdentity(),
    sourceId: text('source_id')
      .notNull()
      .$type<SourceId>()
      .references(() => source.id),
    canonicalUrl: text('canonical_url').notNull(),
    fetchUrl: text('fetch_url').notNull(),
    fetchHost: text('fetch_host').notNull().$type<Host>(),
    state: text('state').notNull().default('discovered').$type<'discovered' | 'extracted' | 'rejected'>(),
    rejectedReason: text('rejected_reason'),
    section: text('section'),
    title: text('title'),
    authors: text('authors').array().notNull().default([]),
    text: text('text'),
    lang: text('lang'),
    publishedAt: time('published_at'),
    discoveredAt: time('discovered_at').notNull(),
    settledAt: time('settled_at'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: time('next_attempt_at').notNull(),
    version: integer('version').notNull().default(1),
    recheckAt: time('recheck_at'),
    titleKey: text('title_key'),
    optOuts: text('opt_outs').array().notNull().default([]).$type<OptOut[]>(),
    modifiedAt: time('modified_at'),
    langDeclared: text('lang_declared'),
    langDetected: text('lang_detected'),
    langDisagrees: boolean('lang_disagrees').notNull().default(false),
    imageUrl: text('image_url'),
    imageCaption: text('image_caption'),
    imageCredit: text('image_credit'),
    genre: text('genre').$type<Genre>(),
    isLiveBlog: boolean('is_live_blog').notNull().default(false),
    isPaid: boolean('is_paid'),
    wire: text('wire'),
    origins: jsonb('origins').notNull().default({}).$type<ExtractedArticle['origins']>(),
  },
  (t) => [
    unique('article_canonical_url_unique').on(t.canonicalUrl),
    check('article_version_check', sql`${t.version} > 0`),
    check('article_state_check', sql`${t.state} in ('discovered', 'extracted', 'rejected')`),
    check('article_attempts_check', sql`${t.attempts} >= 0`),
    check(
      'article_extracted_has_text',
      sql`${t.state} <> 'extracted' or (${t.title} is not null and ${t.text} is not null and ${t.settledAt} is not null)`,
    ),
    check('article_genre_check', sql`${t.genre} in ('news', 'opinion', 'analysis')`),
    check(
      'article_image_check',
      sql`${t.imageUrl} is not null or (${t.imageCaption} is null and ${t.imageCredit} is null)`,
    ),
    check('article_rejected_has_reason', sql`(${t.state} = 'rejected') = (${t.rejectedReason} is not null)`),
    index('article_source').on(t.sourceId),
    index('article_to_extract').on(t.nextAttemptAt, t.fetchHost).where(sql`${t.state} = 'discovered'`),
    index('article_to_extract_host').on(t.fetchHost, t.nextAttemptAt, t.id).where(sql`${t.state} = 'discovered'`),
    index('article_to_recheck').on(t.recheckAt, t.fetchHost).where(sql`${t.recheckAt} is not null`),
    index('article_title_key').on(t.sourceId, t.titleKey).where(sql`${t.titleKey} is not null`),
  ],
)

export const articleVersion = pgTable(
  'article_version',
  {
    articleId: idColumn('article_id', articleId)
      .notNull()
      .references(() => article.id),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    authors: text('authors').array().notNull(),
    publishedAt: time('published_at'),
    seenAt: time('seen_at').notNull(),
    replacedAt: time('replaced_at').notNull(),
    changed: text('changed').array().notNull().$type<ArticleField[]>(),
    lang: text('lang'),
    section: text('section'),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.version] }),
    check('article_version_version_check', sql`${t.version} > 0`),
    check('article_version_changed_check', sql`${t.changed} <> '{}'`),
  ],
)

export const articleSignature = pgTable(
  'article_signature',
  {
    articleId: idColumn('article_id', articleId)
      .primaryKey()
      .references(() => article.id),
    method: smallint('method').notNull(),
    bands: integer('bands').array().notNull(),
  },
  (t) => [
    check('article_signature_method_check', sql`${t.method} > 0`),
    index('article_signature_bands').using('gin', t.bands),
  ],
)

export const articleAddress = pgTable(
  'article_address',
  {
    url: text('url').primaryKey(),
    articleId: idColumn('article_id', articleId)
      .notNull()
      .references(() => article.id),
  },
  (t) => [index('article_address_article').on(t.articleId)],
)

export const item = pgTable(
  'item',
  {
    id: idColumn('id', plainId).primaryKey().generatedAlwaysAsIdentity(),
    feedId: idColumn('feed_id', feedId)
      .notNull()
      .references(() => feed.id),
    key: text('key').notNull(),
    articleId: idColumn('article_id', articleId)
      .notNull()
      .references(() => article.id),
    title: text('title'),
    summary: text('summary'),
    content: text('content'),
    url: text('url').notNull(),
    author: text('author'),
    publishedAt: time('published_at'),
    seenAt: time('seen_at').notNull(),
    updatedAt: time('updated_at'),
  },
  (t) => [
    unique('item_once_a_feed').on(t.feedId, t.key),
    index('item_article').on(t.articleId),
    index('item_seen_at').using('brin', t.seenAt),
  ],
)

export const rawPage = pgTable(
  'raw_page',
  {
    articleId: idColumn('article_id', articleId)
      .notNull()
      .references(() => article.id),
    fetchedAt: time('fetched_at').notNull(),
    url: text('url').notNull(),
    contentType: text('content_type'),
    sha256: text('sha256').notNull(),
    bodyBrotli: bytea('body_brotli').notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.fetchedAt] })],
)

export const story = pgTable(
  'story',
  {
    id: idColumn('id', storyId).primaryKey().generatedAlwaysAsIdentity(),
    state: text('state').notNull().default('open').$type<'open' | 'closed' | 'merged'>(),
    mergedInto: idColumn('merged_into', storyId).references((): AnyPgColumn => story.id),
    openedAt: time('opened_at').notNull(),
    lastArticleAt: time('last_article_at').notNull(),
    revision: integer('revision').notNull().default(1),
    splitFrom: idColumn('split_from', storyId).references((): AnyPgColumn => story.id),
  },
  (t) => [
    check('story_state_check', sql`${t.state} in ('open', 'closed', 'merged')`),
    check('story_revision_check', sql`${t.revision} > 0`),
    check('story_merged_says_where', sql`(${t.state} = 'merged') = (${t.mergedInto} is not null)`),
    check('story_not_into_itself', sql`${t.mergedInto} <> ${t.id}`),
    index('story_merged_into').on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
  ],
)

export const membership = pgTable(
  'membership',
  {
    articleId: idColumn('article_id', articleId)
      .primaryKey()
      .references(() => article.id),
    storyId: idColumn('story_id', storyId)
      .notNull()
      .references(() => story.id),
    seq: idColumn('seq', plainId).notNull().generatedAlwaysAsIdentity(),
    articleAt: time('article_at').notNull(),
    how: text('how').notNull().$type<'opens' | 'joins' | 'editor'>(),
    similarity: doublePrecision('similarity'),
    reason: text('reason').notNull(),
    settings: text('settings').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    unique('membership_seq_unique').on(t.seq),
    check('membership_how_check', sql`${t.how} in ('opens', 'joins', 'editor')`),
    index('membership_story').on(t.storyId),
    index('membership_article_at').on(t.articleAt),
  ],
)

/** Extracted articles in no story; triggers keep it. */
export const articleToGroup = pgTable('article_to_group', {
  articleId: idColumn('article_id', articleId)
    .primaryKey()
    .references(() => article.id),
})

export const articleVector = pgTable(
  'article_vector',
  {
    language: text('language').notNull(),
    arrival: integer('arrival').notNull(),
    articleId: idColumn('article_id', articleId)
      .notNull()
      .references(() => article.id),
    articleAt: time('article_at').notNull(),
    settings: text('settings').notNull(),
    vector: bytea('vector').notNull(),
    counted: bytea('counted').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.language, t.arrival] }),
    check('article_vector_arrival_check', sql`${t.arrival} > 0`),
    index('article_vector_article').on(t.articleId),
    index('article_vector_at').on(t.language, t.articleAt),
  ],
)

export const modelAnswer = pgTable(
  'model_answer',
  {
    key: text('key').primaryKey(),
    model: text('model').notNull(),
    answer: jsonb('answer').notNull().$type<unknown>(),
    tokens: integer('tokens').notNull(),
    at: time('at').notNull(),
  },
  (t) => [check('model_answer_tokens_check', sql`${t.tokens} >= 0`), index('model_answer_at').on(t.at)],
)

export const storyStream = pgTable('story_stream', {
  language: text('language').primaryKey(),
  token: uuid('token').notNull().defaultRandom(),
})

export const storyLink = pgTable(
  'story_link',
  {
    fromStory: idColumn('from_story', storyId)
      .notNull()
      .references(() => story.id),
    toStory: idColumn('to_story', storyId)
      .notNull()
      .references(() => story.id),
    kind: text('kind').notNull().$type<'same-event' | 'continues'>(),
    score: doublePrecision('score'),
    reason: text('reason').notNull(),
    settings: text('settings').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fromStory, t.toStory] }),
    check('story_link_kind_check', sql`${t.kind} in ('same-event', 'continues')`),
    check('story_link_reason_check', sql`${t.reason} <> ''`),
    check('story_link_not_to_itself', sql`${t.fromStory} <> ${t.toStory}`),
    check('story_link_same_event_in_order', sql`${t.kind} <> 'same-event' or ${t.fromStory} < ${t.toStory}`),
    uniqueIndex('story_link_pair_once').on(
      sql`least(${t.fromStory}, ${t.toStory})`,
      sql`greatest(${t.fromStory}, ${t.toStory})`,
    ),
    index('story_link_to').on(t.toStory),
  ],
)

export const storyLinkLook = pgTable(
  'story_link_look',
  {
    storyId: idColumn('story_id', storyId)
      .primaryKey()
      .references(() => story.id),
    revision: integer('revision').notNull(),
    settings: text('settings').notNull(),
  },
  (t) => [check('story_link_look_revision_check', sql`${t.revision} > 0`)],
)

export const storyEdit = pgTable(
  'story_edit',
  {
    id: idColumn('id', editId).primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull().$type<EditKind>(),
    stories: bigint('stories', { mode: 'number' }).array().notNull(),
    articles: bigint('articles', { mode: 'number' }).array().notNull(),
    undoes: idColumn('undoes', editId).references((): AnyPgColumn => storyEdit.id),
    actor: text('actor').notNull(),
    note: text('note'),
    at: time('at').notNull(),
    details: jsonb('details').notNull().$type<EditDetails>(),
  },
  (t) => [
    unique('story_edit_undone_once').on(t.undoes),
    check(
      'story_edit_kind_check',
      sql`${t.kind} in ('merge', 'split', 'move', 'lock', 'unlock', 'pin', 'unpin', 'undo')`,
    ),
    check('story_edit_stories_check', sql`${t.stories} <> '{}'`),
    check('story_edit_undo_says_what', sql`(${t.kind} = 'undo') = (${t.undoes} is not null)`),
    index('story_edit_stories').using('gin', t.stories),
  ],
)

export const storyConstraint = pgTable(
  'story_constraint',
  {
    id: idColumn('id', plainId).primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull().$type<'must-link' | 'cannot-link' | 'lock' | 'pin'>(),
    articleId: idColumn('article_id', articleId).references(() => article.id),
    otherArticleId: idColumn('other_article_id', articleId).references(() => article.id),
    storyId: idColumn('story_id', storyId).references(() => story.id),
    actor: text('actor').notNull(),
    note: text('note'),
    at: time('at').notNull(),
    releasedAt: time('released_at'),
    editId: idColumn('edit_id', editId).references(() => storyEdit.id),
    releasedBy: idColumn('released_by', editId).references(() => storyEdit.id),
  },
  (t) => [
    check('story_constraint_kind_check', sql`${t.kind} in ('must-link', 'cannot-link', 'lock', 'pin')`),
    check(
      'story_constraint_names_its_subject',
      sql`(${t.kind} in ('must-link', 'cannot-link') and ${t.articleId} is not null and ${t.otherArticleId} is not null and ${t.articleId} < ${t.otherArticleId} and ${t.storyId} is null)
    or (${t.kind} in ('lock', 'pin') and ${t.storyId} is not null and ${t.articleId} is null and ${t.otherArticleId} is null)`,
    ),
    uniqueIndex('story_constraint_pair_once')
      .on(t.articleId, t.otherArticleId)
      .where(sql`${t.releasedAt} is null and ${t.articleId} is not null`),
    uniqueIndex('story_constraint_story_once')
      .on(t.kind, t.storyId)
      .where(sql`${t.releasedAt} is null and ${t.storyId} is not null`),
    index('story_constraint_edit').on(t.editId).where(sql`${t.editId} is not null`),
    index('story_constraint_other')
      .on(t.otherArticleId)
      .where(sql`${t.releasedAt} is null and ${t.otherArticleId} is not null`),
  ],
)

export const bundle = pgTable(
  'bundle',
  {
    id: idColumn('id', bundleId).primaryKey().generatedAlwaysAsIdentity(),
    storyId: idColumn('story_id', storyId)
      .notNull()
      .references(() => story.id),
    state: text('state').notNull().$type<'draft' | 'published' | 'withdrawn'>(),
    version: integer('version').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
    publishedAt: time('published_at'),
    composedRevision: integer('composed_revision'),
  },
  (t) => [
    unique('bundle_story_unique').on(t.storyId),
    check('bundle_composed_revision_check', sql`${t.composedRevision} >= 0`),
    check('bundle_state_check', sql`${t.state} in ('draft', 'published', 'withdrawn')`),
    check('bundle_version_check', sql`${t.version} > 0`),
    check('bundle_published_has_time', sql`${t.state} <> 'published' or ${t.publishedAt} is not null`),
    foreignKey({
      name: 'bundle_current_version',
      columns: [t.id, t.version],
      foreignColumns: [bundleVersion.bundleId, bundleVersion.version],
    }),
  ],
)

export const bundleVersion = pgTable(
  'bundle_version',
  {
    bundleId: idColumn('bundle_id', bundleId)
      .notNull()
      .references((): AnyPgColumn => bundle.id),
    version: integer('version').notNull(),
    storyRevision: integer('story_revision').notNull(),
    document: jsonb('document').notNull().$type<BundleDocument>(),
    writer: text('writer').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bundleId, t.version] }),
    check('bundle_version_version_check', sql`${t.version} > 0`),
  ],
)

export const claim = pgTable(
  'claim',
  {
    id: idColumn('id', plainId).primaryKey().generatedAlwaysAsIdentity(),
    bundleId: idColumn('bundle_id', bundleId).notNull(),
    version: integer('version').notNull(),
    part: text('part').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    basis: text('basis').notNull().$type<'quoted' | 'computed' | 'background' | 'editor'>(),
    rule: text('rule'),
  },
  (t) => [
    foreignKey({
      name: 'claim_of_version',
      columns: [t.bundleId, t.version],
      foreignColumns: [bundleVersion.bundleId, bundleVersion.version],
    }),
    unique('claim_place').on(t.bundleId, t.version, t.part, t.position),
    check('claim_position_check', sql`${t.position} >= 0`),
    check('claim_text_check', sql`${t.text} <> ''`),
    check('claim_basis_check', sql`${t.basis} in ('quoted', 'computed', 'background', 'editor')`),
    check('claim_computed_has_rule', sql`${t.basis} <> 'computed' or ${t.rule} is not null`),
  ],
)

export const evidence = pgTable(
  'evidence',
  {
    claimId: idColumn('claim_id', plainId)
      .notNull()
      .references(() => claim.id),
    position: integer('position').notNull(),
    articleId: idColumn('article_id', articleId)
      .notNull()
      .references(() => article.id),
    quote: text('quote'),
    articleVersion: integer('article_version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.position] }),
    check('evidence_position_check', sql`${t.position} >= 0`),
    check('evidence_article_version_check', sql`${t.articleVersion} > 0`),
    check('evidence_quote_check', sql`${t.quote} <> ''`),
    index('evidence_article').on(t.articleId),
  ],
)

export const bundleWording = pgTable(
  'bundle_wording',
  {
    id: idColumn('id', plainId).primaryKey().generatedAlwaysAsIdentity(),
    bundleId: idColumn('bundle_id', bundleId)
      .notNull()
      .references(() => bundle.id),
    part: text('part').notNull().$type<WordedPart>(),
    label: text('label').notNull().default(''),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    replaced: jsonb('replaced').notNull().$type<Claim>(),
    actor: text('actor').notNull(),
    note: text('note'),
    at: time('at').notNull(),
    releasedAt: time('released_at'),
    releasedBy: text('released_by'),
    carriedFrom: idColumn('carried_from', plainId).references((): AnyPgColumn => bundleWording.id),
  },
  (t) => [
    check(
      'bundle_wording_part_check',
      sql`${t.part} in ('headline', 'lede', 'facts', 'differences', 'context', 'framing', 'blindSpot')`,
    ),
    check('bundle_wording_position_check', sql`${t.position} >= 0`),
    check('bundle_wording_text_check', sql`${t.text} <> ''`),
    check('bundle_wording_in_a_perspective', sql`(${t.part} in ('framing', 'blindSpot')) = (${t.label} <> '')`),
    check('bundle_wording_released_by_somebody', sql`(${t.releasedAt} is null) = (${t.releasedBy} is null)`),
    index('bundle_wording_of').on(t.bundleId),
  ],
)

export const bundleBackground = pgTable(
  'bundle_background',
  {
    bundleId: idColumn('bundle_id', bundleId)
      .notNull()
      .references(() => bundle.id),
    number: integer('number').notNull(),
    key: text('key').notNull(),
    text: text('text').notNull(),
    model: text('model').notNull(),
    state: text('state').notNull().$type<BackgroundState>(),
    heldAt: time('held_at').notNull(),
    decidedAt: time('decided_at'),
    decidedBy: text('decided_by'),
    note: text('note'),
    carriedFrom: idColumn('carried_from', bundleId).references(() => bundle.id),
    ownState: text('own_state').$type<UndecidedState>(),
  },
  (t) => [
    primaryKey({ columns: [t.bundleId, t.number] }),
    check('bundle_background_number_check', sql`${t.number} > 0`),
    check('bundle_background_key_check', sql`${t.key} <> ''`),
    check('bundle_background_text_check', sql`${t.text} <> '' and char_length(${t.text}) <= 420`),
    check(
      'bundle_background_state_check',
      sql`${t.state} in ('held', 'published', 'accepted', 'rejected', 'replaced')`,
    ),
    check('bundle_background_own_state_check', sql`${t.ownState} in ('held', 'published', 'replaced')`),
    check('bundle_background_own_state_beside_another', sql`${t.ownState} is null or ${t.carriedFrom} is not null`),
    unique('bundle_background_once').on(t.bundleId, t.key),
    check(
      'bundle_background_decided_by_somebody',
      sql`(${t.state} in ('accepted', 'rejected')) = (${t.decidedAt} is not null) and (${t.decidedAt} is null) = (${t.decidedBy} is null)`,
    ),
    index('bundle_background_held').on(t.heldAt).where(sql`${t.state} = 'held'`),
  ],
)

export const changeLog = pgTable(
  'change_log',
  {
    seq: idColumn('seq', plainId).primaryKey().generatedAlwaysAsIdentity(),
    at: time('at').notNull(),
    actor: text('actor').notNull(),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    subjectId: text('subject_id').notNull(),
    details: jsonb('details').notNull().default({}),
  },
  (t) => [index('change_log_subject').on(t.subject, t.subjectId)],
)
