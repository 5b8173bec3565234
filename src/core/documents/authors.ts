import type { CableOutline } from './cable.ts'
import type { Author, Zone } from './reading.ts'

const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}\.|(?:de|van|von|der|la|al|bin|da|el) )*)(?: ?\p{Lu}[\p{L}'’-]+){1,3}`
const BYLINE = /^By\s+(.{3,120})$/mu
const BIOGRAPHY = new RegExp(
  String.raw`^(?:(?:Dr|Prof|Professor|Gen|Col|Amb|Ambassador|Sir|Dame)\.? )?(${NAME})(?: \([^)]*\))?,? (?:is|was|serves|works|has served)\b`,
  'gmu',
)
const ONE_NAME = new RegExp(NAME, 'gu')

const namesIn = (text: string, start: number, end: number, pattern: RegExp): readonly Author[] =>
  [...text.slice(start, end).matchAll(pattern)].map(match => {
    const name = match[1] ?? match[0]
    const from = start + match.index + match[0].indexOf(name)
    return { name, start: from, end: from + name.length }
  })

const inByline = (text: string, zone: Zone): readonly Author[] => {
  const line = BYLINE.exec(text.slice(zone.start, zone.end))
  if (!line) return []
  const from = zone.start + line.index + line[0].length - (line[1]?.length ?? 0)
  const names =
    (line[1] ?? '').split(/\s*[|•·]\s*|, (?=\p{Lu}{2,}|\p{L}+ (?:Correspondent|Editor|Reporter))/u)[0] ?? ''
  return namesIn(text, from, from + names.length, ONE_NAME)
}

/** Who the text says wrote it: its byline, else the notes on its authors; a cable is signed. */
export const authorsOf = (
  text: string,
  zones: readonly Zone[],
  cable: CableOutline | null,
): readonly Author[] => {
  if (cable)
    return cable.signature
      ? [{ name: cable.signature.value, start: cable.signature.start, end: cable.signature.end }]
      : []
  const bylines = zones.filter(zone => zone.type === 'byline').flatMap(zone => inByline(text, zone))
  if (bylines.length > 0) return bylines
  return zones
    .filter(zone => zone.type === 'bio')
    .flatMap(zone => namesIn(text, zone.start, zone.end, BIOGRAPHY))
}
