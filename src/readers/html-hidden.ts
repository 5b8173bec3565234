import {
  attribute,
  childrenOf,
  type Element,
  elementsBelow,
  isElement,
  isText,
  type Node,
} from './html-tree.ts'

/** What a page hides from who reads it: by attributes, by the style of an element, by a plain rule of a style sheet. */

/** A declaration block without comments, escapes and blanks, in small letters. */
const plainStyle = (style: string): string =>
  style
    .slice(0, 4000)
    .replace(/\/\*[^*]{0,400}\*\//g, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => letterOf(Number.parseInt(code, 16)))
    .replace(/\s+/g, '')
    .toLowerCase()

const letterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

const GONE = /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden)/
/** Out of sight: no size, no colour, clipped to nothing, or far off the page. */
const UNSEEN =
  /(?:^|;)(?:font-size:0(?:px|pt|em|rem|%)?(?:;|!|$)|font:0(?:px)?\/|color:transparent|zoom:0(?:;|!|$)|transform:scale\(0\)|clip:rect\((?:0|1px)|clip-path:inset\((?:50|100)%|(?:left|top|right|bottom|margin-left|margin-top|text-indent):-\d{3,}(?:px|pt|em|rem|%|vw))/
const CUT = /(?:^|;)overflow:hidden/
const SMALL = /(?:^|;)(?:height:[01](?:px)?|width:[01]px)(?:;|!|$)/
/** What fades in when a script has run is meant to be seen. */
const FADED = /(?:^|;)opacity:0(?:\.0{1,3})?(?:;|!|$)/
const MOVES = /(?:^|;)(?:transition|animation|transform|will-change)/

const isStyledAway = (style: string | undefined): boolean => {
  if (!style) return false
  const plain = plainStyle(style)
  return (
    GONE.test(plain) ||
    UNSEEN.test(plain) ||
    (CUT.test(plain) && SMALL.test(plain)) ||
    (FADED.test(plain) && !MOVES.test(plain))
  )
}

/** Whether a page hides an element, by its attributes alone. */
export const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined ||
  element.tagName === 'noscript' ||
  isStyledAway(attribute(element, 'style')) ||
  (element.tagName === 'input' && attribute(element, 'type') === 'hidden')

const MOST_RULES = 20_000
const RULE = /([^{}]{1,400})\{([^{}]{0,2000})\}/g
/** A name alone, or names of one element: ".hid", "#hid2", ".a.b", "p.hid". */
const SIMPLE = /^[a-z][a-z0-9]*$|^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]{1,80}){1,3}$/i
/** What a page hides as a whole until a script has run. */
const WHOLE = /^(?:html|body|main|article|div|section|p|span|\.?no-?js)$/i

const styleText = (root: Node): string => {
  const parts: string[] = []
  for (const element of elementsBelow(root))
    if (element.tagName === 'style')
      for (const child of childrenOf(element)) if (isText(child)) parts.push(child.value)
  return parts.join('\n').slice(0, 2_000_000)
}

/** The blocks of a style sheet that hold for a screen of any width, and what stands in those for some screens. */
const partedByMedia = (css: string): { readonly always: string; readonly sometimes: string } => {
  const always: string[] = []
  const sometimes: string[] = []
  let from = 0
  for (let at = css.indexOf('@'); at >= 0; at = css.indexOf('@', from)) {
    always.push(css.slice(from, at))
    const open = css.indexOf('{', at)
    const stop = css.indexOf(';', at)
    if (open < 0 || (stop >= 0 && stop < open)) {
      from = stop < 0 ? css.length : stop + 1
      continue
    }
    const end = blockEnd(css, open)
    const isScreen = /^@media (?:only )?(?:screen|all)$/i.test(css.slice(at, open).trim())
    ;(isScreen ? always : sometimes).push(css.slice(open + 1, end))
    from = end + 1
  }
  always.push(css.slice(from))
  return { always: always.join('\n'), sometimes: sometimes.join('\n') }
}

const blockEnd = (css: string, open: number): number => {
  let depth = 0
  for (let at = open; at < css.length; at++) {
    const letter = css.charAt(at)
    if (letter === '{') depth++
    else if (letter === '}' && --depth === 0) return at
  }
  return css.length
}

const selectorsWhere = (css: string, holds: (style: string) => boolean): ReadonlySet<string> => {
  const found = new Set<string>()
  let count = 0
  for (const [, selectors = '', style = ''] of css.matchAll(RULE)) {
    if (++count > MOST_RULES) break
    if (!holds(plainStyle(style))) continue
    for (const one of selectors.split(',')) {
      const selector = one.trim()
      if (SIMPLE.test(selector) && !WHOLE.test(selector)) found.add(selector)
    }
  }
  return found
}

const SHOWS = /(?:^|;)(?:display:(?!none)|visibility:visible)/

/** The names of an element as a selector writes them: its tag, its id, its classes. */
const namesOf = (element: Element): ReadonlySet<string> => {
  const id = attribute(element, 'id')
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean)
  return new Set([element.tagName, ...(id ? [`#${id}`] : []), ...classes.map(one => `.${one}`)])
}

/** Selectors by their last name, each as the names that an element must have. */
const byLastName = (selectors: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const found = new Map<string, (readonly string[])[]>()
  for (const selector of selectors) {
    const names = selector.split(/(?=[.#])/).map(one => (/^[.#]/.test(one) ? one : one.toLowerCase()))
    const last = names.at(-1) ?? ''
    found.set(last, [...(found.get(last) ?? []), names])
  }
  return found
}

/** Of the text of a page a style sheet hides no more than this; what hides more waits for a script to show it. */
const MOST_HIDDEN = 0.3

/**
 * The elements that the style sheets of a page hide by a plain rule for every screen. A rule that another takes back,
 * and rules that would hide a great part of the page, count for nothing.
 */
export const hiddenBySheets = (root: Node): ReadonlySet<Element> => {
  const css = styleText(root).replace(/\/\*[\s\S]{0,20000}?\*\//g, '')
  if (!/none|hidden/.test(css)) return new Set()
  const { always, sometimes } = partedByMedia(css)
  const shown = new Set(
    [always, sometimes].flatMap(one => [...selectorsWhere(one, style => SHOWS.test(style))]),
  )
  const hiding = byLastName([...selectorsWhere(always, one => GONE.test(one))].filter(one => !shown.has(one)))
  return hiding.size === 0 ? new Set() : hiddenBelow(root, hiding)
}

const hiddenBelow = (root: Node, hiding: ReturnType<typeof byLastName>): ReadonlySet<Element> => {
  const found = new Set<Element>()
  const length = { all: 0, hidden: 0 }
  const stack: { readonly node: Node; readonly within: boolean }[] = [{ node: root, within: false }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node } = next
    if (isText(node)) {
      length.all += node.value.trim().length
      if (next.within) length.hidden += node.value.trim().length
      continue
    }
    if (isElement(node) && /^(?:script|style|head|template)$/.test(node.tagName)) continue
    const names = isElement(node) ? namesOf(node) : new Set<string>()
    const isHiding = [...names].some(name => hiding.get(name)?.some(all => all.every(one => names.has(one))))
    if (isHiding && isElement(node)) found.add(node)
    for (const child of childrenOf(node)) stack.push({ node: child, within: next.within || isHiding })
  }
  return length.hidden > MOST_HIDDEN * length.all ? new Set() : found
}
