/**
 * One step of UTF-8 at `at`: how many bytes belong together and how many UTF-16 units they become. A sequence
 * that is not UTF-8 counts as one U+FFFD over its longest part that could have begun a character, which is how
 * `TextDecoder` replaces it. Packed as `bytes * 4 + units * 2 + bad`, since it is called once per character.
 */
export const utf8Step = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return step(1, 1)
  if (lead < 0xc2 || lead > 0xf4) return bad(1)
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  if (!opensWell(lead, bytes[at + 1] ?? 0)) return bad(1)
  for (let k = 2; k < length; k++) if (!isContinuation(bytes[at + k] ?? 0)) return bad(k)
  return step(length, length === 4 ? 2 : 1)
}

const step = (bytes: number, units: number): number => bytes * 4 + units * 2 - 2
const bad = (bytes: number): number => bytes * 4 + 1

/** The number of bytes a step covers. */
export const bytesOf = (stepped: number): number => stepped >> 2
/** The number of UTF-16 units a step gives: 1 or 2. */
export const unitsOf = (stepped: number): number => ((stepped >> 1) & 1) + 1
/** Whether a step covers bytes that are not UTF-8. */
export const isBad = (stepped: number): boolean => (stepped & 1) === 1

const isContinuation = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf

/** The second byte excludes overlong forms, surrogates and what lies beyond U+10FFFF. */
const opensWell = (lead: number, second: number): boolean => {
  if (lead === 0xe0) return second >= 0xa0 && second <= 0xbf
  if (lead === 0xed) return second >= 0x80 && second <= 0x9f
  if (lead === 0xf0) return second >= 0x90 && second <= 0xbf
  if (lead === 0xf4) return second >= 0x80 && second <= 0x8f
  return isContinuation(second)
}

/** What a pass over bytes as UTF-8 finds. Offsets are byte offsets in `bytes`; -1 where there is none. */
export interface Utf8Survey {
  readonly ascii: boolean
  /** Characters of two bytes or more that are well formed. */
  readonly wide: number
  readonly bad: number
  readonly firstBad: number
}

/** Reads all bytes once as UTF-8 and counts what is well formed and what is not. */
export const surveyUtf8 = (bytes: Uint8Array): Utf8Survey => {
  let wide = 0
  let badCount = 0
  let firstBad = -1
  for (let at = 0; at < bytes.length; ) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++
      continue
    }
    const stepped = utf8Step(bytes, at)
    if (!isBad(stepped)) wide++
    else if (badCount++ === 0) firstBad = at
    at += bytesOf(stepped)
  }
  return { ascii: wide + badCount === 0, wide, bad: badCount, firstBad }
}
