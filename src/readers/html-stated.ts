import type { StatedFacts } from '../core/documents/index.ts'
import { attribute, type Element, elementsBelow, isText, type Node, wordsOfElement } from './html-tree.ts'

type Json = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const ARTICLE = /(?:Article|BlogPosting|Report|WebPage|PressRelease|Legislation)$/

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The objects of linked data, those in lists and graphs too, to a small depth. */
const objectsIn = (value: unknown, depth = 0): readonly Json[] => {
  if (depth > 4) return []
  if (Array.isArray(value)) return value.slice(0, 200).flatMap(one => objectsIn(one, depth + 1))
  if (!isObject(value)) return []
  return [value, ...objectsIn(value['@graph'], depth + 1)]
}

const typeOf = (object: Json): string => {
  const type = object['@type']
  return typeof type === 'string' ? type : Array.isArray(type) ? String(type[0]) : ''
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** Persons named as authors; an organisation that signs as author is its publisher. */
const personsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(personsIn)
  if (isObject(value)) return typeOf(value) === 'Organization' ? [] : personsIn(value.name)
  const name = textIn(value)
  return name ? [name] : []
}

const fromLinkedData = (scripts: readonly string[]): StatedFacts => {
  const objects = scripts.flatMap(text => objectsIn(parsed(text)))
  const article =
    objects.find(object => ARTICLE.test(typeOf(object)) && typeOf(object) !== 'WebPage') ??
    objects.find(object => typeOf(object) === 'WebPage')
  if (!article) return {}
  const publisher = isObject(article.publisher) ? textIn(article.publisher.name) : undefined
  return facts({
    title: textIn(article.headline) ?? undefined,
    authors: personsIn(article.author),
    publisher,
    published: textIn(article.datePublished),
    language: textIn(article.inLanguage),
    type: typeOf(article),
  })
}

type Loose = { readonly [K in keyof StatedFacts]: StatedFacts[K] | undefined }

/** The facts that are there. */
const facts = (loose: Loose): StatedFacts =>
  Object.fromEntries(
    Object.entries(loose).filter(
      ([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0),
    ),
  )

const META: Readonly<Record<string, keyof StatedFacts>> = {
  'article:published_time': 'published',
  'article:publicationdate': 'published',
  'og:published_time': 'published',
  'og:article:published_time': 'published',
  datepublished: 'published',
  'dc.date': 'published',
  'dc.date.issued': 'published',
  'dcterms.date': 'published',
  'dcterms.issued': 'published',
  citation_publication_date: 'published',
  'sailthru.date': 'published',
  'parsely-pub-date': 'published',
  pubdate: 'published',
  pub_date: 'published',
  publishdate: 'published',
  publish_date: 'published',
  publication_date: 'published',
  'dcsext.articlefirstpublished': 'published',
  displaydate: 'published',
  date: 'published',
  'og:title': 'title',
  citation_title: 'title',
  'dc.title': 'title',
  'og:site_name': 'publisher',
  'og:type': 'type',
  'dc.publisher': 'publisher',
  citation_author: 'authors',
  author: 'authors',
  'dc.creator': 'authors',
  'parsely-author': 'authors',
  'sailthru.author': 'authors',
  byline: 'authors',
  'search.byline': 'authors',
  'article:author': 'authors',
  'og:author': 'authors',
  'twitter:creator': 'authors',
}

/** An address or a handle is no name. */
const NO_NAME = /[/@]/
/** The form of a byline around the names that a page states: "By Ann Example, The Paper". */
const BY = /^(?:by|von|par|por|di|door) +/i

/** The names in a row that a page states as its author. */
const namesStated = (row: string): readonly string[] =>
  row
    .replace(BY, '')
    .split(/ (?:and|und|et|y|&) |[,;|]/)
    .map(name => name.trim())
    .filter(name => name !== '' && !NO_NAME.test(name))

/** The names of what a page may state, the plainest first. */
const RANKED = Object.keys(META)
/** Without a year no day is told. */
const YEAR = /(?:19|20)\d{2}/

const isSaid = (field: keyof StatedFacts, content: string): boolean =>
  (field !== 'authors' || namesStated(content).length > 0) && (field !== 'published' || YEAR.test(content))

const fromMeta = (metas: readonly Element[]): StatedFacts => {
  const found: Record<string, string> = {}
  const ranks: Record<string, number> = {}
  for (const meta of metas) {
    const name = (
      attribute(meta, 'property') ??
      attribute(meta, 'name') ??
      attribute(meta, 'itemprop') ??
      ''
    ).toLowerCase()
    const field = META[name]
    const content = attribute(meta, 'content')?.replace(/\s+/g, ' ').trim()
    if (!field || !content || !isSaid(field, content)) continue
    const rank = RANKED.indexOf(name)
    if (rank >= (ranks[field] ?? RANKED.length)) continue
    found[field] = content
    ranks[field] = rank
  }
  const { authors, ...rest } = found
  return { ...rest, ...(authors && { authors: namesStated(authors) }) }
}

/** A site's name behind the title of a page. */
const SUFFIX = / *(?:[|•·»–—]| - ) *[^|•·»–—]{2,40}$/

const withoutSite = (title: string): string => {
  const cut = title.replace(SUFFIX, '')
  return cut.split(' ').length >= 3 ? cut : title
}

const AUTHOR_PAGE = /\/(?:authors?|autore?s?|auteurs?|autoren?|profiles?|by|staff|redaktion|firmas?)\/[^/]+/i
const FURTHEST = 80

/** The people whose own pages the lines under the headline link to. */
const linkedAuthors = (elements: readonly Element[]): readonly string[] => {
  const headline = elements.findIndex(({ tagName }) => tagName === 'h1')
  if (headline < 0) return []
  const below = elements.slice(headline, headline + FURTHEST)
  const text = below.findIndex(one => one.tagName === 'p' && wordsOfElement(one).length > 160)
  return below
    .slice(0, text < 0 ? FURTHEST : text)
    .filter(
      one =>
        one.tagName === 'a' &&
        (attribute(one, 'rel') === 'author' || AUTHOR_PAGE.test(attribute(one, 'href') ?? '')),
    )
    .map(one => wordsOfElement(one).replace(BY, ''))
    .filter(name => /^\p{Lu}\S+(?: \S+){1,4}$/u.test(name))
}

/** The moment of publication in the marks of the article itself, where the page has no other. */
const markedMoment = (elements: readonly Element[]): string | undefined => {
  const moments = new Set(
    elements.flatMap(one => {
      const isOwn =
        /\bdatePublished\b/.test(attribute(one, 'itemprop') ?? '') ||
        (one.tagName === 'time' && attribute(one, 'pubdate') !== undefined)
      const moment = isOwn ? (attribute(one, 'datetime') ?? attribute(one, 'content')) : undefined
      return moment && YEAR.test(moment) ? [moment.slice(0, 10)] : []
    }),
  )
  return moments.size === 1 ? [...moments][0] : undefined
}

/** Whether words are the headline of the page: what is made for sharing is sometimes another. */
const isHeadline = (elements: readonly Element[], words: string | undefined): boolean =>
  words !== undefined && elements.some(one => one.tagName === 'h1' && wordsOfElement(one) === words)

/** What the head of a page states of its article. What its text states is found there. */
export const statedByPage = (root: Node): StatedFacts => {
  const scripts: string[] = []
  const metas: Element[] = []
  let title: string | undefined
  let language: string | undefined
  const elements = [...elementsBelow(root)]
  for (const element of elements) {
    const { tagName } = element
    if (tagName === 'meta') metas.push(element)
    else if (tagName === 'html') language = attribute(element, 'lang')
    else if (tagName === 'title') title ??= withoutSite(wordsOfElement(element))
    else if (tagName === 'script' && /ld\+json/i.test(attribute(element, 'type') ?? '')) {
      const node = element.childNodes[0]
      if (node && isText(node)) scripts.push(node.value)
    }
  }
  const ofMeta = fromMeta(metas)
  return {
    ...facts({ title: title || undefined, language, published: markedMoment(elements) }),
    ...ofMeta,
    ...fromLinkedData(scripts),
    ...(title && isHeadline(elements, title) && !isHeadline(elements, ofMeta.title) && { title }),
    ...facts({ authors: [...new Set(linkedAuthors(elements))] }),
  }
}
