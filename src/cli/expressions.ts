import { setFlagsFromString } from 'node:v8'

/**
 * Lets the engine build each expression for the machine when it first runs. It otherwise builds slow code first and the
 * quick code when the expression runs again, and reading one document runs more than a thousand of them (decision 10).
 * To be called before the first document is read.
 */
export const buildExpressionsAtOnce = (): void => setFlagsFromString('--no-regexp-tier-up')
