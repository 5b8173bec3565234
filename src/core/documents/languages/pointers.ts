import { overlaps, type Span } from '../../evidence/index.ts'
import type { Antecedent, Noun, Pointer } from '../anaphora.ts'
import { resolved } from '../anaphora.ts'
import type { TreatyNames } from '../entries.ts'
import type { TreatyMention } from '../mention.ts'
import { spanAt } from '../sentences.ts'
import { endOf, startOf, startsUpper, type Words } from '../words.ts'
import { cutsOf } from './clitics.ts'
import type { Language } from './language.ts'
import { NOUNS } from './nouns.ts'

/** The text as the search for what points to a treaty needs it. */
export interface PointerScene {
  readonly language: Language
  readonly words: Words
  readonly treaties: ReadonlyMap<string, TreatyNames>
  readonly named: readonly TreatyMention[]
  readonly sentences: readonly Span[]
  readonly paragraphs: readonly Span[]
}

const NEAR = 40

const oneLine = (stretch: string): string => stretch.replace(/\s/g, ' ')

/** A noun for a treaty with the words around it. */
interface Head extends Span {
  readonly noun: Noun
  readonly before: string
  readonly after: string
}

const headsIn = ({ language, words }: PointerScene): readonly Head[] => {
  const { nouns } = NOUNS[language]
  const heads: Head[] = []
  for (let index = 0; index < words.keys.length; index++)
    for (const { key, letters } of cutsOf(language, words, index)) {
      const noun = nouns.get(key)
      if (!noun) continue
      const [start, end] = [startOf(words, index) + letters, endOf(words, index)]
      const before = oneLine(words.text.slice(Math.max(0, start - NEAR), start))
      heads.push({ start, end, noun, before, after: oneLine(words.text.slice(end, end + NEAR)) })
      break
    }
  return heads
}

/** The noun with its article, where nothing makes it part of a name. */
const pointerAt = ({ language }: PointerScene, head: Head): Pointer | undefined => {
  const { article, needsArticle, goesOn, isPart } = NOUNS[language]
  const { start, end, noun, before, after } = head
  if (goesOn.test(after) || isPart.test(before)) return undefined
  const own = article.exec(before)?.[0] ?? ''
  if (own === '' && needsArticle) return undefined
  const clitic = language === 'ar' ? (/^[وفبل]{0,2}(?=[هتذ])/u.exec(own)?.[0].length ?? 0) : 0
  return { start: start - own.length + clitic, end, noun }
}

const HAN_POINTER =
  /(?:该|本|此|这一|这项|上述|这个)(?:公约|条约|议定书)|《(?:公约|条约|议定书)》|(?<=[。，；、：“]|^|加入|批准|签署|遵守|违反|退出|根据|按照|依照|支持|执行|履行|反对|呼吁|规定|通过|成为|[在对的和与及为据从将是向以])(?:公约|条约|议定书)(?!草案|组织)/gmu
const HAN_NOUN: Readonly<Record<string, Noun>> = { 公约: 'convention', 条约: 'treaty', 议定书: 'protocol' }

const hanPointers = (text: string): readonly Pointer[] =>
  [...text.matchAll(HAN_POINTER)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    noun: HAN_NOUN[/公约|条约|议定书/u.exec(whole)?.[0] ?? ''] ?? 'treaty',
  }))

/** What a treaty calls itself, by the head of its title. */
const ownNoun = (title: string): Noun =>
  /^(?:\w+ )?protocol/i.test(title) ? 'protocol' : /convention/i.test(title) ? 'convention' : 'treaty'

const isInside = (named: readonly TreatyMention[], span: Span): boolean => {
  const mention = named[spanAt(named, span.start)]
  return mention !== undefined && overlaps(mention, span)
}

/** Treaties with names that are not known: a noun with a capital that a name goes on after. */
const strangers = (scene: PointerScene, heads: readonly Head[]): readonly Antecedent[] => {
  const { language, words, named, sentences } = scene
  const { goesOn, isPart } = NOUNS[language]
  return heads.flatMap(({ start, end, noun, before, after }) => {
    const isTitle = startsUpper(words.text.charAt(start)) || language === 'ar'
    if (!isTitle || !(goesOn.test(after) || isPart.test(before)) || isInside(named, { start, end })) return []
    const nouns = new Set<string>(['treaty', noun])
    return [{ start, end, treaty: undefined, nouns, sentence: spanAt(sentences, start), own: noun }]
  })
}

const antecedents = (scene: PointerScene, heads: readonly Head[]): readonly Antecedent[] => {
  const { treaties, named, sentences } = scene
  const known = named.map(({ start, end, text, value }) => {
    const own = ownNoun(treaties.get(value.treaty)?.title ?? text)
    const nouns = new Set<string>(['treaty', own])
    return { start, end, treaty: value.treaty, nouns, own, sentence: spanAt(sentences, start) }
  })
  return [...known, ...strangers(scene, heads)].toSorted((a, b) => a.start - b.start)
}

/** Mentions that point to a treaty without naming it: "la Convention", "dieses Übereinkommen", "该公约". */
export const localPointers = (scene: PointerScene): readonly TreatyMention[] => {
  if (scene.named.length === 0) return []
  const heads = headsIn(scene)
  const pointers =
    scene.language === 'zh'
      ? hanPointers(scene.words.text)
      : heads.flatMap(head => pointerAt(scene, head) ?? [])
  return resolved(scene.words, antecedents(scene, heads), pointers, scene.paragraphs)
}
