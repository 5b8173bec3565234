import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { day } from '../../src/core/calendar/index.ts'
import {
  type ArticleValue,
  bareText,
  buildLexicon,
  type DocumentReading,
  type Mention,
  readDocument,
  type TreatyNames,
} from '../../src/core/documents/index.ts'
import type { Table } from '../../src/core/evidence/index.ts'
import { loadWorld } from '../../src/core/states/index.ts'
import { readCsv } from '../../src/store/csv.ts'

const tableOf = (name: string): Table => {
  const url = new URL(`../../data/world/${name}.csv`, import.meta.url)
  return readCsv(`data/world/${name}.csv`, readFileSync(url, 'utf8')).table
}

const { world } = loadWorld({
  states: tableOf('states'),
  names: tableOf('names'),
  blocs: tableOf('blocs'),
  members: tableOf('members'),
  metonyms: tableOf('metonyms'),
  offices: tableOf('offices'),
  organisations: tableOf('organisations'),
  places: tableOf('places'),
  other_treaties: tableOf('other_treaties'),
  given_names: tableOf('given_names'),
  state_names: tableOf('state_names'),
  treaty_names: tableOf('treaty_names'),
})

const treaty = (
  id: string,
  title: string,
  names: readonly string[],
  abbreviations: readonly string[],
): TreatyNames => ({ id, title, names, abbreviations, misnomers: [] })

const treaties: readonly TreatyNames[] = [
  {
    ...treaty('sample-1963', 'Sample Treaty of 1963', ['Treaty of Sampleton'], []),
    adopted: { day: '1963-08-05' },
  },
  {
    ...treaty('sample-1996', 'Sample Treaty of 1996', ['Treaty of Sampleton'], []),
    adopted: { day: '1996-09-10' },
  },
  {
    ...treaty('ccm', 'Convention on Cluster Munitions', ['Oslo Convention', 'cluster bomb treaty'], ['CCM']),
    misnomers: [{ text: 'CMC', note: 'the Cluster Munition Coalition' }],
    does: 'bans-class-of-weapons',
    subjects: ['cluster bombs', 'cluster munitions'],
    adopted: { day: '2008-05-30' },
  },
  {
    ...treaty(
      'apmbc',
      'Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction',
      ['Mine Ban Treaty', 'Ottawa Convention', 'Ottawa Treaty', 'Anti-Personnel Mine Ban Convention'],
      ['APMBC', 'MBT'],
    ),
    does: 'bans-class-of-weapons',
    subjects: ['landmines'],
  },
  treaty(
    'ccw',
    'Convention on Prohibitions or Restrictions on the Use of Certain Conventional Weapons Which May Be Deemed to Be Excessively Injurious or to Have Indiscriminate Effects',
    ['Convention on Certain Conventional Weapons', 'UN Convention on Inhumane Weapons'],
    ['CCW'],
  ),
  treaty('tpnw', 'Treaty on the Prohibition of Nuclear Weapons', ['Nuclear Ban Treaty'], ['TPNW']),
  treaty('att', 'Arms Trade Treaty', [], ['ATT']),
  treaty(
    'cwc',
    'Convention on the Prohibition of the Development, Production, Stockpiling and Use of Chemical Weapons and on their Destruction',
    ['Chemical Weapons Convention'],
    ['CWC'],
  ),
  treaty(
    'bwc',
    'Convention on the Prohibition of the Development, Production and Stockpiling of Bacteriological (Biological) and Toxin Weapons and on their Destruction',
    ['Biological Weapons Convention'],
    ['BWC', 'BTWC'],
  ),
  treaty(
    'npt',
    'Treaty on the Non-Proliferation of Nuclear Weapons',
    ['Nuclear Non-Proliferation Treaty', 'Non-Proliferation Treaty'],
    ['NPT'],
  ),
  treaty(
    'ap2-1977',
    'Protocol Additional to the Geneva Conventions of 12 August 1949, and relating to the Protection of Victims of Non-International Armed Conflicts (Protocol II)',
    ['Additional Protocol II'],
    ['AP II', 'APII'],
  ),
  treaty(
    'ccw-ap2',
    'Protocol on Prohibitions or Restrictions on the Use of Mines, Booby-Traps and Other Devices as amended on 3 May 1996 (Amended Protocol II)',
    ['CCW Amended Protocol II', 'Amended Mines Protocol'],
    ['CCW AP-II', 'APII'],
  ),
]

export const lexicon = buildLexicon(world, treaties)

/** Reads a text, with the document's day where one is given, and with the language that its file states. */
export const read = (text: string, date?: string, language?: string): DocumentReading => {
  const framed = bareText(text)
  const stated = { ...framed.stated, ...(language && { language }) }
  return readDocument({ ...framed, stated }, lexicon, date ? { date: day(date) } : {})
}

/** What a mention says, in one word: a code, a treaty's id, a date in EDTF. */
const wordFor = (mention: Mention): string => {
  switch (mention.kind) {
    case 'state':
      return mention.value.iso3
    case 'treaty':
      return mention.value.treaty
    case 'date':
      return mention.value.edtf
    case 'organisation':
      return mention.value.id
    case 'person':
    case 'law':
    case 'meeting':
      return mention.value.name
    case 'office':
      return mention.value.role
    case 'place':
      return mention.value.iso3
    case 'quantity':
      return `${mention.value.value} ${mention.value.unit}`
    case 'article':
      return provisionOf(mention.value)
  }
}

/** A provision in one word: `ccm 17(2)`. */
const provisionOf = ({ treaty, article, paragraph, point }: ArticleValue): string =>
  `${treaty ?? '-'} ${article}${paragraph ? `(${paragraph})` : ''}${point ? `(${point})` : ''}`

const MARK = /\[([^[\]|]+)\|([^[\]]+)\]/g

/** A sentence with its marks: `[Ankara|TUR] will not sign` is the text without them, and what must be found. */
const unmarked = (notation: string): { text: string; marks: readonly string[] } => {
  const marks: string[] = []
  let shift = 0
  const text = notation.replace(MARK, (whole, words: string, value: string, at: number) => {
    marks.push(`${at - shift} ${words} = ${value}`)
    shift += whole.length - words.length
    return words
  })
  return { text, marks }
}

/** Expects exactly the marked mentions of one kind, those of low confidence left out. */
export const expectMarks = (kind: Mention['kind'], notation: string, date?: string): void => {
  const { text, marks } = unmarked(notation)
  const found = read(text, date).mentions.filter(one => one.kind === kind && one.confidence !== 'low')
  expect(found.map(mention => `${mention.start} ${mention.text} = ${wordFor(mention)}`)).toEqual(marks)
}
