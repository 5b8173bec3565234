import type { Mention } from '../mention.ts'
import type { EventParty } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import type { SpeakerScene } from '../speech/speaker.ts'
import { partyOf } from './clauses.ts'

/**
 * Whom "it", "they" and "the country" stand for as those who do something: the State that opens the sentence, or the one
 * before it. Where another State could be meant as well the words stay as they are.
 */

const ONE = /^(?:it|its|(?:the|that|this) (?:country|state|government|republic|kingdom|nation))$/i
const MANY = /^(?:they|their|both|(?:the|these|both|the two) (?:countries|states|governments|nations))$/i
/** What may stand before the State with which a sentence opens. */
const LEAD =
  /^[\s"“‘'(*_]*(?:(?:But|And|Yet|Meanwhile|However|Today|Now|Still|Instead|Also|Later|Then|Earlier|Recently|Since|Since then|In (?:\p{L}+ )?(?:19|20)\d\d|On [^,.;]{3,30}|Last (?:week|month|year|\p{L}+)|This (?:week|month|year)),? )?(?:[Tt]he )?$/u
const OPENS_AGAIN =
  /^[\s"“‘'(*_]*(?:(?:But|And|Yet|Then|Later|Since then|In (?:\p{L}+ )?(?:19|20)\d\d),? )?(?:(?:[Ii]t|[Tt]hey|[Ii]ts|[Tt]heir)|(?:[Tt]he|[Tt]hat|[Tt]his|[Bb]oth|[Tt]hese) (?:country|state|government|countries|states|governments|two countries))(?!\p{L})/u
/** Words behind the name with which it is no subject by itself: "Lithuania’s parliament", "Norway or Sweden". */
const NOT_ALONE =
  /^(?:['’]s?(?!\p{L})| or | and (?!(?:has|had|is|was|will|then)\b)|,? (?:like|unlike|as well as) )/u
const JOINED = /^(?:, | and |, and )(?:the )?$/
const FURTHEST = 3

type Row = readonly Mention[]

/** The States with which a sentence opens: one, or a row of them. */
const openersOf = ({ actors, words }: SpeakerScene, from: number, until: number): Row | undefined => {
  let at = Math.max(0, spanAt(actors, from))
  while ((actors[at]?.start ?? Number.POSITIVE_INFINITY) < from) at++
  const row: Mention[] = []
  for (let one = actors[at]; one && one.end <= until; one = actors[++at]) {
    const last = row.at(-1)
    const isNext = last
      ? JOINED.test(words.text.slice(last.end, one.start))
      : LEAD.test(words.text.slice(from, one.start))
    if (!isNext || one.kind !== 'state' || one.value.as === 'adjective') break
    row.push(one)
  }
  const end = row.at(-1)?.end ?? 0
  return row.length > 0 && !NOT_ALONE.test(words.text.slice(end, end + 16)) ? row : undefined
}

const OTHER_CLAUSE = /[;:—]|,? (?:and|but|while|whereas|although|though|because|after|before|that) (?:the )?$/

/** What a State may have sent or set up, which "it" would mean as well. */
const BODY =
  /(?<!\p{L})(?:an?|the|its) (?:[\p{L}-]+ ){0,2}(?:team|company|firm|group|mission|committee|commission|agency|court|unit|brigade|coalition|conference|parliament|senate|army|fund|panel)(?!\p{L})/iu

/** Whether another State does something in the same stretch, so that a pronoun behind it may mean that one. */
const hasRival = ({ actors, words }: SpeakerScene, row: Row, until: number): boolean => {
  const end = row.at(-1)?.end ?? 0
  if (row.length === 1 && BODY.test(words.text.slice(end, until))) return true
  const own = new Set(row.flatMap(one => (one.kind === 'state' ? [one.value.iso3] : [])))
  for (let at = spanAt(actors, end) + 1; at < actors.length; at++) {
    const one = actors[at]
    if (!one || one.start >= until) return false
    const isOther = one.kind === 'organisation' || (one.kind === 'state' && !own.has(one.value.iso3))
    if (
      isOther &&
      one.start > end &&
      OTHER_CLAUSE.test(words.text.slice(Math.max(end, one.start - 14), one.start))
    )
      return true
  }
  return false
}

/** The States that open the sentence of a place or one of the few before it, unless something else opens one between. */
const openersBefore = (
  scene: SpeakerScene & { readonly sentences: readonly { readonly start: number; readonly end: number }[] },
  place: number,
): Row | undefined => {
  const { sentences, words } = scene
  const own = spanAt(sentences, place)
  for (let at = own; at >= 0 && own - at <= FURTHEST; at--) {
    const sentence = sentences[at]
    if (!sentence) return undefined
    const until = at === own ? place : sentence.end
    const row = openersOf(scene, sentence.start, until)
    if (row) return hasRival(scene, row, until) ? undefined : row
    if (!OPENS_AGAIN.test(words.text.slice(sentence.start, sentence.start + 60))) return undefined
  }
  return undefined
}

/** Who is meant by words that stand for a State; `undefined` where they stand for none that is sure. */
export const meantBy = (
  scene: Parameters<typeof openersBefore>[0],
  words: string,
  place: number,
): readonly EventParty[] | undefined => {
  const isMany = MANY.test(words)
  if (!isMany && !ONE.test(words)) return undefined
  const row = openersBefore(scene, place)
  if (!row || row.length > 1 !== isMany) return undefined
  const parties = row.flatMap(one => partyOf(one) ?? [])
  return parties.length === row.length ? parties : undefined
}
