import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../src/core/calendar/index.ts'
import {
  diffAnswer,
  effectOf,
  forcesOf,
  partiesAnswer,
  type Register,
  statusAnswer,
  tallies,
  tally,
  timeline,
  treatyForce,
  withHypothetical,
} from '../../src/core/register/index.ts'
import type { Iso3 } from '../../src/core/states/index.ts'
import { ACT_KINDS, type TreatyId } from '../../src/core/treaties/index.ts'
import { type On, positionOn, register, shipped, viewOn } from '../support.ts'

const id = (treaty: string): TreatyId => treaty as TreatyId
const far = day('2099-12-31')
const boundFrom = (of: Register, state: string, treaty: string): Day | undefined => {
  const { segments } = timeline(of, { state: state as Iso3, treaty: id(treaty), knownAt: far })
  const bound = segments.find(({ views }) =>
    views.every(view => view.is === 'party' || view.is === 'withdrawing'),
  )
  return bound?.from
}

describe('Lithuania and the Convention on Cluster Munitions', () => {
  const lithuania = register(`
    2008-12-03  LTU  CCM  signature
    2011-03-24  LTU  CCM  ratification
    2011-03-24  LTU  CCM  provisional-application
    2024-09-06  LTU  CCM  withdrawal
  `)
  const on = (day_: string, known?: string) => ({
    state: 'LTU',
    treaty: 'ccm',
    on: day_,
    ...(known && { known }),
  })

  test.each([
    ['2008-12-02', 'non_party'],
    ['2008-12-03', 'signatory'],
    ['2011-03-23', 'signatory'],
    ['2011-03-24', 'pending'],
    ['2011-08-31', 'pending'],
    ['2011-09-01', 'party'],
    ['2024-09-05', 'party'],
    ['2024-09-06', 'withdrawing'],
    ['2025-03-05', 'withdrawing'],
    ['2025-03-06', 'withdrawn'],
  ])('on %s Lithuania is %s (CCM arts 15, 17(2), 20(3))', (day_, is) => {
    expect(positionOn(lithuania, on(day_))).toBe(is)
  })

  test('between deposit and entry into force article 1 applies provisionally (CCM art. 18)', () => {
    expect(viewOn(lithuania, on('2011-04-15'))).toMatchObject({
      is: 'pending',
      spell: { boundFrom: '2011-09-01' },
      provisional: { kind: 'provisional-application' },
    })
  })

  test('asked about 2026 with what was known in July 2024, the withdrawal does not exist', () => {
    expect(viewOn(lithuania, on('2026-01-01', '2024-07-31'))).toMatchObject({
      is: 'party',
      since: '2011-09-01',
    })
    expect(positionOn(lithuania, on('2026-01-01', '2024-09-06'))).toBe('withdrawn')
  })
})

describe('the published entries into force (CCM art. 17)', () => {
  test.each([
    ['NOR', '2010-08-01'],
    ['AUT', '2010-08-01'],
    ['ALB', '2010-08-01'],
    ['BEL', '2010-08-01'],
    ['BFA', '2010-08-01'],
    ['MDA', '2010-08-01'],
    ['GBR', '2010-11-01'],
    ['ATG', '2011-02-01'],
    ['LTU', '2011-09-01'],
    ['AFG', '2012-03-01'],
    ['AUS', '2013-04-01'],
    ['AND', '2013-10-01'],
    ['MUS', '2016-04-01'],
    ['LKA', '2018-09-01'],
    ['NGA', '2023-08-01'],
    ['SSD', '2024-02-01'],
    ['VUT', '2026-03-01'],
    ['NLD', '2011-08-01'],
    ['CHE', '2013-01-01'],
    ['BLZ', '2015-03-01'],
  ])('the Convention entered into force for %s on %s', (state, bound) => {
    expect(boundFrom(shipped().register, state, 'ccm')).toBe(bound)
  })

  test('Ukraine was bound by the Mine Ban Convention from the deposit, not from its parliament’s vote (APMBC art. 17(2))', () => {
    expect(boundFrom(shipped().register, 'UKR', 'apmbc')).toBe('2006-06-01')
  })
})

describe('withdrawal (CCM art. 20)', () => {
  const notice = (more = '') =>
    register(`
      2008-12-03  FRA  CCM  signature
      2009-09-25  FRA  CCM  ratification
      2025-01-10  FRA  CCM  withdrawal
      ${more}
    `)
  const france = (of: Register, on: string) => positionOn(of, { state: 'FRA', treaty: 'ccm', on })

  test('a conflict on the day the notice runs out defers the withdrawal to its end', () => {
    const of = notice('2025-07-10 FRA CCM engaged yes 2027-02-03')
    expect(france(of, '2025-07-09')).toBe('withdrawing')
    expect(france(of, '2025-07-10')).toBe('withdrawal_deferred')
    expect(france(of, '2027-02-02')).toBe('withdrawal_deferred')
    expect(france(of, '2027-02-03')).toBe('withdrawn')
  })
  test('a conflict whose end is not known defers it without end', () => {
    expect(france(notice('2025-07-10 FRA CCM engaged yes'), '2090-01-01')).toBe('withdrawal_deferred')
  })
  test('a conflict ended before or begun after that day changes nothing', () => {
    expect(france(notice('2025-07-09 FRA CCM engaged yes'), '2025-07-10')).toBe('withdrawn')
    expect(france(notice('2025-07-11 FRA CCM engaged yes'), '2025-07-10')).toBe('withdrawn')
  })
  test('an engagement recorded as unknown leaves both answers open', () => {
    expect(france(notice('2025-07-10 FRA CCM engaged unknown'), '2025-07-10')).toEqual([
      'withdrawn',
      'withdrawal_deferred',
    ])
  })
  test('where nobody is recorded as saying, the answer says what it assumes', () => {
    const question = { state: 'FRA' as Iso3, treaty: id('ccm'), on: day('2025-08-01'), knownAt: far }
    expect(statusAnswer(notice(), question).assumptions[0]).toContain(
      'Nobody is recorded as saying whether France was engaged in an armed conflict on 10 July 2025',
    )
  })
  test('a revoked notice never takes effect (VCLT art. 68)', () => {
    const of = notice('2025-05-01 FRA CCM revoked')
    expect(france(of, '2025-04-30')).toBe('withdrawing')
    expect(france(of, '2025-08-01')).toBe('party')
  })
  test('a notice of 31 August leaves 28 February undecided and 1 March certain', () => {
    const of = register(`
      2009-09-25  FRA  CCM  ratification
      2025-08-31  FRA  CCM  withdrawal
    `)
    expect(france(of, '2026-02-27')).toBe('withdrawing')
    expect(france(of, '2026-02-28')).toEqual(['withdrawn', 'withdrawing'])
    expect(france(of, '2026-03-01')).toBe('withdrawn')
  })
  test('a State that has withdrawn may come back, and is bound anew from its own date', () => {
    const of = notice('2026-01-15 FRA CCM accession')
    expect(france(of, '2026-01-14')).toBe('withdrawn')
    expect(france(of, '2026-01-15')).toBe('pending')
    expect(france(of, '2026-07-01')).toBe('party')
  })
  test('denouncing the Convention on Certain Conventional Weapons denounces its protocols (CCW art. 9(3))', () => {
    const of = register(`
      1988-03-04  FRA  CCW     ratification
      1988-03-04  FRA  CCW-P1  consent-to-be-bound
      2020-05-10  FRA  CCW     withdrawal
    `)
    expect(positionOn(of, { state: 'FRA', treaty: 'ccw-p1', on: '2021-05-09' })).toBe('withdrawing')
    expect(positionOn(of, { state: 'FRA', treaty: 'ccw-p1', on: '2021-05-10' })).toBe('withdrawn')
  })
})

describe('entry into force under other treaties', () => {
  test.each([
    [
      'ATT',
      'att',
      '2014-10-10',
      '2014-12-24',
      'between the fiftieth deposit and entry into force: the general date (art. 22)',
    ],
    ['ATT', 'att', '2014-12-25', '2015-03-25', 'after entry into force: ninety days (art. 22(2))'],
    ['CWC', 'cwc', '1997-04-01', '1997-04-29', 'between: the general date (art. XXI)'],
    ['CWC', 'cwc', '1997-05-01', '1997-05-31', 'after: the thirtieth day (art. XXI(2))'],
    ['BWC', 'bwc', '1975-01-01', '1975-03-26', 'before: the general date (art. XIV(3))'],
    ['BWC', 'bwc', '1980-01-01', '1980-01-01', 'after: the day of deposit (art. XIV(4))'],
    ['TPNW', 'tpnw', '2020-10-24', '2021-01-22', 'on the day of the fiftieth: the general date (art. 15(1))'],
    ['TPNW', 'tpnw', '2020-10-25', '2021-01-23', 'the day after: its own (art. 15(2))'],
    ['CCW', 'ccw', '1995-03-24', '1995-09-24', 'six months (art. 5(2))'],
    [
      'APMBC',
      'apmbc',
      '1998-10-10',
      '1999-04-01',
      'after the fortieth but before entry into force: its own (art. 17(2))',
    ],
  ])('%s: an instrument of %s binds from %s', (_, treaty, deposit, bound) => {
    const kind = treaty.startsWith('ccw-') ? 'consent-to-be-bound' : 'ratification'
    const of = register(`${deposit} FRA ${treaty} ${kind}`)
    expect(boundFrom(of, 'FRA', treaty)).toBe(bound)
  })

  test('a deposit on 31 August leaves the days undecided on which six months may end (CCW art. 5(2))', () => {
    const of = register('2001-08-31 FRA CCW ratification')
    const on = (day_: string) => positionOn(of, { state: 'FRA', treaty: 'ccw', on: day_ })
    expect([on('2002-02-27'), on('2002-02-28'), on('2002-03-01')]).toEqual([
      'pending',
      ['party', 'pending'],
      'party',
    ])
  })

  test('the test-ban treaty is not in force until every State of its Annex 2 has ratified (CTBT art. XIV(1))', () => {
    const { register: all } = shipped()
    expect(treatyForce(all, id('ctbt'), far)).toEqual({})
    const treaty = all.treaties.get(id('ctbt'))
    const required = treaty?.arithmetic.entryIntoForce.threshold?.required ?? []
    expect(required).toHaveLength(44)
    const last = register(required.map(state => `2030-01-01 ${state} CTBT ratification`).join('\n'))
    expect(treatyForce(last, id('ctbt'), far)).toEqual({ day: '2030-06-30', thresholdReached: '2030-01-01' })
    const short = register(
      required
        .slice(1)
        .map(state => `2030-01-01 ${state} CTBT ratification`)
        .join('\n'),
    )
    expect(treatyForce(short, id('ctbt'), far)).toEqual({})
  })

  test('before the thirtieth deposit nobody knew when the Convention would enter into force', () => {
    const { register: all } = shipped()
    const question = { state: 'NOR' as Iso3, treaty: id('ccm'), on: day('2011-01-01') }
    expect(statusAnswer(all, { ...question, knownAt: day('2010-02-15') })).toMatchObject({
      position: 'pending',
      boundFrom: null,
    })
    expect(statusAnswer(all, { ...question, knownAt: day('2010-02-16') })).toMatchObject({
      position: 'party',
      boundFrom: '2010-08-01',
    })
  })

  test.each([
    'apmbc',
    'att',
    'bwc',
    'ccm',
    'ccw-amended-art1',
    'ccw-p4',
    'ccw-p5',
    'cwc',
    'npt',
    'open-skies',
    'tpnw',
    'ap1-1977',
    'ap2-1977',
  ])('the acts of %s give the very day on which it entered into force', treaty => {
    const { register: all } = shipped()
    const pack = all.treaties.get(id(treaty))
    const acts = all.ledgers.get(id(treaty))?.acts ?? []
    if (!pack?.inForce) throw new Error('no day')
    const { inForce, ...without } = pack
    expect(forcesOf(without, { acts, withheld: [] }, far)[0].day).toBe(inForce.day)
  })
})

describe('what practice brings', () => {
  test('the earliest of several deposits binds (NPT, BWC)', () => {
    const of = register(`
      1980-06-01  FRA  BWC  accession  Washington
      1980-03-01  FRA  BWC  accession  London
      1981-01-01  FRA  BWC  accession  Moscow
    `)
    expect(boundFrom(of, 'FRA', 'bwc')).toBe('1980-03-01')
  })
  test('a notification of succession reaches back to the first day of the State, as known since its deposit', () => {
    const of = register('2006-10-23 MNE APMBC succession')
    const on = (day_: string, known?: string) =>
      positionOn(of, { state: 'MNE', treaty: 'apmbc', on: day_, ...(known && { known }) } as On)
    expect([on('2006-06-02'), on('2006-06-03'), on('2006-10-23')]).toEqual(['non_party', 'party', 'party'])
    expect(on('2006-08-01', '2006-08-01')).toBe('non_party')
    const counted = (rule: 'in-force' | 'deposited', day_: string) =>
      tally(of, { treaty: id('apmbc'), on: day(day_), knownAt: far, rule }).count
    expect([
      counted('in-force', '2006-08-01'),
      counted('deposited', '2006-08-01'),
      counted('deposited', '2006-10-23'),
    ]).toEqual([1, 0, 1])
  })
  test('a claimed suspension is its own position and the State stays counted', () => {
    const ukraine = { state: 'UKR', treaty: 'apmbc' }
    const { register: all } = shipped()
    expect(positionOn(all, { ...ukraine, on: '2025-07-17' })).toBe('party')
    expect(positionOn(all, { ...ukraine, on: '2025-07-18' })).toBe('suspension_claimed')
    const answer = partiesAnswer(all, {
      treaty: id('apmbc'),
      on: day('2025-08-01'),
      knownAt: far,
      rule: 'in-force',
    })
    expect(answer.states).toContain('UKR')
    expect(answer.assumptions).toEqual([
      'Ukraine: counted although a suspension is claimed, because the claim is contested.',
    ])
  })
  test('a revoked ratification leaves a signatory while the treaty is not in force', () => {
    const { register: all } = shipped()
    const russia = (on: string) => positionOn(all, { state: 'RUS', treaty: 'ctbt', on })
    expect([russia('2023-11-02'), russia('2023-11-03')]).toEqual(['pending', 'signatory'])
  })
  test('a domestic decision and acts not counted have no effect', () => {
    const of = register(`
      2025-06-29  UKR  APMBC  domestic-decision
      1972-04-10  TWN  BWC    signature-not-counted
      1973-02-09  TWN  BWC    deposit-not-counted
    `)
    expect(positionOn(of, { state: 'UKR', treaty: 'apmbc', on: '2026-01-01' })).toBe('non_party')
    expect(positionOn(of, { state: 'TWN', treaty: 'bwc', on: '2026-01-01' })).toBe('non_party')
  })
  test('a State that is no more is no party any more', () => {
    const { register: all } = shipped()
    const of = (on: string) => positionOn(all, { state: 'CSK', treaty: 'geneva-protocol-1925', on })
    expect([of('1992-12-31'), of('1993-01-01')]).toEqual(['party', 'non_party'])
  })
})

describe('what is not decidable', () => {
  test('a withheld act makes undecided what it could change, from about when it was done', () => {
    const of = register('? 2021 CUB CTBT accession')
    expect(positionOn(of, { state: 'CUB', treaty: 'ctbt', on: '2020-12-31' })).toBe('non_party')
    expect(positionOn(of, { state: 'CUB', treaty: 'ctbt', on: '2022-01-01' })).toEqual([
      'non_party',
      'pending',
    ])
  })
  test('Cuba under the test-ban treaty is not decidable, and the answer says why', () => {
    const answer = statusAnswer(shipped().register, {
      state: 'CUB' as Iso3,
      treaty: id('ctbt'),
      on: day('2026-11-22'),
      knownAt: day('2026-11-22'),
    })
    expect(answer).toMatchObject({
      position: 'not_decidable',
      bound: false,
      candidates: ['non_party', 'pending'],
    })
    expect(answer.sentence).toContain(
      'An unverified act is withheld: Cuba deposited its instrument of accession, about 2021',
    )
  })
  test('an act known to the month is undecided inside the month and exact outside', () => {
    const of = register('2025-02 COM BWC accession')
    const on = (day_: string) => positionOn(of, { state: 'COM', treaty: 'bwc', on: day_ })
    expect([on('2025-01-31'), on('2025-02-14'), on('2025-02-28')]).toEqual([
      'non_party',
      ['party', 'non_party'],
      'party',
    ])
  })
  test('where every day of the month leads to the same effect, the effect is exact (APMBC art. 17(2))', () => {
    expect(boundFrom(register('2025-03 MHL APMBC ratification'), 'MHL', 'apmbc')).toBe('2025-09-01')
  })
  test('a dissolved State whose acts no list holds is not decidable while it existed, and is not taken for a stranger', () => {
    const { register: all } = shipped()
    const gdr = (on: string) => positionOn(all, { state: 'DDR', treaty: 'npt', on })
    expect(gdr('1985-01-01')).toEqual(['non_party', 'party'])
    expect(gdr('1991-01-01')).toBe('non_party')
    const counted = tally(all, { treaty: id('npt'), on: day('1985-01-01'), knownAt: far, rule: 'in-force' })
    expect(counted.undecided).toEqual(['CSK', 'DDR', 'YMD', 'YUG'])
  })
  test('the withdrawal of the DPRK from the NPT is contested, and the count names it apart', () => {
    const { register: all } = shipped()
    expect(positionOn(all, { state: 'PRK', treaty: 'npt', on: '2020-01-01' })).toEqual(['withdrawn', 'party'])
    const counted = tally(all, { treaty: id('npt'), on: day('2020-01-01'), knownAt: far, rule: 'in-force' })
    expect([counted.count, counted.undecided]).toEqual([190, ['PRK']])
  })
})

describe('what a careless fold gets wrong', () => {
  const france = (notes: string, on: string) =>
    positionOn(register(`2008-12-03 FRA CCM signature\n2009-09-25 FRA CCM ratification\n${notes}`), {
      state: 'FRA',
      treaty: 'ccm',
      on,
    })

  test('a revocation known to the year may have come in time', () => {
    expect(france('2020-02-01 FRA CCM withdrawal\n2020 FRA CCM revoked', '2022-01-01')).toEqual([
      'withdrawn',
      'party',
    ])
  })
  test('a notice and a revocation in one year leave both outcomes open, in whichever order they are written', () => {
    const both = ['party', 'withdrawn']
    expect([...france('2021 FRA CCM withdrawal\n2021 FRA CCM revoked', '2023-01-01')].sort()).toEqual(both)
    expect([...france('2021 FRA CCM revoked\n2021 FRA CCM withdrawal', '2023-01-01')].sort()).toEqual(both)
  })
  test('a contested notice and a contested revocation are tried each without the other', () => {
    const notes = '! 2021-01-01 FRA CCM withdrawal\n! 2021-05-01 FRA CCM revoked'
    expect([...france(notes, '2022-01-01')].sort()).toEqual(['party', 'withdrawn'])
  })
  test('two withheld acts of the DPRK in 1993 do not cancel out', () => {
    expect(positionOn(shipped().register, { state: 'PRK', treaty: 'npt', on: '1993-05-01' })).not.toBe(
      'party',
    )
  })
  test('a deposit made while a withdrawal runs binds anew when it has taken effect', () => {
    const notes = '2027-01-01 FRA CCM withdrawal\n2027-03-01 FRA CCM accession'
    expect([
      france(notes, '2027-06-30'),
      france(notes, '2027-07-01'),
      france(notes, '2027-08-31'),
      france(notes, '2027-09-01'),
    ]).toEqual(['withdrawing', 'pending', 'pending', 'party'])
  })
  test('a later succession does not rewrite what came before it', () => {
    const of = register(`
      2008-12-03  CZE  CCM  signature
      2011-09-22  CZE  CCM  ratification
      2015-01-01  CZE  CCM  withdrawal
      2020-01-01  CZE  CCM  succession
    `)
    const on = (day_: string) => positionOn(of, { state: 'CZE', treaty: 'ccm', on: day_ })
    expect([on('2010-01-01'), on('2014-01-01'), on('2017-01-01'), on('2020-07-01')]).toEqual([
      'signatory',
      'party',
      'withdrawn',
      'party',
    ])
  })
  test('a notice before the treaty binds the State takes its consent back, and is no withdrawal from it', () => {
    const of = register(`
      2013-09-25  USA  ATT  signature
      2027-01-01  USA  ATT  ratification
      2027-01-01  USA  ATT  withdrawal
    `)
    const on = (day_: string) => positionOn(of, { state: 'USA', treaty: 'att', on: day_ })
    expect([on('2026-12-31'), on('2027-02-01'), on('2027-04-01')]).toEqual([
      'signatory',
      'pending',
      'signatory',
    ])
  })
  test('denouncing the Convention denounces its amendment, which has no rule of its own', () => {
    const of = register(`
      1988-03-04  FRA  CCW               ratification
      2002-12-10  FRA  CCW-AMENDED-ART1  ratification
      2020-05-10  FRA  CCW               withdrawal
    `)
    expect(positionOn(of, { state: 'FRA', treaty: 'ccw-amended-art1', on: '2021-05-10' })).toBe('withdrawn')
  })
  test('revoking the denunciation of the Convention leaves a protocol’s own denunciation standing', () => {
    const of = register(`
      1988-03-04  FRA  CCW     ratification
      1988-03-04  FRA  CCW-P1  consent-to-be-bound
      2020-01-01  FRA  CCW-P1  withdrawal
      2020-02-01  FRA  CCW     withdrawal
      2020-03-01  FRA  CCW     revoked
    `)
    expect(positionOn(of, { state: 'FRA', treaty: 'ccw-p1', on: '2021-01-01' })).toBe('withdrawn')
  })
  test('a withheld denunciation of the Convention leaves its protocols undecided too', () => {
    const of = register('1988-03-04 FRA CCW-P1 consent-to-be-bound\n? 2020 FRA CCW withdrawal')
    expect(positionOn(of, { state: 'FRA', treaty: 'ccw-p1', on: '2022-06-01' })).toEqual([
      'party',
      'withdrawn',
    ])
  })
  test('a ratification revoked and deposited again counts again, and revoking after the threshold changes nothing (CTBT art. XIV)', () => {
    const required =
      shipped().register.treaties.get(id('ctbt'))?.arithmetic.entryIntoForce.threshold?.required ?? []
    const others = required
      .filter(state => state !== 'RUS')
      .map(state => `2022-01-01 ${state} CTBT ratification`)
    const again = register(
      [
        ...others,
        '2000-06-30 RUS CTBT ratification',
        '2021-11-03 RUS CTBT ratification-revoked',
        '2027-01-01 RUS CTBT ratification',
      ].join('\n'),
    )
    expect(treatyForce(again, id('ctbt'), far)).toEqual({ day: '2027-06-30', thresholdReached: '2027-01-01' })
    const after = register(
      [...others, '2000-06-30 RUS CTBT ratification', '2023-11-03 RUS CTBT ratification-revoked'].join('\n'),
    )
    expect(treatyForce(after, id('ctbt'), far)).toEqual({ day: '2022-06-30', thresholdReached: '2022-01-01' })
  })
  test('the answer for one day of knowledge does not depend on which was asked first', () => {
    const required =
      shipped().register.treaties.get(id('ctbt'))?.arithmetic.entryIntoForce.threshold?.required ?? []
    const notes = required
      .map((state, i) => `2010-01-01 ${state} CTBT ratification ${i === 3 ? 'known=2015-01-01' : ''}`)
      .join('\n')
    const ask = (of: Register, known: string) =>
      positionOn(of, { state: 'FRA', treaty: 'ctbt', on: '2020-01-01', known })
    const [early, late] = [register(notes), register(notes)]
    expect([ask(early, '2012-01-01'), ask(early, '2026-01-01')]).toEqual(['pending', 'party'])
    expect([ask(late, '2026-01-01'), ask(late, '2012-01-01')]).toEqual(['party', 'pending'])
  })
  test('provisional application is not shown under a treaty that knows none', () => {
    const of = register('2027-01-01 EGY BWC signature\n2027-01-01 EGY BWC provisional-application')
    expect(viewOn(of, { state: 'EGY', treaty: 'bwc', on: '2028-01-01' })).not.toHaveProperty('provisional')
  })
  test('what was said about a conflict later is not known earlier', () => {
    const question = { state: 'LTU' as Iso3, treaty: id('ccm'), on: day('2025-03-05') }
    const all = shipped().register
    expect(
      JSON.stringify(statusAnswer(all, { ...question, knownAt: day('2024-10-01') }).reasons),
    ).not.toContain('2025-03-10')
    expect(JSON.stringify(statusAnswer(all, { ...question, knownAt: day('2025-03-10') }).reasons)).toContain(
      '2025-03-10',
    )
  })
  test('a State that ended while bound is bound until its end', () => {
    const answer = statusAnswer(shipped().register, {
      state: 'CSK' as Iso3,
      treaty: id('geneva-protocol-1925'),
      on: day('1990-01-01'),
      knownAt: far,
    })
    expect(answer).toMatchObject({ bound: true, until: '1993-01-01' })
  })
  test('a notice that was revoked later is shown with its revocation', () => {
    const of = register(
      '2009-09-25 FRA CCM ratification\n2027-01-01 FRA CCM withdrawal\n2027-03-01 FRA CCM revoked',
    )
    const answer = statusAnswer(of, {
      state: 'FRA' as Iso3,
      treaty: id('ccm'),
      on: day('2027-02-01'),
      knownAt: far,
    })
    expect(answer).toMatchObject({
      position: 'withdrawing',
      withdrawal: { notified: '2027-01-01', effective: null, revoked: '2027-03-01' },
    })
    expect(answer.reasons.map(({ text }) => text).join(' ')).toContain('revoked its notice of withdrawal')
  })
})

describe('counting (three rules, always named)', () => {
  test.each([
    ['2010-08-01', 30, 38, 108],
    ['2023-12-31', 111, 112, 124],
    ['2025-03-06', 111, 111, 123],
    ['2025-09-05', 111, 112, 124],
    ['2026-03-01', 112, 112, 124],
  ])('on %s %i were bound, %i had deposited, %i had signed or joined', (on, inForce, deposited, joined) => {
    const all = tallies(shipped().register, { treaty: id('ccm'), on: day(on), knownAt: far })
    expect([all['in-force'].count, all.deposited.count, all['signed-or-joined'].count]).toEqual([
      inForce,
      deposited,
      joined,
    ])
    expect(all['in-force'].states).toHaveLength(inForce)
  })
  test('the 112th State to deposit was Vanuatu, counted from the day of its deposit', () => {
    const counted = (on: string) =>
      tally(shipped().register, { treaty: id('ccm'), on: day(on), knownAt: far, rule: 'deposited' })
    expect(counted('2025-09-04').count).toBe(111)
    expect(counted('2025-09-05').states).toContain('VUT')
  })
  test('eight members of NATO were not bound on 7 July 2023, and nine of 32 on 6 March 2025', () => {
    const { register: all } = shipped()
    const nato = all.world.blocs.find(bloc => bloc.id === 'NATO')
    if (!nato) throw new Error('no NATO')
    const outside = (on: string) =>
      partiesAnswer(all, {
        treaty: id('ccm'),
        on: day(on),
        knownAt: far,
        rule: 'in-force',
        among: nato,
        not: true,
      }).states
    expect(outside('2023-07-07')).toEqual(['EST', 'FIN', 'GRC', 'LVA', 'POL', 'ROU', 'TUR', 'USA'])
    expect(outside('2025-03-06')).toEqual(['EST', 'FIN', 'GRC', 'LTU', 'LVA', 'POL', 'ROU', 'TUR', 'USA'])
  })
  test('five States left the Mine Ban Convention between 1 December 2025 and 1 March 2026', () => {
    const { changes } = diffAnswer(shipped().register, {
      treaty: id('apmbc'),
      from: day('2025-12-01'),
      to: day('2026-03-01'),
      knownAt: far,
    })
    expect(changes.map(({ state, day: on, to }) => `${on} ${state} ${to}`)).toEqual([
      '2025-12-27 EST withdrawn',
      '2025-12-27 LTU withdrawn',
      '2025-12-27 LVA withdrawn',
      '2026-01-10 FIN withdrawn',
      '2026-02-20 POL withdrawn',
    ])
  })
})

describe('what if', () => {
  test('a hypothetical act changes the answer of one question and nothing else', () => {
    const { register: all } = shipped()
    const act = {
      treaty: id('ccm'),
      state: 'USA' as Iso3,
      kind: 'accession' as const,
      done: { text: '2027-01-10', earliest: day('2027-01-10'), latest: day('2027-01-10') },
      depositary: '',
      knownFrom: day('0001-01-01'),
      source: 'hypothetical',
      confidence: 'low' as const,
      contested: false,
      note: '',
      place: { file: '--act' },
      hypothetical: true as const,
    }
    const imagined = withHypothetical(all, [act])
    expect(positionOn(imagined, { state: 'USA', treaty: 'ccm', on: '2027-07-01' })).toBe('party')
    expect(positionOn(all, { state: 'USA', treaty: 'ccm', on: '2027-07-01' })).toBe('non_party')
  })
})

describe('what holds for every register', () => {
  const states = ['FRA', 'LTU', 'MNE', 'USA', 'NAM']
  const treaties = ['ccm', 'apmbc', 'ccw', 'att', 'npt', 'cwc', 'tpnw', 'ctbt']
  const line = fc
    .record({
      when: fc.integer({ min: 0, max: 25_000 }).map(n => addDays(day('1965-01-01'), n)),
      state: fc.constantFrom(...states),
      treaty: fc.constantFrom(...treaties),
      kind: fc.constantFrom(...ACT_KINDS),
      mark: fc.constantFrom('', '', '', '', '?', '!'),
      cut: fc.constantFrom(10, 10, 10, 7, 4),
    })
    .map(({ when, state, treaty, kind, mark, cut }) =>
      `${mark} ${mark === '?' ? when.slice(0, 4) : when.slice(0, cut)} ${state} ${treaty} ${kind}`.trim(),
    )
  const notes = fc.array(line, { maxLength: 14 })

  test('segments tile the days without gap or overlap, and each holds at least one position', () => {
    fc.assert(
      fc.property(notes, fc.constantFrom(...states), fc.constantFrom(...treaties), (lines, state, treaty) => {
        const { segments } = timeline(register(lines.join('\n')), {
          state: state as Iso3,
          treaty: id(treaty),
          knownAt: far,
        })
        expect(segments[0].from).toBeUndefined()
        for (let i = 1; i < segments.length; i++) {
          const [before, here] = [segments[i - 1]?.from ?? '0000', segments[i]?.from ?? '']
          expect(before < here).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('an answer as known on a day does not change when something becomes known later', () => {
    fc.assert(
      fc.property(
        notes,
        line,
        fc.constantFrom(...states),
        fc.constantFrom(...treaties),
        (lines, later, state, treaty) => {
          const known = '1999-06-30'
          const future = later.replace(/^([?!] )?\d{4}/, (_, mark) => `${mark ?? ''}2012`)
          const before = register(lines.join('\n'))
          const after = register([...lines, future].join('\n'))
          for (const on of ['1980-01-01', '1999-01-01', '1999-06-30', '2005-01-01', '2030-01-01'])
            expect(positionOn(after, { state, treaty, on, known })).toEqual(
              positionOn(before, { state, treaty, on, known }),
            )
        },
      ),
      { numRuns: 300 },
    )
  })

  test('every shipped State under every shipped treaty has exactly one answer on any day', () => {
    const { register: all } = shipped()
    for (const treaty of all.treaties.keys())
      for (const state of all.world.states.keys()) {
        const { segments } = timeline(all, { state, treaty, knownAt: far })
        for (let i = 1; i < segments.length; i++)
          expect((segments[i - 1]?.from ?? '0000') < (segments[i]?.from ?? '')).toBe(true)
      }
  })
})

describe('the pure arithmetic (`pacta effect`)', () => {
  const ask = (treaty: string, kind: (typeof ACT_KINDS)[number], on: string, more: object = {}) => {
    const { register: all } = shipped()
    const pack = all.treaties.get(id(treaty))
    if (!pack) throw new Error('no pack')
    return effectOf(pack, { kind, day: day(on), ...more }, treatyForce(all, id(treaty), far))
  }
  test('a notice of 31 August has two candidate days (CCM art. 20(3))', () => {
    expect(ask('ccm', 'withdrawal-notified', '2025-08-31')).toMatchObject({
      effective: null,
      alternatives: ['2026-02-28', '2026-03-01'],
    })
  })
  test('an accession between threshold and entry into force takes the general date (ATT art. 22(2))', () => {
    const answer = ask('att', 'accession', '2014-10-10')
    expect(answer).toMatchObject({ effective: '2014-12-24' })
    expect(JSON.stringify(answer)).toContain('ATT art. 22(2)')
    expect(JSON.stringify(answer)).toContain('ATT art. 21(3) opens accession only after')
  })
  test('a conflict that lasts beyond the notice defers its effect', () => {
    expect(ask('ccm', 'withdrawal-notified', '2025-01-10', { conflictUntil: '2027-02-03' })).toMatchObject({
      effective: '2027-02-03',
    })
    expect(ask('ccm', 'withdrawal-notified', '2025-01-10', { conflictUntil: '2025-07-09' })).toMatchObject({
      effective: '2025-07-10',
    })
    expect(ask('ccm', 'withdrawal-notified', '2025-01-10', { conflictUntil: 'ongoing' })).toMatchObject({
      effective: null,
      alternatives: [],
    })
    expect(ask('ccm', 'withdrawal-notified', '2025-01-10', { conflictUntil: 'unknown' })).toMatchObject({
      effective: null,
      alternatives: ['2025-07-10'],
    })
  })
  test.each([
    ['ccm', 'signature', '2010-08-01', 'It was open for signature only until 1 August 2010.'],
    ['ccm', 'signature', '2008-12-02', 'It was opened for signature on 3 December 2008.'],
    ['ccw-p1', 'signature', '2000-01-01', 'is not signed'],
    ['ccm', 'ratification', '2008-01-01', 'No instrument could be deposited before 3 December 2008.'],
    ['cfe', 'accession', '2000-01-01', 'Nobody can join this treaty after its entry into force.'],
    ['enmod', 'withdrawal-notified', '2000-01-01', 'has no clause on withdrawal'],
    ['ccm', 'withdrawal-notified', '2009-01-01', 'Nobody was bound yet on that day.'],
  ] as const)('%s %s on %s is refused', (treaty, kind, on, why) => {
    const answer = ask(treaty, kind, on)
    expect(answer.is).toBe('refused')
    expect(JSON.stringify(answer)).toContain(why)
  })
  test.each([
    ['cwc', 'withdrawal-notified', '2020-01-01', '2020-03-31'],
    ['npt', 'withdrawal-notified', '2003-01-10', '2003-04-10'],
    ['att', 'withdrawal-notified', '2020-01-01', '2020-03-31'],
    ['ccw', 'withdrawal-notified', '2020-01-01', '2021-01-01'],
    ['tpnw', 'withdrawal-notified', '2022-01-01', '2023-01-01'],
    ['open-skies', 'withdrawal-notified', '2020-05-22', '2020-11-22'],
    ['ap2-1977', 'withdrawal-notified', '2020-01-01', '2020-07-01'],
    ['ccm', 'accession', '2027-01-31', '2027-07-01'],
    ['ccm', 'reservation', '2027-01-31', null],
  ] as const)('%s %s on %s takes effect on %s', (treaty, kind, on, effective) => {
    expect(ask(treaty, kind, on)).toMatchObject({ is: 'answered', effective })
  })
})
