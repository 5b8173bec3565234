import { describe, expect, test } from 'vitest'
import { json, pacta } from './run.ts'

const FRAME = ['on', 'known', 'checkedThrough', 'beyondData', 'assumptions', 'reasons']

describe('pacta status', () => {
  test('Lithuania on the last day before its withdrawal takes effect', async () => {
    const { answer, code } = await json('status', 'LTU', 'ccm', '--on', '2025-03-05')
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      state: 'LTU',
      treaty: 'ccm',
      position: 'withdrawing',
      bound: true,
      since: '2011-09-01',
      until: '2025-03-06',
      boundFrom: '2011-09-01',
      withdrawal: { notified: '2024-09-06', effective: '2025-03-06' },
      provisional: false,
      beyondData: false,
      checkedThrough: '2025-09-30',
    })
    for (const key of FRAME) expect(answer).toHaveProperty(key)
    expect(answer.reasons.map((reason: { provision: string }) => reason.provision)).toEqual([
      'CCM art. 16(1)',
      'CCM art. 17(2)',
      'CCM art. 20(2)',
      'CCM art. 20(3)',
      'CCM art. 20(3)',
    ])
  })
  test('a hypothetical act that practice makes odd is said to be odd', async () => {
    const { err } = await pacta('whatif', 'ccm', '--act', '2027-01-01 CAN accession', '--', 'parties', 'ccm')
    expect(err).toContain('Odd: CAN acceded after it had signed; a signatory ratifies.')
    const plain = await pacta('whatif', 'ccm', '--act', '2027-01-01 USA accession', '--', 'parties', 'ccm')
    expect(plain.err).toBe('')
  })
  test('a notice during a conflict whose end is not known may be deferred', async () => {
    const asked = ['effect', 'ccm', 'withdrawal', '2024-09-06', '--conflict-until']
    const { out } = await pacta(...asked, 'unknown')
    expect(out.replace(/\s+/g, ' ')).toContain(
      'takes effect on 6 March 2025; or only when an armed conflict ends that the State is then engaged in.',
    )
    expect((await pacta(...asked, 'ongoing')).out).toContain('has no day of effect yet')
  })
  test('the same day as known before the notice', async () => {
    const { answer } = await json(
      'status',
      'Lithuania',
      'Convention on Cluster Munitions',
      '--on',
      '2025-03-05',
      '--known',
      '2024-08-31',
    )
    expect(answer).toMatchObject({ position: 'party', bound: true, until: null, known: '2024-08-31' })
    expect(answer).not.toHaveProperty('withdrawal')
  })
  test('a contracting State is told from when it is bound, and that the day is beyond the data', async () => {
    const { answer } = await json('status', 'VUT', 'ccm', '--on', '2025-10-01')
    expect(answer).toMatchObject({
      position: 'pending',
      bound: false,
      boundFrom: '2026-03-01',
      beyondData: true,
    })
    const { out } = await pacta('status', 'VUT', 'ccm', '--on', '2025-10-01')
    expect(out).toContain('it is bound from 1 March 2026')
    expect(out).toContain('As far as known: the acts of this treaty were checked through 30 September 2025.')
  })
  test('a withheld act is shown, and the answer is not decidable', async () => {
    const { answer } = await json('status', 'CUB', 'ctbt')
    expect(answer).toMatchObject({
      position: 'not_decidable',
      withheld: [{ kind: 'accession', about: '2021' }],
    })
  })
  test('a name that also stands in others is noted', async () => {
    const { err } = await pacta('status', 'Guinea', 'ccm')
    expect(err.replace(/\s+/g, ' ')).toContain('"Guinea" is read as Guinea; there are also')
  })
})

describe('pacta parties', () => {
  test('counts by a rule that is named, and names every member', async () => {
    const { answer } = await json('parties', 'ccm', '--on', '2010-08-01')
    expect(answer).toMatchObject({
      rule: 'in-force',
      count: 30,
      counts: { inForce: 30, deposited: 38, signedOrJoined: 108, signatories: 70 },
    })
    expect(answer.states).toHaveLength(30)
  })
  test('members of NATO outside the Convention', async () => {
    const { answer } = await json('parties', 'ccm', '--bloc', 'NATO', '--not', '--on', '2023-07-07')
    expect(answer.states).toEqual(['EST', 'FIN', 'GRC', 'LVA', 'POL', 'ROU', 'TUR', 'USA'])
    const { out } = await pacta('parties', 'ccm', '--bloc', 'NATO', '--not', '--on', '2023-07-07')
    expect(out).toContain(
      'Estonia · Finland · Greece · Latvia · Poland · Romania · Türkiye · United States of America',
    )
  })
  test('an incomplete bloc says so', async () => {
    const { answer } = await json('parties', 'ccm', '--bloc', 'Commonwealth')
    expect(answer.membersLeftOut).toBe(62)
    expect(answer.assumptions[0]).toContain(
      'incomplete here: 62 left out because their days are not verified',
    )
    const { out } = await pacta('parties', 'ccm', '--bloc', 'Commonwealth', '--on', '2025-09-05')
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /^At least 0 States of Commonwealth are bound by .*62 not verified and left out/,
    )
  })
  test('a region of the UN counts like a bloc', async () => {
    const { answer } = await json(
      'parties',
      'ccm',
      '--bloc',
      'region:Africa',
      '--rule',
      'deposited',
      '--on',
      '2011-10-24',
    )
    expect(answer.count).toBe(18)
  })
})

describe('pacta history, diff, effect, deadline, whatif', () => {
  test('history tells the acts and the stretches of days', async () => {
    const { answer } = await json('history', 'LTU', 'ccm')
    expect(answer.acts.map((act: { kind: string }) => act.kind)).toEqual([
      'signature',
      'ratification',
      'provisional-application',
      'withdrawal-notified',
    ])
    expect(
      answer.intervals.map((i: { position: string; from: string | null; until: string | null }) => [
        i.position,
        i.from,
        i.until,
      ]),
    ).toEqual([
      ['non_party', null, '2008-12-03'],
      ['signatory', '2008-12-03', '2011-03-24'],
      ['pending', '2011-03-24', '2011-09-01'],
      ['party', '2011-09-01', '2024-09-06'],
      ['withdrawing', '2024-09-06', '2025-03-06'],
      ['withdrawn', '2025-03-06', null],
    ])
    for (const key of FRAME) expect(answer).toHaveProperty(key)
    const { out } = await pacta('history', 'LTU')
    expect(out).toContain('Convention on Cluster Munitions')
  })
  test('diff names who changed, when and by which act', async () => {
    const { answer } = await json('diff', 'apmbc', '--from', '2025-12-01', '--to', '2026-03-01')
    expect(answer.changes).toHaveLength(5)
    expect(answer.changes[0]).toMatchObject({
      state: 'EST',
      from: 'withdrawing',
      to: 'withdrawn',
      day: '2025-12-27',
      act: { kind: 'withdrawal-notified', day: '2025-06-27' },
    })
  })
  test('effect gives both days of an ambiguous month sum', async () => {
    const { answer } = await json('effect', 'ccm', 'withdrawal', '2025-08-31')
    expect(answer).toMatchObject({ effective: null, alternatives: ['2026-02-28', '2026-03-01'] })
    const { out } = await pacta('effect', 'ccm', 'withdrawal', '2025-08-31')
    expect(out.replace(/\s+/g, ' ')).toContain(
      'takes effect on 28 February 2026 or on 1 March 2026: the treaty does not say which',
    )
  })
  test('effect with --before-threshold gives the treaty’s own date', async () => {
    const { answer } = await json('effect', 'ccm', 'ratification', '2012-01-01', '--before-threshold')
    expect(answer.effective).toBe('2010-08-01')
  })
  test.each([
    [
      ['ccm', '3', '--entry-into-force', '2010-11-01', '--completed', '2013-12-17'],
      { due: '2018-11-01', status: 'met' },
    ],
    [
      ['ccm', '3', '--entry-into-force', '2013-03-01', '--extended-to', '2024-04-01', '--on', '2024-04-01'],
      { due: '2024-04-01', status: 'running_extended' },
    ],
    [
      ['ccm', '3', '--entry-into-force', '2013-03-01', '--extended-to', '2024-04-01', '--on', '2024-04-02'],
      { due: '2024-04-01', status: 'overdue' },
    ],
    [
      ['ccm', '4', '--entry-into-force', '2012-03-01', '--on', '2020-01-01'],
      { due: '2022-03-01', status: 'running' },
    ],
    [
      [
        'ccm',
        '4',
        '--entry-into-force',
        '2011-05-01',
        '--hostilities-ended',
        '2018-12-31',
        '--on',
        '2020-01-01',
      ],
      { due: '2028-12-31', status: 'running' },
    ],
    [['ccm', '4(1)(b)', '--entry-into-force', '2011-05-01'], { due: null, status: 'not_started' }],
    [
      ['ccm', '7(1)', '--entry-into-force', '2016-04-01', '--completed', '2017-04-30'],
      { due: '2016-09-28', status: 'met_late' },
    ],
    [
      ['ccm', '7(2)', '--entry-into-force', '2010-11-01', '--on', '2011-05-01'],
      { due: '2012-04-30', status: 'running' },
    ],
    [
      ['ccm', '3', '--entry-into-force', '2012-02-29', '--on', '2013-01-01'],
      { due: '2020-02-29', status: 'running' },
    ],
    [
      ['ccm', '4(1)(a)', '--entry-into-force', '2012-02-29', '--on', '2013-01-01'],
      { due: null, alternatives: ['2022-02-28', '2022-03-01'] },
    ],
    [
      ['apmbc', '5', '--entry-into-force', '1999-03-01', '--on', '2000-01-01'],
      { due: '2009-03-01', status: 'running' },
    ],
  ])('deadline %j', async (args, expected) => {
    const { answer } = await json('deadline', ...args)
    expect(answer).toMatchObject(expected)
  })
  test('an extension longer than the treaty allows is a warning', async () => {
    const { answer } = await json(
      'deadline',
      'ccm',
      '4',
      '--entry-into-force',
      '2011-05-01',
      '--extended-to',
      '2026-05-02',
    )
    expect(answer.warnings).toEqual([
      'An extension is for at most 5 years at a time (CCM art. 4(5)): from 1 May 2021 to 1 May 2026 at the latest.',
    ])
  })
  test('whatif marks every answer as hypothetical and writes nothing', async () => {
    const { answer } = await json(
      'whatif',
      'ccm',
      '--act',
      '2027-01-10 USA accession',
      '--',
      'status',
      'USA',
      'ccm',
      '--on',
      '2027-07-01',
    )
    expect(answer).toMatchObject({
      position: 'party',
      hypothetical: [{ state: 'USA', kind: 'accession', day: '2027-01-10' }],
    })
    const { out } = await pacta(
      'whatif',
      'ccm',
      '--act',
      '2027-01-10 USA accession',
      '--',
      'parties',
      'ccm',
      '--on',
      '2027-07-01',
    )
    expect(out).toMatch(/^Hypothetical, with 2027-01-10 USA accession:/)
    expect((await json('status', 'USA', 'ccm', '--on', '2027-07-01')).answer.position).toBe('non_party')
  })
})

describe('pacta verify', () => {
  test('compares every published figure and lists each difference with its reason', async () => {
    const { answer, code } = await json('verify')
    expect(code).toBe(1)
    expect(answer.checked).toBe(answer.agreements + answer.disagreements.length)
    expect(answer.checked + answer.notComputed.length).toBe(246)
    expect(answer.disagreements.filter((item: { reason: string }) => item.reason === '')).toEqual([])
    expect(answer.problems.filter((problem: { severity: string }) => problem.severity === 'error')).toEqual(
      [],
    )
  })
  test('nothing is left unexplained', async () => {
    expect((await pacta('verify', '--unexplained')).code).toBe(0)
  })
  test('one pack can be checked alone', async () => {
    const { out } = await pacta('verify', 'data/treaties/cfe')
    expect(out).toContain('CFE withdrawal effective of Russian Federation')
    expect(out).not.toContain('CCM')
  })
})

describe('what cannot be understood exits with 2, a message and the way out', () => {
  test.each([
    [['status', 'Lituania', 'ccm'], 'No State is called "Lituania".\nLithuania\nType its name'],
    [['status', 'Korea', 'ccm'], '"Korea" may name several States: Republic of Korea (KOR)'],
    [['status', 'LTU', 'ccn'], 'No treaty is called "ccn".\nCCM'],
    [['status', 'LTU', 'APII'], '"APII" may name several treaties'],
    [['status', 'LTU', 'ccm', '--on', '2025-02-30'], '"2025-02-30" is not a day that exists (--on).'],
    [['parties', 'ccm', '--rule', 'ratified'], '"ratified" is not a counting rule.'],
    [['parties', 'ccm', '--bloc', 'NATOO'], 'No bloc is called "NATOO".\nNATO'],
    [['parties', 'ccm', '--bloc', 'region:Afrika'], '"Afrika" is not a region.\nAfrica'],
    [['diff', 'ccm', '--from', '2025-01-01'], 'diff needs both days.'],
    [['diff', 'ccm', '--from', '2025-01-01', '--to', '2024-01-01'], '2025-01-01 is later than 2024-01-01.'],
    [
      ['effect', 'ccm', 'signature', '2010-08-01'],
      'This act cannot be: It was open for signature only until 1 August 2010. (CCM art. 15)',
    ],
    [
      ['effect', 'ccm', 'accession', '2026-01-01', '--state', 'KEN'],
      'Kenya signed on 3 December 2008: accession is for a State that has not signed (CCM art. 16(2)).',
    ],
    [['effect', 'ccm', 'signature', '2009-05-01', '--state', 'FRA'], 'France had signed already'],
    [['effect', 'ccm', 'marriage', '2010-08-01'], '"marriage" is not a kind of act.'],
    [['deadline', 'ccm', '3'], 'deadline needs the day the treaty entered into force for the State.'],
    [
      ['deadline', 'ccm', '99', '--entry-into-force', '2010-08-01'],
      'The pack of ccm declares no single deadline under article "99".',
    ],
    [['whatif', 'ccm', '--act', 'USA accession', '--', 'parties', 'ccm'], '"USA accession" is not an act.'],
    [['whatif', 'ccm', '--act', '2027-01-01 USA accession'], 'whatif needs a command to run.'],
    [['verify', 'nowhere'], 'nowhere is neither a data folder nor a treaty pack in one.'],
    [['completion', 'tcsh'], '"tcsh" is not a shell.'],
    [['serve', '--port', 'x'], '"x" is not a port.'],
    [['status', 'LTU'], "error: missing required argument 'treaty'"],
    [['statsu', 'LTU', 'ccm'], 'Did you mean status?'],
    [['status', 'LTU', 'ccm', '--onn', '2025-01-01'], "error: unknown option '--onn'"],
  ])('pacta %j', async (args, message) => {
    const { err, out, code } = await pacta(...args)
    expect(err).toContain(message)
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})

describe('help and completion', () => {
  test('help names every command and the exit codes', async () => {
    const { out, code } = await pacta('--help')
    expect(code).toBe(0)
    for (const word of [
      'status',
      'parties',
      'history',
      'diff',
      'effect',
      'deadline',
      'whatif',
      'verify',
      'read',
      'check',
      'serve',
      'Exit codes',
    ])
      expect(out).toContain(word)
  })
  test.each([
    'bash',
    'zsh',
    'fish',
  ])('a completion script for %s names the commands and treaties', async shell => {
    const { out } = await pacta('completion', shell)
    expect(out).toContain('status')
    expect(out).toContain('apmbc')
  })
})
