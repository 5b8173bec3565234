import { overlaps, type Span } from '../../evidence/index.ts'
import { mainTreatyOf } from '../antecedents.ts'
import type { TreatyNames } from '../entries.ts'
import type { TreatyMention } from '../mention.ts'
import { spanAt } from '../sentences.ts'
import { endOf, startOf, startsUpper, type Words } from '../words.ts'
import { cutsOf } from './clitics.ts'
import type { Language } from './language.ts'
import { NOUNS, type Noun } from './nouns.ts'

/** The text as the search for what points to a treaty needs it. */
export interface PointerScene {
  readonly language: Language
  readonly words: Words
  readonly treaties: ReadonlyMap<string, TreatyNames>
  readonly named: readonly TreatyMention[]
  readonly sentences: readonly Span[]
  readonly paragraphs: readonly Span[]
}

interface Pointer extends Span {
  readonly noun: Noun
}

/** A noun for a treaty with the words around it. */
interface Head extends Pointer {
  readonly before: string
  readonly after: string
}

/** A treaty that words may point back to; `treaty` is undefined for one that is not known. */
interface Antecedent extends Span {
  readonly treaty: string | undefined
  /** The noun that it bears itself. */
  readonly own: Noun
  /** The place of its sentence among the sentences. */
  readonly sentence: number
}

const NEAR = 40

const oneLine = (stretch: string): string => stretch.replace(/[^\S ]/g, ' ')

const headAt = ({ words }: PointerScene, start: number, end: number, noun: Noun): Head => ({
  start,
  end,
  noun,
  before: oneLine(words.text.slice(Math.max(0, start - NEAR), start)),
  after: oneLine(words.text.slice(end, end + NEAR)),
})

const wordHeads = (scene: PointerScene): readonly Head[] => {
  const { language, words } = scene
  const { nouns } = NOUNS[language]
  const heads: Head[] = []
  for (let index = 0; index < words.keys.length; index++) {
    const cuts = cutsOf(language, words, index)
    const cut = cuts.find(({ key }) => nouns.has(key))
    const noun = cut && nouns.get(cut.key)
    if (noun) heads.push(headAt(scene, startOf(words, index) + cut.letters, endOf(words, index), noun))
  }
  return heads
}

const ITSELF = /présent|presente|vorliegend|настоящ/iu

/** The noun with its article, where nothing makes it part of a name. */
const pointerAt = ({ language }: PointerScene, head: Head): Pointer | undefined => {
  const { article, needsArticle, goesOn, isPart } = NOUNS[language]
  const { start, end, noun, before, after } = head
  if (goesOn.test(after) || isPart.test(before)) return undefined
  const [own = '', contracted = ''] = article.exec(before) ?? []
  if (own === '' && (needsArticle || noun === 'instrument')) return undefined
  // "The present agreement" is the text itself.
  if (noun === 'instrument' && ITSELF.test(own)) return undefined
  const clitic = language === 'ar' ? (/^[وفبل]{0,2}(?=[هتذ])/u.exec(own)?.[0].length ?? 0) : 0
  return { start: start - own.length + contracted.length + clitic, end, noun }
}

const HAN_POINTER =
  /(?:该|本|此|这一|这项|上述|这个)(?:公约|条约|议定书)|《(?:公约|条约|议定书)》|(?<=[。，；、：“]|^|加入|批准|签署|遵守|违反|退出|根据|按照|依照|支持|执行|履行|反对|呼吁|规定|通过|成为|[在对的和与及为据从将是向以])(?:公约|条约|议定书)(?!草案|组织)/gmu
const HAN_NOUNS: Readonly<Record<string, Noun>> = { 公约: 'convention', 条约: 'treaty', 议定书: 'protocol' }
const HAN_NOUN = /公约|条约|议定书/u

const hanPointers = (text: string): readonly Pointer[] =>
  [...text.matchAll(HAN_POINTER)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    noun: HAN_NOUNS[HAN_NOUN.exec(whole)?.[0] ?? ''] ?? 'treaty',
  }))

/** What a treaty calls itself, by the head of its title. */
const ownNoun = (title: string): Noun =>
  /^(?:\w+ )?protocol/i.test(title) ? 'protocol' : /convention/i.test(title) ? 'convention' : 'treaty'

const isNamed = (named: readonly TreatyMention[], span: Span): boolean => {
  const mention = named[spanAt(named, span.start)]
  return mention !== undefined && overlaps(mention, span)
}

/** Treaties with names that are not known: a noun with a capital that a name goes on after. */
const strangers = (scene: PointerScene, heads: readonly Head[]): readonly Antecedent[] => {
  const { language, words, named, sentences } = scene
  const { goesOn, isPart } = NOUNS[language]
  return heads.flatMap(({ start, end, noun, before, after }) => {
    const isTitle = startsUpper(words.text.charAt(start)) || language === 'ar'
    if (!isTitle || !(goesOn.test(after) || isPart.test(before)) || isNamed(named, { start, end })) return []
    return [{ start, end, treaty: undefined, own: noun, sentence: spanAt(sentences, start) }]
  })
}

const antecedents = (scene: PointerScene, heads: readonly Head[]): readonly Antecedent[] => {
  const { treaties, named, sentences } = scene
  const known = named.map(({ start, end, text, value: { treaty } }): Antecedent => {
    const own = ownNoun(treaties.get(treaty)?.title ?? text)
    return { start, end, treaty, own, sentence: spanAt(sentences, start) }
  })
  return [...known, ...strangers(scene, heads)].toSorted((a, b) => a.start - b.start)
}

/** Whether a noun can point to a treaty: conventions and protocols to their own kind, the others to any. */
const canMean = (noun: Noun, { own }: Antecedent): boolean =>
  noun === own || noun === 'treaty' || noun === 'instrument'

const onlyOne = (found: readonly Antecedent[], noun: Noun): string | undefined => {
  const treaties = new Set(found.map(({ treaty }) => treaty))
  if (treaties.size === 1) return found[0]?.treaty
  const fitting = found.filter(({ own }) => own === noun)
  return fitting.length > 0 && fitting.length < found.length ? onlyOne(fitting, noun) : undefined
}

/** The nouns that a text defines to mean a treaty from a place on. */
interface Definition {
  readonly noun: Noun
  readonly treaty: string
  readonly from: number
}

const REACH = 80

const definitionsIn = (scene: PointerScene, nouns: readonly Pointer[]): readonly Definition[] => {
  const { language, words, named } = scene
  const { defines } = NOUNS[language]
  return named.flatMap(({ end, value: { treaty } }) => {
    const noun = nouns[spanAt(nouns, end) + 1]
    if (!noun || noun.start - end > REACH) return []
    return defines.test(oneLine(words.text.slice(end, noun.start)))
      ? [{ noun: noun.noun, treaty, from: end }]
      : []
  })
}

const FIRST_PARAGRAPHS = 5
const AHEAD = 1500
/** Paragraphs after which a name is no longer what "the treaty" points to, if the text is about another. */
const FADES = 2
const MOST_IN_SENTENCE = 60

interface Pointing {
  readonly scene: PointerScene
  readonly list: readonly Antecedent[]
  readonly definitions: readonly Definition[]
  readonly main: string | undefined
}

const beforeAll = (list: readonly Antecedent[], place: number): readonly Antecedent[] => {
  const last = spanAt(list, place - 1)
  return list.slice(Math.max(0, last - MOST_IN_SENTENCE), last + 1)
}

/** Near the beginning a text may say "the treaty" before it names it. */
const ahead = ({ scene, list }: Pointing, { start, end, noun }: Pointer): string | undefined => {
  if (spanAt(scene.paragraphs, start) >= FIRST_PARAGRAPHS) return undefined
  const from = spanAt(list, start) + 1
  const next = list.slice(from, from + MOST_IN_SENTENCE)
  return onlyOne(
    next.filter(one => one.start < end + AHEAD && canMean(noun, one)),
    noun,
  )
}

/** The treaty that a text is about, where the name before is far and of another one. */
const faded = (
  { scene, list, main }: Pointing,
  nearest: Antecedent,
  pointer: Pointer,
): string | undefined => {
  const { paragraphs } = scene
  if (main === undefined || nearest.treaty === main) return undefined
  const isFar = spanAt(paragraphs, pointer.start) - spanAt(paragraphs, nearest.start) >= FADES
  return isFar &&
    list.some(one => one.treaty === main && one.start < pointer.start && canMean(pointer.noun, one))
    ? main
    : undefined
}

const meant = (pointing: Pointing, pointer: Pointer): { treaty: string | undefined; rule: string } => {
  const { list, definitions } = pointing
  const defined = definitions.findLast(({ noun, from }) => noun === pointer.noun && from < pointer.start)
  if (defined) return { treaty: defined.treaty, rule: 'treaty-pointer-defined' }
  const fitting = beforeAll(list, pointer.start).filter(one => canMean(pointer.noun, one))
  const nearest = fitting.at(-1)
  if (!nearest) return { treaty: ahead(pointing, pointer), rule: 'treaty-pointer-ahead' }
  const far = faded(pointing, nearest, pointer)
  if (far) return { treaty: far, rule: 'treaty-pointer-main' }
  const same = fitting.filter(({ sentence }) => sentence === nearest.sentence)
  return { treaty: onlyOne(same, pointer.noun), rule: 'treaty-pointer' }
}

const mentionOf = (pointing: Pointing, pointer: Pointer): readonly TreatyMention[] => {
  const { start, end } = pointer
  const { treaty, rule } = meant(pointing, pointer)
  if (treaty === undefined) return []
  const text = pointing.scene.words.text.slice(start, end)
  return [{ kind: 'treaty', start, end, text, value: { treaty, named: false }, confidence: 'medium', rule }]
}

/** Mentions that point to a treaty without naming it: "la Convention", "dieses Übereinkommen", "该公约". */
export const localPointers = (scene: PointerScene): readonly TreatyMention[] => {
  const { language, words, named } = scene
  if (named.length === 0) return []
  const heads = language === 'zh' ? [] : wordHeads(scene)
  const pointers =
    language === 'zh' ? hanPointers(words.text) : heads.flatMap(head => pointerAt(scene, head) ?? [])
  const list = antecedents(scene, heads)
  const definitions = definitionsIn(scene, language === 'zh' ? pointers : heads)
  const pointing: Pointing = { scene, list, definitions, main: mainTreatyOf(named) ?? named[0]?.value.treaty }
  return pointers.filter(pointer => !isNamed(named, pointer)).flatMap(pointer => mentionOf(pointing, pointer))
}
