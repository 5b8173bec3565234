import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Gold in the form of `corpus/README.md`, whichever form the file has. */
const normal = gold => (gold.meta ? fromAnnotated(gold) : gold)

const REMAINING = /remaining|other/i

/** The annotated seeds give places; everything else is the same under other names. */
const fromAnnotated = gold => ({
  file: gold.seed,
  kind: null,
  title: gold.meta.title,
  authors: gold.header ? [gold.header.signature.value] : gold.meta.authors.map(author => author.name),
  published: gold.meta.published.stated ? gold.meta.published.stated.slice(0, 10) : null,
  language: gold.meta.lang,
  zones: gold.zones,
  cable: gold.header && {
    header: Object.fromEntries(Object.entries(gold.header).filter(([name]) => name !== 'reftelMentioned')),
    paragraphs: gold.paragraphs,
    addresseeGroups: gold.addresseeGroups.map(group => ({
      ...group,
      posts: Array.isArray(group.posts)
        ? group.posts.map(post => post.iso3)
        : REMAINING.test(group.posts)
          ? 'remaining'
          : 'all',
    })),
  },
})

/**
 * The gold files of a folder, each with the document that it speaks of; `texts` is where documents lie otherwise.
 * `annotated` is gold that also says what is mentioned in the text.
 */
export const goldIn = (folder, texts = folder) =>
  readdirSync(folder)
    .filter(name => name.endsWith('.gold.json'))
    .sort()
    .map(name => {
      const raw = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      const gold = normal(raw)
      const path = join(texts, basename(gold.file))
      if (!existsSync(path)) throw new Error(`${name} speaks of ${gold.file}, which is not in ${texts}.`)
      return { name: basename(gold.file), path, gold, ...(raw.states && { annotated: raw }) }
    })

/** Characters that are no blanks, with their places: gold words are found in them whatever the blanks are. */
export const squeezed = text => {
  const places = []
  let words = ''
  const parts = []
  for (const match of text.matchAll(/[^\s\u00a0\u00ad\u200b]+/g)) {
    parts.push(match[0])
    for (let at = 0; at < match[0].length; at++) places.push(match.index + at)
  }
  words = parts.join('')
  return { words, places }
}

const squeeze = words => words.replace(/[\s\u00a0\u00ad\u200b]+/g, '')

/** The stretch from the first words to the last words, searched from a place on; `undefined` where it is not. */
export const findStretch = ({ words, places }, { from, to, start, end }, cursor) => {
  if (start !== undefined) return { start, end, next: cursor }
  const first = words.indexOf(squeeze(from), cursor)
  if (first < 0) return undefined
  const last = words.indexOf(squeeze(to), Math.max(first, first + squeeze(from).length - squeeze(to).length))
  if (last < 0) return undefined
  const next = last + squeeze(to).length
  return { start: places[first], end: places[next - 1] + 1, next }
}
