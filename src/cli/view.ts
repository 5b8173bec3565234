import type { CableHeader, CableOutline, DocumentReading, ZoneType } from '../core/documents/index.ts'
import { fold, type Style } from './style.ts'

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

/** Control characters would move the cursor of a terminal. */
const tame = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')

const row = (label: string, words: string, style: Style, dim = false): string => {
  const lead = label.padEnd(LABEL)
  const folded = fold(words, Math.max(30, style.width - LABEL), ' '.repeat(LABEL))
  return `${style.dim(lead)}${dim ? style.dim(folded) : folded}`
}

/** The text with the zone of each stretch beside it; what is around the article is dimmed. */
export const zoneLines = (text: string, { zones, cable }: DocumentReading, style: Style): readonly string[] =>
  zones
    .filter(zone => cable === null || (zone.type !== 'cable-header' && zone.type !== 'subject'))
    .flatMap(({ type, start, end }) => {
      const paragraphs = text
        .slice(start, end)
        .split(/\n\s*\n/)
        .map(words => tame(words).replace(/\s+/g, ' ').trim())
        .filter(words => words !== '')
      const shown = type === 'heading' || type === 'title' ? paragraphs.map(style.strong) : paragraphs
      return [
        '',
        ...shown.map((words, index) => row(index === 0 ? type : '', words, style, !CONTENT.has(type))),
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
