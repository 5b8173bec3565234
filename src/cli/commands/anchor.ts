import { basename } from 'node:path'
import { InputError } from '../../api/ask.ts'
import { type Anchor, type OrphanReason, type Reanchored, reanchor } from '../../exports/index.ts'
import type { Context } from '../context.ts'
import { type InputFile, inputFiles } from '../files.ts'
import { type Prepared, sha256 } from '../prepare.ts'
import { writeJson } from '../print.ts'
import { fold } from '../style.ts'
import { eachFile, frameOf, type ReadOptions, requestOf, warnOf } from './documents.ts'

export type AnchorOptions = Pick<ReadOptions, 'on' | 'known' | 'json' | 'ocr'>

type Orphan = Extract<Anchor, { is: 'orphaned' }>

const REASONS: Readonly<Record<OrphanReason, string>> = {
  changed: 'The words, or the word they are part of, were changed.',
  ambiguous: 'The words stand in the text, and it cannot be told whether they are the same ones.',
  'not-found': 'The words do not stand between the words that stood around them.',
  misplaced: 'The text that was annotated has other words at this place.',
}

const onlyFile = (pattern: string): InputFile => {
  const files = inputFiles([pattern])
  const [only] = files
  if (only && files.length === 1) return only
  throw new InputError(`${pattern} names ${files.length} files.`, 'Give one file.')
}

/** The text of a JSON file; a byte order mark is no part of it. */
const jsonOf = (file: InputFile): string => new TextDecoder().decode(file.bytes())

const anchorsIn = (written: InputFile, { text, source }: Prepared): Reanchored => {
  const result = reanchor(jsonOf(written), { text, sha256: source.text.sha256 }, sha256)
  if ('wrong' in result)
    throw new InputError(
      `${written.name} holds no annotations that can be read. ${result.wrong}`,
      result.wayOut,
    )
  return result
}

const isOrphaned = (anchor: Anchor): anchor is Orphan => anchor.is === 'orphaned'

const withWords = (anchor: Anchor): object =>
  isOrphaned(anchor) ? { ...anchor, why: REASONS[anchor.reason] } : anchor

const answerOf = ({ isSameText, anchors }: Reanchored, { name, source }: Prepared): object => {
  const orphaned = anchors.filter(isOrphaned).length
  return {
    file: basename(name),
    source: { text: source.text },
    sameText: isSameText,
    counts: { exact: anchors.length - orphaned, orphaned },
    anchors: anchors.map(withWords),
  }
}

const SHOWN = 60

/** The words on one line, the middle of long ones left out. */
const shown = (text: string): string => {
  const characters = [...text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')]
  if (characters.length <= SHOWN) return characters.join('')
  return `${characters.slice(0, SHOWN / 2).join('')} … ${characters.slice(-SHOWN / 2).join('')}`
}

const orphanLines = ({ list, kind, text, reason, was }: Orphan, context: Context): readonly string[] => {
  const { strong, dim, width } = context.style
  const what = list === kind || list === '' ? kind : `${list} ${kind}`
  return [
    '',
    `${strong(`✕ ${what}`)}${dim(`  was at ${was.start} to ${was.end} (UTF-16)`)}`,
    `  “${fold(shown(text), width - 4, '   ')}”`,
    `    ${fold(REASONS[reason], width - 4, '    ')}`,
  ]
}

const headline = ({ isSameText, anchors }: Reanchored, name: string): string => {
  const exact = anchors.filter(anchor => anchor.is === 'exact').length
  const text = isSameText ? 'the text that was annotated' : 'another text than was annotated'
  return `${exact} of ${anchors.length} annotations stand in ${name}, to the letter. It is ${text}.`
}

const movedWords = (anchors: readonly Anchor[]): string => {
  const moved = anchors.filter(anchor => anchor.is === 'exact' && anchor.start !== anchor.was.start)
  return `${moved.length} at a new place · ${anchors.filter(isOrphaned).length} orphaned`
}

const writeAnchors = (context: Context, result: Reanchored, { name }: Prepared): void => {
  context.write(`${context.style.strong(fold(headline(result, name), context.style.width))}\n`)
  context.write(`  ${movedWords(result.anchors)}\n`)
  for (const orphan of result.anchors.filter(isOrphaned))
    for (const line of orphanLines(orphan, context)) context.write(`${line}\n`)
}

/** `pacta anchor ANNOTATIONS FILE` */
export const anchor = async (
  context: Context,
  annotations: string,
  pattern: string,
  options: AnchorOptions,
): Promise<void> => {
  const written = onlyFile(annotations)
  const frame = frameOf(context, options)
  const answer = (file: Prepared): void => {
    const result = anchorsIn(written, file)
    if (options.json) writeJson(context, { ...answerOf(result, file), ...frame })
    else writeAnchors(context, result, file)
  }
  await eachFile(context, [onlyFile(pattern)], requestOf(options, null), answer, warnOf(context))
}
