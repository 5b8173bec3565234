import { rowsOf, type Segment, textOf } from './pdf-lines.ts'

/** The segments of a page before they are taken apart; `top` and `bottom` are the edges of the page. */
export interface Sheet {
  readonly number: number
  readonly top: number
  readonly bottom: number
  readonly segments: readonly Segment[]
}

/** A segment of a page that is not of its body, with its role. */
export interface Furniture {
  readonly segment: Segment
  readonly role: 'running-head' | 'page-number'
  readonly at: 'top' | 'bottom'
}

/** A sheet with what repeats from page to page set apart. */
export interface Cleared {
  readonly furniture: readonly Furniture[]
  readonly body: readonly Segment[]
}

/** Sets the running heads and the page numbers of all pages apart: what repeats at the edge of two or more pages. */
export const clearedSheets = (sheets: readonly Sheet[]): readonly Cleared[] => {
  const edges = sheets.map(edgesOf)
  const repeated = repeats(edges.flatMap((edge, page) => edge.map(piece => ({ ...piece, page }))))
  return sheets.map((sheet, page) => {
    const furniture = EDGES.flatMap(at => outermost(edges[page] ?? [], at, repeated, sheet.number))
    const taken = new Set(furniture.map(({ segment }) => segment))
    return { furniture, body: sheet.segments.filter(segment => !taken.has(segment)) }
  })
}

const EDGES = ['top', 'bottom'] as const
type Edge = (typeof EDGES)[number]

/** A segment near an edge of its page. `row` counts from that edge, `distance` is measured from it in points. */
interface Piece {
  readonly segment: Segment
  readonly at: Edge
  readonly row: number
  readonly distance: number
  readonly isNear: boolean
  readonly key: string
}

const MOST_ROWS = 4
/** How deep into the page its edges reach, as a part of its height. */
const DEPTH = 0.17

const edgesOf = ({ segments, top, bottom }: Sheet): readonly Piece[] => {
  const rows = rowsOf(segments, segment => segment.size)
  const piecesAt = (at: Edge, fromEdge: readonly (readonly Segment[])[]): readonly Piece[] =>
    fromEdge.slice(0, MOST_ROWS + 2).flatMap((row, number) =>
      row.map(segment => ({
        segment,
        at,
        row: number,
        distance: at === 'top' ? segment.y - top : bottom - segment.y,
        isNear: (at === 'top' ? segment.y - top : bottom - segment.y) < (bottom - top) * DEPTH,
        key: `${at} ${withoutNumbers(textOf(segment))}`,
      })),
    )
  return [...piecesAt('top', rows), ...piecesAt('bottom', [...rows].reverse())]
}

/** The words without what changes from page to page: digits, and Roman numerals that stand alone. */
const withoutNumbers = (text: string): string =>
  text
    .replace(/\d+/g, '#')
    .replace(/^[ivxlc]+$/i, '#')
    .replace(/\s+/g, ' ')

type Placed = Piece & { readonly page: number }

/** Tells whether a piece has a like at the same height of another page. */
const repeats = (pieces: readonly Placed[]): ((piece: Piece) => boolean) => {
  const byKey = new Map<string, Placed[]>()
  for (const piece of pieces) {
    const alike = byKey.get(piece.key)
    if (alike) alike.push(piece)
    else byKey.set(piece.key, [piece])
  }
  const repeated = new Set<Segment>()
  for (const alike of byKey.values()) {
    const placed = [...alike].sort((a, b) => a.distance - b.distance)
    placed.forEach((piece, at) => {
      if (isLike(piece, placed[at - 1]) || isLike(piece, placed[at + 1])) repeated.add(piece.segment)
    })
  }
  return piece => repeated.has(piece.segment)
}

const isLike = (piece: Placed, other: Placed | undefined): boolean =>
  other !== undefined && Math.abs(piece.distance - other.distance) <= 3 && piece.page !== other.page

/** The furniture at one edge: rows from the edge inwards, as long as everything in a row is furniture. */
const outermost = (
  pieces: readonly Piece[],
  at: Edge,
  repeated: (piece: Piece) => boolean,
  page: number,
): readonly Furniture[] => {
  const rows: Furniture[][] = []
  const here = pieces.filter(piece => piece.at === at)
  for (let row = 0; row < MOST_ROWS; row++) {
    const inRow = here.filter(piece => piece.row === row)
    const isNumberRow = inRow.some(piece => isPageNumber(textOf(piece.segment)) && repeated(piece))
    const belongs = (piece: Piece): boolean =>
      (repeated(piece) && piece.isNear && !isNote(piece.segment)) ||
      (row === 0 && (isNumberRow || isOwnNumber(piece, page)))
    const furniture = inRow.map(({ segment }) => ({ segment, role: roleOf(segment), at }))
    // A page has one number at an edge; rows of numbers at the same height of two pages are of a table.
    const numbers = [...rows.flat(), ...furniture].filter(isNumber).length
    if (inRow.length === 0 || numbers > 1 || !inRow.every(belongs)) break
    rows.push(furniture)
  }
  while (rows.length > 0 && !standsApart(rows, here)) rows.pop()
  return rows.flat()
}

/** Short footnotes may be alike on two pages but for their numbers. */
const isNote = ({ runs: [first], size }: Segment): boolean =>
  first !== undefined && first.size < size * 0.95 && /^[\d*†‡]{1,3}$/.test(first.text)

const isNumber = ({ role }: Furniture): boolean => role === 'page-number'

/** Whether the innermost row is set off from the body: by its type, by more room than between lines, or as a number. */
const standsApart = (rows: readonly (readonly Furniture[])[], pieces: readonly Piece[]): boolean => {
  const last = rows.at(-1) ?? []
  const [head] = last
  const next = pieces.find(piece => piece.row === rows.length)?.segment
  if (!head || !next || last.every(isNumber)) return true
  const size = Math.max(head.segment.size, next.size)
  if (Math.min(head.segment.size, next.size) < size * 0.93) return true
  return Math.abs(next.y - head.segment.y) > size * 1.5 && !followsLine(next, head.segment, pieces)
}

/** Whether the step from the head to the next line is the step between the lines after it too. */
const followsLine = (next: Segment, head: Segment, pieces: readonly Piece[]): boolean => {
  const row = pieces.find(piece => piece.segment === next)?.row ?? 0
  const after = pieces.find(piece => piece.row === row + 1)?.segment
  if (!after) return false
  return Math.abs(next.y - head.y) < Math.abs(after.y - next.y) * 1.2
}

/** A page's own number alone at the edge, as in a document of one page. */
const isOwnNumber = ({ segment }: Piece, page: number): boolean =>
  isPageNumber(textOf(segment)) && new RegExp(`\\b${page}\\b`).test(textOf(segment))

const roleOf = (segment: Segment): Furniture['role'] =>
  isPageNumber(textOf(segment)) ? 'page-number' : 'running-head'

const PAGE_NUMBER =
  /^\W*(?:(?:page|p\.?|seite|s\.|pág(?:ina|\.)|стр\.?)\s*)?(?:\d{1,4}|[ivxlc]{1,8})(?:\s*(?:\/|of|de|von|sur|из)\s*\d{1,4})?\W*$/iu
const isPageNumber = (text: string): boolean => text.length <= 24 && PAGE_NUMBER.test(text)
