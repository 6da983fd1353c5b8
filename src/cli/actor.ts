import { userInfo } from 'node:os'

/** Whoever stands at the keyboard, as the change log names them. */
export const operator = () => `operator:${userInfo().username}`
