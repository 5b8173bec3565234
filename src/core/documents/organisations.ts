import type { Span } from '../evidence/index.ts'
import type { Hit, OrganisationEntry } from './lexicon.ts'
import type { OrganisationMention, OrganisationValue } from './mention.ts'
import { type NamesScene, namedByForm } from './orgforms.ts'
import { organisationPointers } from './orgpointers.ts'
import { spanAt } from './sentences.ts'
import { isAllCaps, keyAt, type Words } from './words.ts'

/** "the Commonwealth of Australia" is a State, "the Commonwealth of Independent States" another group. */
const isLongerName = (words: Words, hit: Hit): boolean =>
  keyAt(words, hit.last) === 'commonwealth' &&
  keyAt(words, hit.last + 1) === 'of' &&
  keyAt(words, hit.last + 2) !== 'nations'

const isOrganisation = (entry: Hit['entries'][number]): entry is OrganisationEntry =>
  entry.is === 'organisation'

const made = (
  text: string,
  { start, end }: Span,
  value: OrganisationValue,
  rule: string,
  confidence: OrganisationMention['confidence'],
): OrganisationMention => ({
  kind: 'organisation',
  start,
  end,
  text: text.slice(start, end),
  value,
  confidence,
  rule,
})

/** Names that mean an organisation only where the text shows no other use of the word. */
const FOLLOWED_OTHERWISE: Readonly<Record<string, RegExp>> = {
  congress: /^of$/,
  reuters: /^institute$/,
  bloomberg: /^philanthropies$/,
}

const isOtherwise = (words: Words, hit: Hit): boolean =>
  FOLLOWED_OTHERWISE[keyAt(words, hit.last)]?.test(keyAt(words, hit.last + 1)) ?? false

const listed = (words: Words, hit: Hit): readonly OrganisationMention[] => {
  const entries = hit.entries.filter(isOrganisation)
  const [entry] = entries
  if (!entry || isLongerName(words, hit) || isOtherwise(words, hit)) return []
  const text = words.text.slice(hit.start, hit.end)
  const isShort = isAllCaps(text) && text.replace(/\W/g, '').length < 3
  const isSure = !isShort && entries.length === 1
  return [made(words.text, hit, entry.value, 'organisation-name', isSure ? 'high' : 'medium')]
}

/** Of overlapping names the longest stands; a listed name inside a longer one stands beside it ("NATO Military Committee"). */
const merged = (
  known: readonly OrganisationMention[],
  formed: readonly OrganisationMention[],
): readonly OrganisationMention[] => {
  const isInside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
  const crosses = (a: Span, b: Span): boolean =>
    a.start < b.end && b.start < a.end && !isInside(a, b) && !isInside(b, a)
  const own = formed.filter(one => !known.some(other => isInside(one, other) || crosses(one, other)))
  const nested = (one: OrganisationMention): boolean =>
    own.every(
      outer =>
        !isInside(one, outer) ||
        (NESTED.has(one.value.type) && outer.rule !== 'organisation-national') ||
        one.value.id === 'US-CONGRESS',
    )
  return [...known.filter(nested), ...own].toSorted((a, b) => a.start - b.start || b.end - a.end)
}
/** Organisations whose name inside a longer one mentions them. */
const NESTED: ReadonlySet<OrganisationValue['type']> = new Set(['bloc', 'io'])

const OUTER = /^(UN|U\.N\.|United Nations|NATO|EU|African Union|AU|OSCE) (?=\p{Lu})/u

/** The organisation that the name of one of its bodies begins with: "NATO" in "NATO Military Committee". */
const nestedIn = (one: OrganisationMention, outer: NamesScene['outer']): readonly OrganisationMention[] => {
  const name = OUTER.exec(one.text)?.[1]
  const value = name === undefined ? undefined : outer.get(name)
  return name !== undefined && value && value.id !== one.value.id
    ? [{ ...one, end: one.start + name.length, text: name, value, rule: 'organisation-nested' }]
    : []
}

/** The organisations that a text mentions: by the names that the data knows, and by the forms of their names. */
export const organisationMentions = (
  scene: NamesScene,
  hits: readonly Hit[],
): readonly OrganisationMention[] => {
  const { words } = scene
  const known = hits.flatMap(hit => listed(words, hit)).flatMap(one => [one, ...nestedIn(one, scene.outer)])
  const isState = ({ start, end }: Span): boolean => {
    const state = scene.states[spanAt(scene.states, start)]
    return state !== undefined && state.start <= start && end <= state.end
  }
  const formed = namedByForm(scene, known)
    .filter(({ span }) => !isState(span))
    .map(({ span, value, rule }) => made(words.text, span, value, rule, 'medium'))
  const named = merged(known, formed)
  return [...named, ...organisationPointers(words, named)].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}
