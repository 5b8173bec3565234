/** What is read of an item of text as pdfjs gives it. */
export interface PdfItem {
  readonly str: string
  readonly dir: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName: string
  readonly vertical: boolean
}

/** A stretch of a page's text in one font on one baseline. Lengths are in points, `y` grows downwards. */
export interface Run {
  /** Without blanks at its ends, from `from` on in the text of the page. */
  readonly text: string
  readonly from: number
  /** Where the page's text has a blank right after the run. */
  readonly blank: number | null
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly width: number
  readonly size: number
  readonly bold: boolean
  readonly rightToLeft: boolean
  /** The direction of reading in degrees, clockwise from left to right: 90 is downwards. */
  readonly angle: number
}

/** The runs of a page; items of nothing but blanks show in `blank` of the run before them. */
export const runsOf = (
  items: readonly PdfItem[],
  viewport: readonly number[],
  isBold: (font: string) => boolean,
): readonly Run[] => {
  const runs: Run[] = []
  let offset = 0
  for (const item of items) {
    const text = item.str.trim()
    const from = offset + item.str.length - item.str.trimStart().length
    const before = runs.at(-1)
    const blankFirst = item.str !== '' && (text === '' || from > offset)
    if (blankFirst && before && before.from + before.text.length === offset)
      runs[runs.length - 1] = { ...before, blank: offset }
    if (text !== '') runs.push(runOf(item, text, from, offset, viewport, isBold))
    offset += item.str.length
  }
  return withoutShadows(runs)
}

const runOf = (
  item: PdfItem,
  text: string,
  from: number,
  offset: number,
  viewport: readonly number[],
  isBold: (font: string) => boolean,
): Run => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform
  const [x, y] = applied(viewport, e, f, 1)
  const [dx, dy] = applied(viewport, a, b, 0)
  const end = from + text.length
  return {
    text,
    from,
    blank: end < offset + item.str.length ? end : null,
    x,
    y,
    width: item.vertical ? item.height : item.width,
    size: Math.hypot(c, d) || item.height || 1,
    bold: isBold(item.fontName),
    rightToLeft: item.dir === 'rtl',
    angle: angleOf(dx, dy) + (item.vertical ? 90 : 0),
  }
}

const applied = (matrix: readonly number[], x: number, y: number, shift: 0 | 1): [number, number] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  return [a * x + c * y + e * shift, b * x + d * y + f * shift]
}

/** To the nearest five degrees, so that a page scanned askew is upright. */
const angleOf = (dx: number, dy: number): number => {
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI
  return (Math.round(degrees / 5) * 5 + 360) % 360
}

/** Words drawn a second time over themselves, to look bold or to cast a shadow, are taken once. */
const withoutShadows = (runs: readonly Run[]): readonly Run[] => {
  const seen = new Set<string>()
  return runs.filter(run => {
    const place = (at: number): number => Math.round(at / (run.size * 0.1))
    const key = `${place(run.x)} ${place(run.y)} ${run.angle} ${run.text}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The runs of a page by direction of reading, turned upright; the direction with most characters first. */
export const uprightGroups = (runs: readonly Run[]): readonly (readonly Run[])[] => {
  const groups = new Map<number, Run[]>()
  for (const run of runs) {
    const group = groups.get(run.angle)
    if (group) group.push(run)
    else groups.set(run.angle, [run])
  }
  const length = (group: readonly Run[]): number => group.reduce((sum, run) => sum + run.text.length, 0)
  return [...groups.values()].sort((a, b) => length(b) - length(a)).map(group => group.map(upright))
}

const upright = (run: Run): Run => {
  if (run.angle === 0) return run
  const turn = (run.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return { ...run, x: run.x * cos + run.y * sin, y: run.y * cos - run.x * sin }
}

/** Puts superscripts, subscripts and large initials on the baseline of the words that they belong to. */
export const settled = (runs: readonly Run[]): readonly Run[] => {
  const byHeight = [...runs].sort((a, b) => a.y - b.y || a.x - b.x)
  return byHeight.map((run, at) => {
    const host = hostOf(run, near(byHeight, at))
    return host ? { ...run, y: host.y } : run
  })
}

/** The runs whose baselines lie within reach of the one at `at`. */
const near = (byHeight: readonly Run[], at: number): readonly Run[] => {
  const run = byHeight[at]
  if (!run) return []
  const reach = run.size * 1.7
  const inReach = (other: Run | undefined): boolean =>
    other !== undefined && Math.abs(other.y - run.y) <= reach
  let first = at
  let last = at
  while (at - first < 200 && inReach(byHeight[first - 1])) first--
  while (last - at < 200 && inReach(byHeight[last + 1])) last++
  return byHeight.slice(first, last + 1)
}

const hostOf = (run: Run, others: readonly Run[]): Run | undefined =>
  others.find(other => isRaised(run, other)) ?? others.find(other => isInitial(run, other))

const isRaised = (run: Run, host: Run): boolean => {
  const isMark = /^[\d*†‡§,\s]{1,5}$/.test(run.text)
  if (run.size > host.size * (isMark ? 0.95 : 0.82) || run.text.length > 12) return false
  const rise = host.y - run.y
  if (rise > host.size * 0.65 || rise < host.size * -0.35) return false
  const after = run.x - (host.x + host.width)
  const before = host.x - (run.x + run.width)
  const within = (gap: number, reach: number): boolean => gap > host.size * -0.3 && gap < host.size * reach
  return within(after, 0.8) || within(before, 0.35)
}

/** Whether `run` is a large first letter and `other` begins the first of the lines beside it. */
const isInitial = (run: Run, other: Run): boolean => {
  if (run.text.length > 2 || run.size < other.size * 1.8 || !/^\p{Lu}/u.test(run.text)) return false
  const gap = other.x - (run.x + run.width)
  const above = run.y - other.y
  return Math.abs(gap) < other.size && above > other.size * 0.8 && above < run.size
}
