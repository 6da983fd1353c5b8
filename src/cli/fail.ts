/** A mistake the user can mend: printed as one line without a stack; `exitCode` 2 is wrong use or input, 1 a failure. */
export class UserError extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode = 2) {
    super(message)
    this.name = 'UserError'
    this.exitCode = exitCode
  }
}
