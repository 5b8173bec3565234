import { type Day, isDay } from '../../core/calendar/index.ts'

/** Takes a value from outside and gives it back typed, or throws a `Misshapen` that names the place. */
export type Check<T> = (value: unknown, at: string) => T

/** The server's answer has not the shape that was agreed. */
export class Misshapen extends Error {}

const refuse = (at: string, wanted: string): never => {
  throw new Misshapen(`${at === '' ? 'the answer' : at} should be ${wanted}`)
}

export const text: Check<string> = (value, at) => (typeof value === 'string' ? value : refuse(at, 'text'))

export const flag: Check<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : refuse(at, 'true or false')

export const dayText: Check<Day> = (value, at) =>
  typeof value === 'string' && isDay(value) ? value : refuse(at, 'a day')

export const oneOf =
  <T extends string | boolean>(allowed: readonly T[]): Check<T> =>
  (value, at) => {
    const found = allowed.filter(item => item === value)[0]
    return found === undefined ? refuse(at, `one of ${allowed.join(', ')}`) : found
  }

export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value, at) =>
    value === null || value === undefined ? null : check(value, at)

export const listOf =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (value, at) =>
    Array.isArray(value) ? value.map((item: unknown, i) => check(item, `${at}[${i}]`)) : refuse(at, 'a list')

/** A list that may be left out. */
export const listIfAny =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (value, at) =>
    value === undefined || value === null ? [] : listOf(check)(value, at)

export const shape =
  <T extends object>(checks: { readonly [K in keyof T]: Check<T[K]> }): Check<T> =>
  (value, at) => {
    if (typeof value !== 'object' || value === null) return refuse(at, 'an object')
    const fields = new Map<string, unknown>(Object.entries(value))
    const checked = Object.entries<Check<unknown>>(checks).map(([name, check]) => [
      name,
      check(fields.get(name), at === '' ? name : `${at}.${name}`),
    ])
    return Object.fromEntries(checked) as T
  }
