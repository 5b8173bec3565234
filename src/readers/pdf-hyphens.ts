/** How a line is joined with the next one: with the hyphen at its end or without, with a blank or without. */
export interface Joint {
  readonly hyphen: 'kept' | 'dropped'
  readonly blank: boolean
}

/** The words of a document, by which a hyphen at the end of a line is judged. */
export interface Words {
  /** How often a word stands whole in a line, in lower case; compounds with their hyphens. */
  readonly count: (word: string) => number
}

const WORD = /\p{L}[\p{L}\p{M}'’]*(?:[-‐‑]\p{L}[\p{L}\p{M}'’]*)*/gu

/** Counts the words that stand whole in the lines. */
export const wordsOf = (lines: Iterable<string>): Words => {
  const counts = new Map<string, number>()
  for (const line of lines)
    for (const [word] of line.matchAll(WORD)) {
      const key = keyOf(word)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return { count: word => counts.get(keyOf(word)) ?? 0 }
}

const keyOf = (word: string): string => word.toLowerCase().replace(/[‐‑]/g, '-')

const APART: Joint = { hyphen: 'kept', blank: true }
const CLOSE: Joint = { hyphen: 'kept', blank: false }
const UNDONE: Joint = { hyphen: 'dropped', blank: false }

const LONGEST_WORD = 100

/** How two lines of one paragraph are joined. Of a `dropped` hyphen exactly the last character is left out. */
export const jointOf = (line: string, next: string, words: Words): Joint => {
  if (line.endsWith('\u00ad')) return UNDONE
  const before = /([\p{L}\p{M}\d'’‐‑-]+)[-‐]$/u.exec(line.slice(-LONGEST_WORD))?.[1]
  if (before === undefined) return closes(line, next) ? CLOSE : APART
  const after = /^[\p{L}\p{M}'’]+(?:[-‐‑]\p{L}[\p{L}\p{M}'’]*)*/u.exec(next)?.[0]
  if (isAddress(line) || after === undefined) return CLOSE
  return hyphenJoint(before, after, words)
}

/** Whether no blank belongs between two lines that no hyphen joins. */
const closes = (line: string, next: string): boolean =>
  /[^\s]—$/.test(line) ||
  (/\d–$/.test(line) && /^\d/.test(next)) ||
  /\p{L}\/$/u.test(line) ||
  (isAddress(line) && /[/_=&?]$/.test(line)) ||
  (EAST_ASIAN.test(line.slice(-1)) && EAST_ASIAN.test(next.charAt(0)))

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** Whether the line ends within the address of a page. */
const isAddress = (line: string): boolean =>
  /^[("'<[]?(?:https?:\/\/|www\.)/.test(line.slice(line.lastIndexOf(' ') + 1))

const hyphenJoint = (before: string, after: string, words: Words): Joint => {
  const half = before.split(/[-‐‑]/).at(-1) ?? before
  const whole = words.count(`${before}${after}`)
  const compound = words.count(`${before}-${after}`)
  if (!/^\p{Ll}/u.test(after) || /\d$/.test(before)) return CLOSE
  if (whole > 0 || compound > 0) return compound >= whole ? CLOSE : UNDONE
  if (SUSPENDED.test(after)) return APART
  return isPrefix(half, after) ? CLOSE : UNDONE
}

/** What follows the hyphen of "short- and long-term". */
const SUSPENDED = /^(?:and|or|und|oder|et|ou|y|e|en|of)$/

/** Prefixes that keep their hyphen, and how the words go on that merely begin like one. */
const PREFIXES: Readonly<Record<string, RegExp>> = {
  non: /^(?:sens|chal|ag|et)/,
  anti: /^(?:c|qu|dot|path|sept|pod|biot|gen)/,
  multi: /^(?:pl|tud|later|nation)/,
  self: /^ish/,
  post: /^(?:al|age|ed|er|ing|pon|ure|hum)/,
  pre: /^(?:am|car|ced|cin|cious|cip|cis|clu|dic|dom|fer|fix|jud|lim|mier|mis|mium|pa|rog|scri|sen|ser|sid|sum|tend|ten|text|vai|ven|vi)/,
  cross: /^(?:ing|ed|es)$/,
  co: /^(?:alit|erc|gni|hab|hes|her|hort|in[cs]|lon|los|mm|ord|py)/,
  ex: /^(?:a[cgms]|ce|chang|cit|clu|cus|e[cr]|emp[lt](?!oy)|ha[lu]|hi|hum|is|it|od|on|ot|pan|pe[cdlnr]|pi|pl|po[nrsu]|press|pul|te[nr][^r]|tr|to)/,
  quasi: /^$/,
  semi: /^(?:nar|col)/,
  vice: /^roy/,
  well: /^(?:ington|ness)/,
}

const isPrefix = (before: string, after: string): boolean => {
  const but = Object.hasOwn(PREFIXES, before.toLowerCase()) ? PREFIXES[before.toLowerCase()] : undefined
  return but !== undefined && !but.test(after)
}
