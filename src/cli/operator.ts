import { userInfo } from 'node:os'

/** Who sits at the keyboard, as the change log names actors. */
export const operator = () => `operator:${userInfo().username}`
