import type { FramedText, Hint, Role } from './frame.ts'
import type { Line } from './lines.ts'

/** A line with what the file's own marks say of it. */
export interface MarkedLine {
  readonly line: Line
  readonly roles: ReadonlySet<Role>
  /** Of a heading: 1 is the highest; 0 where the line is none. */
  readonly level: number
}

interface Edge {
  readonly at: number
  readonly role: Role
  readonly level: number
  readonly by: 1 | -1
}

const NOTHING: ReadonlySet<Role> = new Set()

/** Every line with the roles of the hints that cover its middle, in one sweep. */
export const markedLines = ({ hints }: FramedText, lines: readonly Line[]): readonly MarkedLine[] => {
  if (hints.length === 0) return lines.map(line => ({ line, roles: NOTHING, level: 0 }))
  const edges: Edge[] = hints
    .flatMap(({ role, start, end, level = 0 }): Edge[] => [
      { at: start, role, level, by: 1 },
      { at: end, role, level, by: -1 },
    ])
    .sort((a, b) => a.at - b.at)
  const open = new Map<Role, number>()
  const levels = new Map<number, number>()
  let next = 0
  return lines.map(line => {
    const middle = (line.start + line.end) >> 1
    for (let edge = edges[next]; edge && edge.at <= middle; edge = edges[++next]) {
      open.set(edge.role, (open.get(edge.role) ?? 0) + edge.by)
      if (edge.role === 'heading') levels.set(edge.level, (levels.get(edge.level) ?? 0) + edge.by)
    }
    const roles = new Set([...open].filter(([, count]) => count > 0).map(([role]) => role))
    // A line that was deleted as a whole is no more to be read than one that is hidden.
    if (roles.has('hidden') || roles.has('deleted')) {
      if (isMostlyHidden(hints, line)) roles.add('hidden')
      else roles.delete('hidden')
    }
    const level = Math.min(...[...levels].filter(([, count]) => count > 0).map(([one]) => one || 6), 9)
    return { line, roles, level: level === 9 ? 0 : level }
  })
}

const MOST = 0.6

/** A few words that are not shown do not hide the line that they stand in. */
const isMostlyHidden = (hints: readonly Hint[], line: Line): boolean => {
  const shared = hints.reduce(
    (sum, { role, start, end }) =>
      role === 'hidden' || role === 'deleted'
        ? sum + Math.max(0, Math.min(end, line.end) - Math.max(start, line.start))
        : sum,
    0,
  )
  return shared >= MOST * (line.end - line.start)
}

/** Whether any of these roles covers a line. */
export const hasRole = ({ roles }: MarkedLine, ...wanted: readonly Role[]): boolean =>
  roles.size > 0 && wanted.some(role => roles.has(role))
