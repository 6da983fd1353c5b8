/** Why the embedded Postgres can't serve, in words that name the way out. */
export class EmbeddedPostgresError extends Error {
  constructor(message: string) {
    super(`Embedded Postgres: ${message}`)
    this.name = 'EmbeddedPostgresError'
  }
}
