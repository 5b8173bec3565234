import {
  bylineInRow,
  isByline,
  isBylineLabel,
  isDateLine,
  isNameAndOffice,
  isNameAndPlace,
  isNameLine,
  nameBeforeTrade,
  nameBesideDate,
} from './forms.ts'
import { authorAt, HONOUR, NAME, namesInRow } from './namerows.ts'
import type { Author, Zone } from './reading.ts'

const LEAD =
  /^\W{0,8}(?:(?:written|produced|compiled|posted|reported|reviewed|story|words|texte|text|interview(?:ed)?|this \p{L}+ was|published|updated|delivered|presented|prepared|from|(?:ein |eine |un |une |an )?(?:opinion|analysis|commentary|kommentar|gastbeitrag|essay|analyse|bericht|reportage|tribune|entretien|artículo|análisis))\b.{0,60}? )?(?:(?:by|par|von|por)\b:?|(?:authors?|autor(?:en|in|a|es)?|auteure?s?) ?:) +/iu

const DELIVERED =
  /\b(?:delivered|presented|read|prononcée?|vorgetragen|gehalten|pronunciad[oa]) (?:by|par|von|por) +/i

/** A name in a script that has no capitals, alone on the line of a byline. */
const UNCASED = /^\p{Lo}[\p{Lo}\p{M}]+(?: \p{Lo}[\p{Lo}\p{M}]*){1,3}$/u

/** Whether the text below tells who somebody is: "Ann Example is a lecturer". */
const isToldOf = (text: string, from: number, name: string): boolean => {
  const at = text.indexOf(`${name} `, from)
  return at >= 0 && /^(?:is|was|teaches|works|serves|writes|holds) /.test(text.slice(at + name.length + 1))
}

/** Who a byline names; `onlyTold` where a name alone on its line does not count. */
const inByline = (text: string, zone: Zone, onlyTold: boolean): readonly Author[] => {
  const found: Author[] = []
  let start = zone.start
  let waiting = false
  for (const line of text.slice(zone.start, zone.end).split('\n')) {
    const row = line.trim().replace(/^[•·*–-] {1,3}/, '')
    const own = bylineInRow(row) ?? row
    const at = start + line.indexOf(own)
    const beside = nameBesideDate(own)
    const lead = (DELIVERED.exec(own) ?? LEAD.exec(own))?.[0].length
    const delivered = DELIVERED.exec(own)
    if (delivered)
      found.push(
        ...namesInRow(
          at + delivered.index + delivered[0].length,
          own.slice(delivered.index + delivered[0].length),
        ),
      )
    else if (lead !== undefined && (isByline(own) || /^(?:published|posted|from)/i.test(own)))
      found.push(...namesInRow(at + lead, own.slice(lead), name => isToldOf(text, zone.end, name)))
    else if (/^(?:from|von|de): /i.test(own))
      found.push(
        ...namesInRow(at + own.indexOf(' ') + 1, own.slice(own.indexOf(' ') + 1).replace(/["<,].*$/, '')),
      )
    else if (beside !== undefined) found.push(...namesInRow(at + own.indexOf(beside), beside))
    else if (!onlyTold && isNameAndOffice(own))
      found.push(...namesInRow(at, nameBeforeTrade(own) ?? own.split(', ')[0] ?? ''))
    else if (!onlyTold && UNCASED.test(own)) found.push({ name: own, start: at, end: at + own.length })
    else if (!onlyTold && isNameAndPlace(own)) found.push(...namesInRow(at, own))
    else if ((waiting || (!onlyTold && isNameLine(own.replace(HONOUR, '')))) && !isDateLine(own))
      found.push(...namesInRow(at, own))
    waiting = (isByline(own) && own.endsWith(',')) || isBylineLabel(own)
    start += line.length + 1
  }
  return found
}

const REVIEWED = /^\W{0,8}reviewed /i

/** Whether the line of a name says that it checked what another wrote. */
const isReviewer = (text: string, { start = 0 }: Author): boolean =>
  REVIEWED.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))

/** Who the bylines name, in order; a name alone on a line counts only where none is told, a reviewer where nobody wrote. */
export const inBylines = (text: string, zones: readonly Zone[], onlyTold: boolean): readonly Author[] => {
  const found = zonesOf(zones, 'byline').flatMap(zone => inByline(text, zone, onlyTold))
  const writers = found.filter(author => !isReviewer(text, author))
  return writers.length > 0 ? writers : found
}

export const zonesOf = (zones: readonly Zone[], type: Zone['type']): readonly Zone[] =>
  zones.filter(zone => zone.type === type)

const POSTED = new RegExp(`^[Pp]osted by {1,3}(?:Dr\\.? |Prof\\.? )?(${NAME})(?= {2,}| at | on |,|$)`, 'mu')

/** The line under a post that names who put it there: "Posted by Ann Example at 22:12". */
export const posted = (text: string): readonly Author[] => {
  const match = POSTED.exec(text)
  const name = match?.[1]
  const author = match && name ? authorAt(match.index + match[0].length - name.length, name) : undefined
  return author ? [author] : []
}
