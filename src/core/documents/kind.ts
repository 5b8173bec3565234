import type { Line } from './lines.ts'
import type { DocumentKind, Zone } from './reading.ts'

const TREATY = /\bthe (?:States Parties|High Contracting Parties|Contracting Parties|States concluding)\b/i
const RESOLUTION =
  /^(?:The (?:General Assembly|Security Council|Human Rights Council|European Parliament),?|Resolution \d+)/m
const LAW = /^(?:Be it enacted|An Act (?:to|of)\b|Short title|Article premier|Bekanntmachung)/im
const PRESS_RELEASE =
  /^(?:for immediate release|press release|media release|news release|joint press release|media contacts?:)/im
const LETTER = /^(?:dear |excellency|your excellency)/im
const TRANSCRIPT = /^(?:(?:Q|A|MR|MS|MRS|QUESTION|MODERATOR|THE PRESIDENT|[A-Z][A-Z.' -]{3,30}):)/gm
const ADDRESS =
  /^(?:thank you,? )?(?:mr|madam|mister)\.? (?:president|chair(?:man|person)?|secretary[- ]general)\b/im
const OPINION = /\b(?:op-ed|opinion|commentary|editorial|guest essay)\b/i
const DATELINE = /^\p{Lu}{3,}[^!?\n]{0,60}?\s[—–-]{1,2}\s/mu
const REPORTED =
  /\b(?:told reporters|told journalists|news agency|said on (?:mon|tues|wednes|thurs|fri|satur|sun)day|according to officials)\b/i

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** What kind of document a text that is no cable is, by the forms of each kind; `unknown` when none shows. */
export const kindOf = (text: string, lines: readonly Line[], zones: readonly Zone[]): DocumentKind => {
  const head = text.slice(0, 4000)
  const firstLine = lines[0]?.text ?? ''
  if (
    /^(?:convention|treaty|protocol)\b/i.test(firstLine) &&
    TREATY.test(head) &&
    /^article 1\b/im.test(text.slice(0, 60_000))
  )
    return 'treaty'
  if (RESOLUTION.test(head)) return 'resolution'
  if (LAW.test(head) && /\b(?:section|article|§) ?\d/i.test(text.slice(0, 60_000))) return 'law'
  if (PRESS_RELEASE.test(head)) return 'press-release'
  if (LETTER.test(head.slice(0, 1500)) && zones.some(zone => zone.type === 'signature')) return 'letter'
  if (countOf(head, TRANSCRIPT) >= 4) return 'transcript'
  if (
    /^(?:statement|remarks|intervention|address|speech) (?:by|of|on behalf)\b/i.test(firstLine) ||
    ADDRESS.test(head)
  )
    return 'statement'
  return pressKind(text, head, zones)
}

const pressKind = (text: string, head: string, zones: readonly Zone[]): DocumentKind => {
  const bio = zones.find(zone => zone.type === 'bio')
  const disclaims = bio ? /\b(?:views|opinions?)\b/i.test(text.slice(bio.start, bio.end)) : false
  if (disclaims || OPINION.test(head.slice(0, 600))) return 'opinion'
  if (/\bthis (?:blog|blog post|post)\b/i.test(text.slice(0, 20_000))) return 'blog'
  if (DATELINE.test(head) || REPORTED.test(text.slice(0, 20_000))) return 'news'
  if (
    /^(?:executive summary|table of contents|contents|introduction|methodology)$/im.test(
      text.slice(0, 20_000),
    )
  )
    return 'report'
  if (zones.some(zone => zone.type === 'faq' || zone.type === 'link-farm')) return 'web-page'
  return 'unknown'
}

const FUNCTION_WORDS: Readonly<Record<string, RegExp>> = {
  en: /^(?:the|of|and|to|in|that|is|was|for|it|with|as|on|by|this|are|be|has|have|not)$/,
  fr: /^(?:le|la|les|des|et|du|une|est|dans|pour|que|qui|sur|par|au|aux|pas|plus|avec)$/,
  es: /^(?:el|los|las|del|y|una|es|para|que|con|por|su|al|como|más|fue|se)$/,
  de: /^(?:der|die|das|und|des|den|ist|im|von|zu|mit|auf|für|nicht|dem|ein|eine|sich)$/,
  pt: /^(?:o|os|as|do|da|dos|das|e|uma|é|para|que|com|por|não|ao|em)$/,
  it: /^(?:il|lo|gli|della|dei|e|una|è|per|che|con|del|di|nel|alla|sono)$/,
  nl: /^(?:de|het|een|en|van|is|dat|voor|met|op|niet|zijn|aan|te|bij)$/,
}

/** The language that the function words show, as ISO 639-1; null where too few do. */
export const languageOf = (text: string): string | null => {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const scores = Object.entries(FUNCTION_WORDS).map(
    ([language, pattern]) => [language, words.filter(word => pattern.test(word)).length] as const,
  )
  const [best, second] = scores.sort((a, b) => b[1] - a[1])
  if (!best || best[1] < 3 || best[1] < words.length * 0.12 || best[1] < 1.2 * (second?.[1] ?? 0)) return null
  return best[0]
}
