import type { CableHeader, CableOutline, DocumentReading, Zone, ZoneType } from '../core/documents/index.ts'
import { fold, type Style, tame } from './style.ts'

const CONTENT: ReadonlySet<ZoneType> = new Set([
  'title',
  'byline',
  'body',
  'heading',
  'bio',
  'subject',
  'cable-header',
  'signature',
  'footnote',
])

const LABEL = 14

const row = (label: string, words: string, style: Style, dim = false): string => {
  const lead = label.padEnd(LABEL)
  const folded = fold(words, Math.max(30, style.width - LABEL), ' '.repeat(LABEL))
  return `${style.dim(lead)}${dim ? style.dim(folded) : folded}`
}

/** A paragraph as shown: its words on one line, and what stands beside it. */
interface Block {
  readonly label: string
  readonly words: string
}

/** The blocks of a zone, parted by blank lines; the numbered paragraphs of a cable with their true numbers. */
const blocksIn = (text: string, { type, start, end }: Zone, cable: CableOutline | null): readonly Block[] =>
  [...text.slice(start, end).matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map((match, index) => {
    const paragraph = cable?.paragraphs.find(one => one.start === start + match.index)
    return {
      label: paragraph ? `para ${paragraph.n}` : index === 0 ? type : '',
      words: tame(match[0]).replace(/\s+/g, ' ').trim(),
    }
  })

/** The text with the zone of each stretch beside it; what is around the article is dimmed. */
export const zoneLines = (text: string, { zones, cable }: DocumentReading, style: Style): readonly string[] =>
  zones
    .filter(({ type }) => cable === null || (type !== 'cable-header' && type !== 'subject'))
    .flatMap(zone => {
      const isHead = zone.type === 'heading' || zone.type === 'title'
      const shown = (words: string): string => (isHead ? style.strong(words) : words)
      const blocks = blocksIn(text, zone, cable)
      return [
        '',
        ...blocks.map(({ label, words }) => row(label, shown(words), style, !CONTENT.has(zone.type))),
      ]
    })

type Named = readonly { readonly value: string }[]
const listed = (fields: Named): string => fields.map(field => field.value).join(', ')

const formRows = (header: CableHeader): readonly (readonly [string, string])[] => [
  ['reference', header.messageReference?.value ?? ''],
  ['sent', header.dateTimeGroup?.value.replace('T', ' ').replace(':00Z', ' UTC') ?? ''],
  ['precedence', header.precedence?.value ?? ''],
  ['from', header.from?.value ?? ''],
  ['to', listed(header.to)],
  ['info', listed(header.info)],
  ['class', [header.classification?.value ?? '', listed(header.caption)].filter(Boolean).join(' · ')],
  [
    'classified by',
    [header.classifiedBy?.value, header.classificationReasons?.value.join(', ')].filter(Boolean).join(' · '),
  ],
  ['declassify', [header.executiveOrder?.value, header.declassifyOn?.value].filter(Boolean).join(' · ')],
  ['tags', listed(header.tags)],
  ['passing', listed(header.passing)],
  ['subject', header.subject?.value ?? ''],
  [
    'references',
    header.references.map(one => `${one.label ? `${one.label}: ` : ''}${one.value}`).join(' · '),
  ],
]

const groupLines = ({ addresseeGroups }: CableOutline, style: Style): readonly string[] =>
  addresseeGroups.map(({ paragraph, posts, action }) => {
    const who = typeof posts === 'string' ? `${posts} addressees` : posts.map(one => one.post).join(', ')
    return row(
      action ? 'asked' : 'informed',
      tame(`${who}${paragraph === null ? '' : ` (para ${paragraph})`}`),
      style,
    )
  })

/** The header of a cable as a form, with who is asked to do something. */
export const cableForm = (cable: CableOutline, style: Style): readonly string[] => [
  '',
  ...formRows(cable.header)
    .filter(([, words]) => words !== '')
    .map(([label, words]) => row(label, tame(words), style)),
  ...groupLines(cable, style),
]
