import type { Role } from '../core/documents/index.ts'
import { attribute, type Element, elementsBelow, isElement, wordsOfElement } from './html-tree.ts'

/** A role with the level of a heading. */
export interface MarkedRole {
  readonly role: Role
  readonly level?: number
}

const BY_TAG: Readonly<Record<string, Role>> = {
  nav: 'navigation',
  aside: 'aside',
  footer: 'navigation',
  form: 'navigation',
  button: 'navigation',
  select: 'navigation',
  menu: 'navigation',
  dialog: 'navigation',
  figcaption: 'caption',
  caption: 'caption',
  table: 'table',
  li: 'list-item',
  blockquote: 'quote',
  pre: 'preformatted',
  time: 'date',
  del: 'deleted',
  s: 'deleted',
}
const BY_ARIA: Readonly<Record<string, Role>> = {
  navigation: 'navigation',
  banner: 'navigation',
  search: 'navigation',
  complementary: 'aside',
  contentinfo: 'navigation',
  dialog: 'navigation',
  alertdialog: 'navigation',
  menu: 'navigation',
}

const word = (names: string): RegExp => new RegExp(`(?:^|[\\s_-])(?:${names})(?:$|[\\s_-])`, 'i')
const BY_CLASS: readonly (readonly [Role, RegExp])[] = [
  ['footnote', word('footnotes?|endnotes?|notes')],
  // Whole names alone: "field-label-hidden" hides the label of a field and "hidden-xs" what a phone has no room for.
  [
    'hidden',
    /(?:^|\s)(?:sr-only|screen-reader-text|visually-hidden|visuallyhidden|element-invisible|hide|hidden)(?:\s|$)/i,
  ],
  [
    'navigation',
    word(
      'nav|navbar|navigation|menu|breadcrumbs?|skip-link|skiplink|toolbar|pagination|pager|masthead|topbar|site-header',
    ),
  ],
  [
    'navigation',
    word(
      'cookies?|cookie-banner|consent|gdpr|share|sharing|share-buttons|social|sharedaddy|newsletter|subscribe|subscription|signup|promo|advert|advertisement|ads?|ad-slot|sponsored|paywall|comments?|comment-list|disqus|respond|site-footer|popup|modal|tag-list|tags|post-tags|recommended',
    ),
  ],
  [
    'aside',
    word(
      'related|related-posts|donate|donation|fundraising|series|prevnext|post-navigation|related-articles|related-content|more-stories|also-read|sidebar|widget|most-read|trending|read-next',
    ),
  ],
  [
    'byline',
    word(
      'byline|by-line|writer|writer-name|author|author-name|authors|article-author|post-author|entry-author|dateline-author',
    ),
  ],
  [
    'date',
    word(
      'date(?!-outer|-posts)|published|pubdate|post-date|entry-date|posted-on|timestamp|dateline|article-date|published-date|publish-date',
    ),
  ],
]

const HEADING = /^h([1-6])$/

const byClass = (element: Element): Role | undefined => {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  if (names.length < 3 || element.tagName === 'body' || element.tagName === 'html') return undefined
  const role = BY_CLASS.find(([, form]) => form.test(names))?.[0]
  if (role === 'date' && HEADING.test(element.tagName)) return undefined
  if ((role === 'byline' || role === 'date') && hasHeadline(element)) return undefined
  if (role === undefined || !AROUND.has(role)) return role
  return holdsHeadline(element) || isInSentence(element) ? undefined : role
}

/** Whether a link stands among the words of a paragraph: "popup" or "share" is there how it opens. */
const isInSentence = (element: Element): boolean => {
  const parent = element.parentNode
  return (
    element.tagName === 'a' &&
    parent?.nodeName === 'p' &&
    isElement(parent) &&
    wordsOfElement(parent).length > 2 * wordsOfElement(element).length
  )
}

const AROUND: ReadonlySet<Role> = new Set<Role>(['navigation', 'aside'])

/** Whether an element is the article of a page, which a class such as "newsletter-post" does not make furniture. */
const holdsHeadline = (element: Element): boolean =>
  /^(?:article|main)$/.test(element.tagName) && hasHeadline(element)

const hasHeadline = (element: Element): boolean =>
  [...elementsBelow(element)].some(({ tagName }) => tagName === 'h1')

const byProperty = (element: Element): Role | undefined => {
  const property = attribute(element, 'itemprop') ?? ''
  if (/\bdatePublished\b/.test(property)) return 'date'
  if (/\bauthor\b/.test(property) || /\bauthor\b/.test(attribute(element, 'rel') ?? '')) return 'byline'
  return undefined
}

const QUOTING = new Set(['blockquote', 'figure', 'article', 'li'])

const isInside = (element: Element, tags: ReadonlySet<string>): boolean => {
  let node = element.parentNode
  for (let steps = 0; node && steps < 6; steps++) {
    if (tags.has(node.nodeName)) return true
    node = 'parentNode' in node ? node.parentNode : null
  }
  return false
}

/** What the tags and attributes of an element say that its text is. */
export const rolesOf = (element: Element): readonly MarkedRole[] => {
  const level = HEADING.exec(element.tagName)?.[1]
  const roles = [
    element.tagName === 'footer' && isInside(element, QUOTING) ? undefined : BY_TAG[element.tagName],
    BY_ARIA[attribute(element, 'role') ?? ''],
    byProperty(element),
    byClass(element),
  ].flatMap((role): MarkedRole[] => (role ? [{ role }] : []))
  return level ? [{ role: 'heading', level: Number(level) }, ...roles] : roles
}
