import type { Span } from '../../evidence/index.ts'
import type { CableHeader } from './outline.ts'
import { folded, groupSpan, picked } from './pick.ts'
import { type HeaderField, spanOf } from './scan.ts'

const CUE = /(?:CLASS?I?F?IED|CLASSIFICATION GUIDE)\s+BY\b(?! LINE)\s*:?\s*/gi
/** With which the reasons begin, or anything else after the person. */
const AFTER_PERSON =
  /[\s,;:.(-]*(?:\b(?:for|fr)\s+(?=[\d#(])|\breas(?:[o0]ns?|\b)|\brea\s+sons?\b|\bE\.?\s?O\.?\s*\d{4,5}|\b(?:per|under|pursuant to|due to|based [o0]n)\s|\b1[.,]\s?[1-6]\b|\d{3,}|\bDECL|\bDERIVED|\n\s*\n)/iu

const NAMED_PARAGRAPH = 240
const LONGEST = 600

/** Where a cable says who classified it: in its header, or, as in the 1990s, at the head of its first paragraph. */
const stretchesOf = (text: string, fields: readonly HeaderField[], bodyStart: number): readonly Span[] => {
  const own = fields.filter(field => field.kind === 'classified').map(spanOf)
  const head = text.slice(bodyStart, bodyStart + NAMED_PARAGRAPH)
  return head.search(CUE) < 0
    ? own
    : [...own, { start: bodyStart, end: Math.min(text.length, bodyStart + LONGEST) }]
}

/** Whom the orders of the 1970s name after the day: "GDS 9/4/85 (NORLAND, D.R.) OR-M". */
const BEHIND_SCHEDULE =
  /(?:GDS|RDS)(?:-\d)? {1,3}\d{1,2}\/\d{1,2}\/\d{2,4} {0,3}\((\p{Lu}[\p{L}'’ -]{1,30}, ?\p{Lu}[\p{L}.'’ -]{0,30})\)/du

const behindSchedule = (fields: readonly HeaderField[]): CableHeader['classifiedBy'] => {
  const line = fields.find(field => field.kind === 'order')?.lines[0]
  const field = line ? picked(BEHIND_SCHEDULE.exec(line.text), 1, line.start) : null
  return field && { ...field, title: null }
}

/** Who classified the cable: the person, with the office as written. */
export const classifiedByIn = (
  text: string,
  fields: readonly HeaderField[],
  bodyStart: number,
): CableHeader['classifiedBy'] => {
  let other = behindSchedule(fields)
  for (const { start, end } of stretchesOf(text, fields, bodyStart)) {
    const words = text.slice(start, end)
    const cues = [...words.matchAll(CUE)]
    for (const [place, cue] of cues.entries()) {
      const from = cue.index + cue[0].length
      const rest = words.slice(from, Math.min(cues[place + 1]?.index ?? words.length, from + LONGEST))
      const until = rest.search(AFTER_PERSON)
      const said = (until < 0 ? rest : rest.slice(0, until)).replace(/[\s,;.(-]+$/, '')
      if (said === '') continue
      const span = { start: start + from, end: start + from + said.length }
      if (/^section\b/i.test(said)) continue
      const person = personIn(rejoined(said))
      const found = { ...span, value: person?.name ?? folded(said), title: person?.title ?? null }
      if (person?.isSure) return found
      other = found
    }
  }
  return other
}

/** Words that a line of fixed width has cut in two: "Hoyt Y / ee". */
const rejoined = (words: string): string =>
  words
    .replace(/(\p{L}) ?\n(?!(?:for|and|the|of|to|as|by|at|in|on|de|or)\b)(?=\p{Ll}{1,3}(?:[ ,.;]|$))/gu, '$1')
    .replace(/(\p{Lu}{2}) ?\n(?=\p{Lu} \p{Lu}{2})/gu, '$1')

const TITLES = new Set(
  'a.i ai cda cdi cd dcm adcm pdas das a/das dep deputy chief of mission acting pol econ polecon p/e cons con consul general cg director dir assistant asst secretary under undersecretary minister political economic commercial military affairs section unit head officer off desk bureau office staff special envoy representative perm permanent rep mission delegation delegate principal senior advisor adviser attache attaché defense defence policy security arms control international nonproliferation regional country first second third public vice civilian coordinator counterterrorism executive legal advisor management consular commissioner inspector administrator provincial team leader analyst director-general mcouns mcounselor emin adcm rso arso tdy pao pso pa lt ltc ltcol col maj gen brig capt cpt cdr lcdr adm radm vadm cmdr mr mrs ms dr hon the and us u.s usnato usun useu usg usaid usmission embassy consulate department dept state isn pm prm eur io nea sca wha af eap vci drl inl oes eeb eb ce ct t p e s/ct s/p sa amcit acting-dcm chargé charge d’affaires ambassador ambassador-at-large counselor counsellor a'.split(
    ' ',
  ),
)
/** Misspelt and misread forms of the commonest offices too. */
const TITLE =
  /^(?:amb(?:b?ass?[a-z0]*)?(?:-at-large)?|char?ge+|(?:d|de|d'e)?['’,]?af+[ai]*r?[ai]*e?r?e?s?|couns?(?:el+[a-z0]*)?|ministers?[-/].*|min[-/].*|pol[-/].*|econ[-/].*|.*[-/]couns?[a-z0]*|poloffs?|econoffs?|emboffs?|d['’])$/
/** Offices written as one word: "PolMinCouns". */
const ABBREVIATED =
  /^(?:pol|econ|min|mil|couns|coun|off|dep|dir|chief|leg|att|adv|con|gen|del|rep|sec|ops|amb|sci|envir|int|ext|mgt)+s?$/

type WordClass = 'title' | 'link' | 'initial' | 'name' | 'suffix' | 'other'

const isTitle = (word: string, isMixed: boolean): boolean => {
  const key = word.toLowerCase()
  if (TITLES.has(key) || TITLES.has(key.replace(/[.'’]/g, '')) || TITLE.test(key) || ABBREVIATED.test(key))
    return true
  if (/^[A-Z]{2,5}$/.test(word) && (isMixed || !/[AEIOUY]/.test(word))) return true
  return key.includes('/') || (/^[A-Z]+-[A-Z]+$/.test(word) && isMixed)
}

const classOf = (word: string, isMixed: boolean): WordClass => {
  if (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(word)) return 'suffix'
  if (/^(?:for|to|of|and|the|in|at|on|with|as)$/i.test(word)) return 'link'
  const bare = word.replace(/[.,:]+$/, '')
  if (/^(?:\p{Lu}|0)(?:\.\p{Lu})?$/u.test(bare) && (word !== bare || bare !== 'A')) return 'initial'
  if (bare === '' || isTitle(bare, isMixed)) return bare === 'A' ? 'initial' : 'title'
  return /^(?:\p{Lu}[\p{L}\p{N}.'’-]*|[dv](?:e|a|an|on)|al|bin|la|le)$/u.test(bare) ? 'name' : 'other'
}

interface Word {
  readonly text: string
  readonly is: WordClass
}

/** Where in the last run of names the person's begins: after the object of an office, at the name before an initial. */
const personFrom = (run: readonly Word[], before: Word | undefined): number => {
  const initial = run.findIndex(word => word.is === 'initial')
  if (initial > 0) return initial - 1
  if (initial === 0) return 0
  const names = run.filter(word => word.is === 'name').length
  if (before?.is === 'link') return Math.max(0, names - 2)
  return Math.max(0, names - 3)
}

/** The name in a stretch without commas. */
const nameIn = (part: string): Name | undefined => {
  const isMixed = /\p{Lu}\p{Ll}{2}/u.test(part)
  const words = part
    .split(/\s+/)
    .filter(Boolean)
    .map((text): Word => ({ text, is: classOf(text.replace(/,$/, ''), isMixed) }))
  const isOfName = ({ is }: Word): boolean => is === 'name' || is === 'initial' || is === 'suffix'
  let end = words.length
  while (end > 0 && words[end - 1]?.is !== 'name') end--
  let first = end
  while (first > 0 && words[first - 1] && isOfName(words[first - 1] as Word)) first--
  while (words[end]?.is === 'suffix') end++
  const run = words.slice(first, end)
  const own = run.slice(personFrom(run, words[first - 1]))
  const name = own
    .map(word => word.text)
    .join(' ')
    .replace(/[.,:]+$/, '')
  if (name === '' || !/\p{L}{2}/u.test(name)) return undefined
  return { name, isSure: own.filter(word => word.is !== 'suffix').length > 1 }
}

interface Name {
  readonly name: string
  /** Whether it is more than a surname. */
  readonly isSure: boolean
}

interface Person extends Name {
  readonly title: string | null
}

/** The person among the words: "PM DAS Stephen Ganyard, Acting"; the words around the name are the office. */
const personIn = (said: string): Person | undefined => {
  const form = /\bName: +(\S.*?)\s*(?:\b(?:Title|Office): +(.*))?$/s.exec(said)
  if (form?.[1]) return { name: folded(form[1]), isSure: true, title: form[2] ? folded(form[2]) : null }
  const words = folded(said.replace(/\([^)]*\)?|^[^(]{0,3}\)|["“”]/g, ' '))
  const parts = words.split(
    /,(?!\s*(?:jr|sr|iii?|iv)\b)\s*|;|\s+[-–—?]+\s*|[-–—]+\s+|:\s*|\s+by\s+|\/(?=\p{Lu}\p{Ll}+ \p{Lu})/iu,
  )
  const found = parts.map(part => nameIn(part))
  const best = found.find(one => one?.isSure) ?? found.find(one => one !== undefined)
  if (!best) return undefined
  const title = words.replace(best.name, '').replace(/^[\s,:/-]+|[\s,.;:-]+$/g, '')
  return { ...best, title: title === '' ? null : folded(title) }
}

const REASONS =
  /\b(1\.\s?[45])\s{0,3}((?:[\s,;/&]{0,3}(?:and\s{1,3}|or\s{1,3})?[([]?[a-h](?![a-z])(?:\s?[)\]])?)+)/dgi

/** The reasons for the classification, each as `1.4(b)`. */
export const reasonsIn = (
  text: string,
  fields: readonly HeaderField[],
  bodyStart: number,
): CableHeader['classificationReasons'] => {
  for (const { start, end } of stretchesOf(text, fields, bodyStart)) {
    const matches = [...text.slice(start, end).matchAll(REASONS)]
    const [match] = matches
    const span = match && groupSpan(match, 0, start)
    const last = matches.at(-1)
    const until = last && groupSpan(last, 0, start)
    if (!span || !until) continue
    const value = matches.flatMap(([, section, letters = '']) =>
      [...letters.replace(/and|or/gi, ' ').matchAll(/[a-h]/gi)].map(
        ([letter]) => `${section?.replace(/\s/g, '')}(${letter.toLowerCase()})`,
      ),
    )
    const words = text.slice(until.start, Math.min(until.end, until.start + LONGEST))
    return {
      value: [...new Set(value)],
      start: span.start,
      end: until.start + words.replace(/[\s,;.]+$/, '').length,
    }
  }
  return null
}
