import type { WideEncoding } from './sniff.ts'

/**
 * Encodings that nobody declares. A script that is not Latin shows itself: nearly all of its letters are outside of
 * ASCII, and in the right encoding they are the letters that the language uses most.
 */

const SAMPLE = 65_536
/** Less than this share of the bytes outside of ASCII is a Latin text with accents. */
const FEWEST_HIGH = 0.25
const FEWEST = 12

/** The marks between which a text of seven bits is Japanese. */
const TO_JAPANESE = ['\u001b$B', '\u001b$@']
const TO_ASCII = ['\u001b(B', '\u001b(J']

interface Script {
  readonly labels: readonly string[]
  readonly letters: RegExp
  /** The letters that stand for most of a text, with the share that they have at least. */
  readonly frequent: RegExp
  readonly share: number
}

const SCRIPTS: readonly Script[] = [
  {
    labels: ['shift_jis', 'euc-jp'],
    letters: /[\u3041-\u30ff\u4e00-\u9fff]/g,
    frequent: /[\u3041-\u309f]/g,
    share: 0.2,
  },
  { labels: ['euc-kr'], letters: /[\uac00-\ud7a3]/g, frequent: /[이다는의에을를가로하고]/g, share: 0.12 },
  {
    labels: ['gb18030', 'big5'],
    letters: /[\u4e00-\u9fff]/g,
    frequent: /[的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們年月日会會]/g,
    share: 0.05,
  },
  {
    labels: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'],
    letters: /[\u0400-\u04ff]/g,
    frequent: /[оеаинтсрвл]/g,
    share: 0.5,
  },
  { labels: ['windows-1256', 'iso-8859-6'], letters: /[\u0621-\u064a]/g, frequent: /[الينمور]/g, share: 0.4 },
  {
    labels: ['iso-8859-7', 'windows-1253'],
    letters: /[\u0386-\u03ce]/g,
    frequent: /[αοιετσνηυρπκ]/g,
    share: 0.45,
  },
  { labels: ['windows-1255'], letters: /[\u05d0-\u05ea]/g, frequent: /[יוהלאתרמבש]/g, share: 0.5 },
]

const count = (text: string, form: RegExp): number => text.match(form)?.length ?? 0

const decoded = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes)

const isIdeographic = (label: string): boolean => /^(?:shift_jis|euc|gb|big5)/.test(label)

const ALPHABETS = '\u0370-\u052f\u0590-\u06ff'
const MIXED = new RegExp(`[A-Za-z][${ALPHABETS}]|[${ALPHABETS}][A-Za-z]`, 'g')

const mixed = (text: string): number => count(text, MIXED)

/** How well a text in an encoding reads, from 0 to 1; 0 where it does not. */
const worth = (bytes: Uint8Array, label: string, { letters, frequent, share }: Script): number => {
  const text = decoded(bytes, label)
  const beyond = count(text, /[^\p{ASCII}\s]/gu)
  const own = count(text, letters)
  const most = count(text, frequent)
  // "États" read as Greek has letters of two alphabets in one word.
  const isMixed = !isIdeographic(label) && mixed(text) > 0.1 * own
  const broken = count(text, /[\ufffd\u0080-\u009f\ue000-\uf8ff]/g)
  if (own < FEWEST || own < 0.7 * beyond || broken > 0.02 * beyond || most < share * own || isMixed) return 0
  return (own / beyond) * (most / own)
}

/** The older encoding of a script that is not Latin in which bytes that are not UTF-8 read best; `undefined` for none. */
export const guessedEncoding = (bytes: Uint8Array): string | undefined => {
  const sample = bytes.subarray(0, SAMPLE)
  const shifts = latin(sample)
  if (TO_JAPANESE.some(shift => shifts.includes(shift)) && TO_ASCII.some(shift => shifts.includes(shift)))
    return 'iso-2022-jp'
  const high = sample.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0)
  if (high < FEWEST || high < FEWEST_HIGH * sample.length) return undefined
  const found = SCRIPTS.flatMap(script =>
    script.labels.map(label => ({ label, worth: worth(sample, label, script) })),
  ).filter(one => one.worth > 0)
  return found.toSorted((a, b) => b.worth - a.worth)[0]?.label
}

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

const LIKELY = /[\p{L}\p{N}\p{P}\p{S}\s]/gu

/** UTF-16 without a mark in a script that is not Latin: nearly all units are letters, and most share one high byte. */
export const guessedWide = (bytes: Uint8Array): WideEncoding | undefined => {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 32) return undefined
  const sample = bytes.subarray(0, length)
  const fits = (label: 'utf-16le' | 'utf-16be', high: 0 | 1): boolean => {
    const text = decoded(sample, label)
    const pages = new Map<number, number>()
    for (let at = high; at < length; at += 2)
      pages.set(sample[at] ?? 0, (pages.get(sample[at] ?? 0) ?? 0) + 1)
    const [first = 0, second = 0] = [...pages.values()].toSorted((a, b) => b - a)
    return (
      count(text, LIKELY) >= 0.97 * text.length && /\s/.test(text) && (first + second) * 2 >= 0.95 * length
    )
  }
  if (fits('utf-16le', 1)) return 'utf-16le'
  return fits('utf-16be', 0) ? 'utf-16be' : undefined
}
