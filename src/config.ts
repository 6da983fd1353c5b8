import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Licensed } from './source/licensed.ts'
import { sourceId } from './source/source.ts'

/** A setting in the environment that can't be used, in words that name it and the way out. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}

const cidr = z
  .string()
  .refine(isNetwork, { error: ({ input }) => `${String(input)} is not a network such as 127.0.0.0/8 or fd00::/8` })
const whole = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number)
const oneOf = <const Value extends string>(...values: Value[]) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` })

const environmentSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  PARALLAX_DIR: z.string().default('.parallax'),
  PARALLAX_SOURCES: z.string().default('sources.yaml'),
  PARALLAX_HOST: z.string().default('127.0.0.1'),
  PARALLAX_PORT: whole(0, 65_535).default(4750),
  PARALLAX_CONTACT: z
    .string()
    .regex(/^[\x20-\x7e]+$/, 'must be plain ASCII, an address or a URL')
    .optional(),
  PARALLAX_ALLOW_NET: z.string().default('').transform(listed).pipe(z.array(cidr)),
  PARALLAX_LICENSED_SOURCES: z
    .string()
    .default('')
    .transform(listed)
    .pipe(z.array(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be ids of sources, or all'))),
  PARALLAX_PUBLISH: oneOf('auto', 'reviewed').default('auto'),
  PARALLAX_MIN_SOURCES: whole(1, 100).default(2),
  PARALLAX_CONCURRENCY: whole(1, 2000).default(100),
  PARALLAX_METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be plain ASCII without spaces')
    .optional(),
  PARALLAX_EMBEDDINGS_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the http or https address of an API, such as http://127.0.0.1:11434/v1',
    })
    .optional(),
  PARALLAX_EMBEDDINGS_MODEL: z.string().default('text-embedding-3-small'),
  PARALLAX_EMBEDDINGS_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be plain ASCII without spaces')
    .optional(),
  PARALLAX_MODEL_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the http or https address of an API, such as http://127.0.0.1:11434/v1',
    })
    .optional(),
  PARALLAX_MODEL_NAME: z.string().optional(),
  PARALLAX_MODEL_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be plain ASCII without spaces')
    .optional(),
  PARALLAX_MODEL_BACKGROUND: oneOf('hold', 'publish').default('hold'),
  PARALLAX_MODEL_TOKENS_A_DAY: whole(0, 1_000_000_000).default(2_000_000),
  PARALLAX_SITE_RULES: z.string().optional(),
  PARALLAX_RAW_PAGE_DAYS: whole(0, 3650).default(30),
  PARALLAX_HISTORY_DAYS: whole(1, 3650).default(180),
  PARALLAX_LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error', 'silent').default('info'),
})

export interface ModelConfig {
  readonly url: string
  readonly name: string
  readonly key: string | null
  /** Whether sentences that rest on the model's own knowledge are published, or left out for an editor to write. */
  readonly background: 'hold' | 'publish'
  readonly tokensADay: number
}

/** What the program may be told from outside, read once. */
export interface Config {
  /** A Postgres of the user's; null means the embedded one in `dir`. */
  readonly databaseUrl: string | null
  readonly dir: string
  readonly sourcesFile: string
  readonly host: string
  readonly port: number
  readonly userAgent: string
  readonly allowNet: readonly string[]
  readonly licensed: Licensed
  readonly publish: 'auto' | 'reviewed'
  readonly minSources: number
  readonly concurrency: number
  /** What a scraper of /metrics must send; null where anybody may ask. */
  readonly metricsToken: string | null
  /** Where vectors of texts are asked for; null for nowhere. */
  readonly embeddings: { readonly url: string; readonly model: string; readonly key: string | null } | null
  /** Which model writes; null for none. */
  readonly model: ModelConfig | null
  /** A folder of site rules in place of the program's own; null for those. */
  readonly siteRules: string | null
  /** 0 keeps none. Pages go by whole months. */
  readonly rawPageDays: number
  /** How long each poll of a feed stays on record. */
  readonly historyDays: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** @throws ConfigError naming the first wrong variable. An empty variable counts as unset. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environmentSchema.safeParse(set)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigError(
      `${issue?.path[0] ? String(issue.path[0]) : 'environment'}: ${issue?.message ?? 'can not be read'} (see the configuration table in README.md)`,
    )
  }
  const { data } = parsed
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    dir: resolve(data.PARALLAX_DIR),
    sourcesFile: data.PARALLAX_SOURCES,
    host: data.PARALLAX_HOST,
    port: data.PARALLAX_PORT,
    userAgent: userAgent(data.PARALLAX_CONTACT),
    allowNet: data.PARALLAX_ALLOW_NET,
    licensed: licensedOf(data.PARALLAX_LICENSED_SOURCES),
    publish: data.PARALLAX_PUBLISH,
    minSources: data.PARALLAX_MIN_SOURCES,
    concurrency: data.PARALLAX_CONCURRENCY,
    metricsToken: data.PARALLAX_METRICS_TOKEN ?? null,
    embeddings: embeddingsOf(data),
    model: modelOf(data),
    siteRules: data.PARALLAX_SITE_RULES ?? null,
    rawPageDays: data.PARALLAX_RAW_PAGE_DAYS,
    historyDays: data.PARALLAX_HISTORY_DAYS,
    logLevel: data.PARALLAX_LOG_LEVEL,
  }
}

/** The parts of a list that commas or white space separate. */
function listed(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '')
}

function embeddingsOf(data: z.infer<typeof environmentSchema>): Config['embeddings'] {
  const { PARALLAX_EMBEDDINGS_URL: url, PARALLAX_EMBEDDINGS_MODEL: model, PARALLAX_EMBEDDINGS_KEY: key = null } = data
  return url === undefined ? null : { url, model, key }
}

function modelOf(data: z.infer<typeof environmentSchema>): ModelConfig | null {
  const { PARALLAX_MODEL_URL: url, PARALLAX_MODEL_NAME: name, PARALLAX_MODEL_KEY: key = null } = data
  if (url === undefined) return null
  if (name === undefined)
    throw new ConfigError(
      'PARALLAX_MODEL_NAME: is missing: name the model to ask at PARALLAX_MODEL_URL (see the configuration table in README.md)',
    )
  return { url, name, key, background: data.PARALLAX_MODEL_BACKGROUND, tokensADay: data.PARALLAX_MODEL_TOKENS_A_DAY }
}

function licensedOf(ids: readonly string[]): Licensed {
  return ids.includes('all') ? 'all' : new Set(ids.map(sourceId))
}

/** An address in full with a width: a short form such as 10/8 would be read as another network than was meant. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  if (isIP(address) === 0 || address.includes('%') || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128))
}

/** Says who asks; the contact lets a publisher complain to the operator. */
function userAgent(contact: string | undefined): string {
  return contact === undefined
    ? 'Parallax/0.1 (news feed reader; operator gave no contact)'
    : `Parallax/0.1 (news feed reader; +${contact})`
}
