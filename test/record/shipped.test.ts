import { describe, expect, test } from 'vitest'
import { unknownSources } from '../../src/core/evidence/index.ts'
import {
  dayCellInWords,
  extensionsOf,
  type Resolution,
  resolutionOf,
  type TreatyRecord,
  valueIn,
  votesOn,
} from '../../src/core/record/index.ts'
import type { Iso3 } from '../../src/core/states/index.ts'
import { shippedRecord, shippedTables, sourceProblems, sources, world } from './support.ts'

const { record: ccm, problems: ccmProblems } = shippedRecord('ccm')
const { record: apmbc, problems: apmbcProblems } = shippedRecord('apmbc')

const stockOf = (state: string) => ccm.stockpiles.find(stockpile => stockpile.state === state)
const clearanceOf = (state: string) => ccm.clearances.find(clearance => clearance.state === state)
const untilOf = (state: string, article: string): readonly string[] =>
  extensionsOf(ccm, { state: state as Iso3, article }).map(
    extension => `${extension.status} ${valueIn(extension.until)?.text ?? extension.until.is}`,
  )

describe('the shipped record', () => {
  test('loads without problems', () => {
    expect([...ccmProblems, ...apmbcProblems, ...sourceProblems]).toEqual([])
  })

  test('keeps every row of every file', () => {
    const rowsOf = (treaty: string): number =>
      Object.values(shippedTables(treaty)).reduce((sum, table) => sum + (table?.rows.length ?? 0), 0)
    const itemsOf = (record: TreatyRecord): number => Object.values(record).flat().length
    expect(itemsOf(ccm)).toBe(rowsOf('ccm'))
    expect(itemsOf(apmbc)).toBe(rowsOf('apmbc'))
  })

  test('names only sources that are in sources.csv or are pages', () => {
    const cells = [...Object.values(ccm), ...Object.values(apmbc)].flat().map(item => item.source)
    expect(cells.flatMap(cell => unknownSources(cell, sources))).toEqual([])
  })

  test('names no resolution of a session and no meeting that it does not have', () => {
    expect(new Set(ccm.resolutions.map(resolution => resolution.session)).size).toBe(ccm.resolutions.length)
    expect(ccm.meetings.filter(meeting => /^\d+MSP$/.test(meeting.id))).toHaveLength(13)
  })
})

describe('stockpiles (CCM art. 3)', () => {
  test("Belgium's submunitions are withheld, its munitions and the day of completion are known", () => {
    const belgium = stockOf('BEL')
    expect(belgium?.submunitions).toEqual({ is: 'withheld' })
    expect(belgium?.munitions).toEqual({ is: 'known', value: 115210 })
    expect(belgium && dayCellInWords(belgium.completed)).toBe('6 August 2010')
    expect(belgium?.note).toBe('about 10.1 million submunitions')
  })

  test('Germany destroyed its stocks on a known day, while its totals are withheld', () => {
    const germany = stockOf('DEU')
    expect(germany).toMatchObject({ munitions: { is: 'withheld' }, submunitions: { is: 'withheld' } })
    expect(germany && valueIn(germany.completed)?.text).toBe('2015-11-25')
  })

  test('the Czech Republic held none by February 2013, and the day of its completion is withheld', () => {
    const czechia = stockOf('CZE')
    expect(czechia && dayCellInWords(czechia.completed)).toBe('not shown: not verified')
    expect(czechia && valueIn(czechia.completedBy)?.text).toBe('2013-02')
  })

  test('Cameroon destroyed nothing: it kept all for training (CCM art. 3(6))', () => {
    expect(stockOf('CMR')).toMatchObject({
      outcome: { is: 'known', value: 'retained' },
      completed: { is: 'nothing' },
    })
  })

  test('no completion of a State Party rests on recall: it is known, bounded, withheld, or does not apply', () => {
    const silent = ccm.stockpiles.filter(s => s.completed.is === 'nothing' && s.completedBy.is === 'nothing')
    expect(silent.map(stockpile => stockpile.state)).toEqual(['AGO', 'CAF', 'CMR', 'CYP', 'IDN'])
  })

  test('two totals for Bulgaria stand: one in the cells, the others in the note, marked as contested', () => {
    expect(stockOf('BGR')).toMatchObject({ munitions: { is: 'known', value: 6862 }, contested: true })
    expect(stockOf('BGR')?.note).toContain('6,905 / 190,919')
  })
})

describe('clearance and extensions (CCM arts 3(3), 4(5))', () => {
  test('Croatia cleared its areas on 10 July 2020', () => {
    const croatia = clearanceOf('HRV')
    expect(croatia && dayCellInWords(croatia.completed)).toBe('10 July 2020')
  })

  test('Norway had cleared its areas by 2019, in which year is withheld, so that nobody calls it overdue', () => {
    const norway = clearanceOf('NOR')
    expect(norway?.completed).toEqual({ is: 'withheld' })
    expect(norway && valueIn(norway.completedBy)?.text).toBe('2019')
  })

  test('Bulgaria was granted three extensions of its article 3 deadline, the last to the end of 2023', () => {
    expect(untilOf('BGR', '3')).toEqual(['granted 2021-04-01', 'granted 2022-10-01', 'granted 2023-12-31'])
  })

  test("Germany's requests are shown, the recalled grant between them is withheld", () => {
    expect(untilOf('DEU', '4')).toEqual(['requested 2025-08-01', 'withheld withheld', 'requested 2030-08-01'])
  })

  test("Iraq's extension is withheld and shows no day", () => {
    expect(untilOf('IRQ', '4')).toEqual(['withheld withheld'])
  })

  test('of the extensions of Lebanon and Mauritania only the year is shown', () => {
    expect(untilOf('LBN', '4')).toContain('granted 2026')
    expect(untilOf('MRT', '4')).toContain('granted 2026')
  })
})

const counted = (record: TreatyRecord, resolution: Resolution, vote: string): number =>
  votesOn(record, resolution).filter(item => valueIn(item.vote) === vote).length

describe('votes in the General Assembly', () => {
  test('the roll call on 80/52 is incomplete: ten votes are recorded of 175', () => {
    const resolution = resolutionOf(ccm, '80/52')
    expect(resolution?.rollCall).toBe('incomplete')
    expect(resolution && votesOn(ccm, resolution)).toHaveLength(10)
    expect(resolution && counted(ccm, resolution, 'no')).toBe(2)
  })

  test('on 78/32 the votes of eleven States are withheld, and three votes are missing from the total', () => {
    const resolution = resolutionOf(ccm, '78/32')
    const votes = resolution ? votesOn(ccm, resolution) : []
    expect(resolution?.rollCall).toBe('incomplete')
    expect(votes.filter(vote => vote.vote.is === 'withheld')).toHaveLength(11)
    expect(votes.filter(vote => vote.vote.is === 'known')).toHaveLength(148 + 1 + 36 - 3)
  })

  test.each(
    [ccm, apmbc].flatMap((record, index) =>
      record.resolutions
        .filter(resolution => resolution.rollCall === 'complete')
        .map(resolution => [index === 0 ? 'CCM' : 'APMBC', resolution.session, record, resolution] as const),
    ),
  )('the complete roll call of the %s resolution of session %i adds up to its totals', (_, __, record, resolution) => {
    expect(counted(record, resolution, 'yes')).toBe(valueIn(resolution.plenary.for))
    expect(counted(record, resolution, 'no')).toBe(valueIn(resolution.plenary.against))
    expect(counted(record, resolution, 'abstain')).toBe(valueIn(resolution.plenary.abstain))
  })

  test('four numbers of Mine Ban Convention resolutions are withheld, their votes are not', () => {
    const nameless = apmbc.resolutions.filter(resolution => resolution.number.is === 'withheld')
    expect(nameless.map(resolution => resolution.session)).toEqual([75, 76, 77, 78])
    expect(nameless.every(resolution => votesOn(apmbc, resolution).length > 150)).toBe(true)
  })
})

describe('positions, use and views', () => {
  test('use by the Soviet Union stands under the code that Russia continues, and says so', () => {
    const soviet = ccm.uses.filter(use => use.note === 'as the USSR')
    expect(soviet.map(use => valueIn(use.state))).toEqual(['RUS', 'RUS'])
  })

  test('a use that nobody attributes names no State', () => {
    const unattributed = ccm.uses.filter(use => use.actor === 'unknown')
    expect(unattributed).not.toHaveLength(0)
    expect(unattributed.every(use => use.state.is === 'nothing' && use.contested)).toBe(true)
  })

  test('a statute is marked as legislation, since it is not a view on the Convention', () => {
    expect(ccm.views.find(view => view.state === 'DEU' && view.question === 'transit')?.basis).toBe(
      'legislation',
    )
  })

  test('every quotation says its language and whose words it is', () => {
    const quoted = ccm.positions.filter(position => position.quotation !== '')
    expect(quoted.every(position => position.language !== '' && position.speaker !== '')).toBe(true)
  })

  test('every State named in the record is a State of the world', () => {
    const codes = [...ccm.laws, ...ccm.reports, ...ccm.views, ...ccm.transfers].map(item => item.state)
    expect(codes.filter(code => !world.states.has(code))).toEqual([])
  })
})
