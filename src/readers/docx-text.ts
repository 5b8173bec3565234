import type { Span } from '../core/evidence/index.ts'

/** Characters of a text and the stretch of XML that stands for them. */
export interface Characters extends Span {
  readonly words: string
  readonly verbatim: boolean
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

// A reference is at most "&#x10FFFF;" with some zeros; the bound keeps a lone "&" from being searched for its end.
const SPECIAL = /&[^&;<]{1,20};|[\r\n]+/g
const BREAKS = /[\r\n]+/g

/** The characters that a stretch of XML text stands for. A line break in the XML is shown by Word as a space. */
export function* charactersOf(
  xml: string,
  { start, end }: Span,
  form: 'escaped' | 'cdata',
): Generator<Characters> {
  const raw = xml.slice(start, end)
  let at = 0
  for (const match of raw.matchAll(form === 'escaped' ? SPECIAL : BREAKS)) {
    const words = match[0].startsWith('&') ? characterOf(match[0].slice(1, -1)) : ' '
    if (words === null) continue
    if (match.index > at) yield verbatim(raw, at, match.index, start)
    at = match.index + match[0].length
    yield { words, start: start + match.index, end: start + at, verbatim: false }
  }
  if (raw.length > at) yield verbatim(raw, at, raw.length, start)
}

const verbatim = (raw: string, from: number, to: number, start: number): Characters => ({
  words: raw.slice(from, to),
  start: start + from,
  end: start + to,
  verbatim: true,
})

/** What a reference stands for; null where it is none that XML knows without a definition. */
const characterOf = (name: string): string | null => {
  if (!name.startsWith('#')) return NAMED.get(name) ?? null
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : null
}
