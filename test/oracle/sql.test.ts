import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../src/core/calendar/index.ts'
import { tally } from '../../src/core/register/index.ts'
import { isConsent, type TreatyId } from '../../src/core/treaties/index.ts'
import { shipped } from '../support.ts'
import { type Database, embedded, server, serverAvailable } from './postgres.ts'

/** The final clauses written a second time, in the date arithmetic of PostgreSQL. */
const BOUND: Readonly<Record<string, string>> = {
  ccm: `case when deposit <= '2010-02-16' then date '2010-08-01' else (date_trunc('month', deposit) + interval '6 months')::date end`,
  cwc: `case when deposit <= '1997-04-29' then date '1997-04-29' else deposit + 30 end`,
  att: `case when deposit <= '2014-12-24' then date '2014-12-24' else deposit + 90 end`,
  'ccw-p4': `case when deposit <= '1998-01-30' then date '1998-07-30' else (deposit + interval '6 months')::date end`,
}
const LEFT: Readonly<Record<string, string>> = {
  ccm: `(notice + interval '6 months')::date`,
  cwc: `notice + 90`,
  att: `notice + 90`,
  'ccw-p4': `(notice + interval '1 year')::date`,
}

const counts = (treaty: string): string => `
  with standing as (
    select state, min(done) filter (where consent) as deposit, min(done) filter (where kind = 'withdrawal-notified') as notice
    from act where treaty = $1 group by state having not bool_or(kind = 'succession')
  ), spans as (select state, ${BOUND[treaty]} as bound, ${LEFT[treaty]} as gone from standing where deposit is not null)
  select count(*)::int as n from spans where bound <= $2::date and (gone is null or $2::date < gone)`

/** States that succeeded are left out of both: their notification reaches back, which SQL is not told. */
const statesFor = (treaty: TreatyId) => {
  const { register } = shipped()
  const acts = register.ledgers.get(treaty)?.acts ?? []
  const successors = new Set(acts.filter(act => act.kind === 'succession').map(act => act.state))
  return [...register.world.states.keys()].filter(state => !successors.has(state))
}

const FAR = day('2099-12-31')

/** Days on which no State of the treaty is undecided, spread over its life. */
const daysFor = (treaty: TreatyId): readonly Day[] => {
  const { register } = shipped()
  const among = statesFor(treaty)
  const first = register.treaties.get(treaty)?.adopted.day ?? day('1990-01-01')
  return Array.from({ length: 60 }, (_, i) => addDays(first, i * 127)).filter(
    on => tally(register, { treaty, on, knownAt: FAR, rule: 'in-force', among }).undecided.length === 0,
  )
}

const load = async (db: Database): Promise<void> => {
  await db.rows('drop table if exists act')
  await db.rows('create table act (treaty text, state text, kind text, done date, consent boolean)')
  const { ledgers } = shipped().register
  const acts = Object.keys(BOUND).flatMap(id => ledgers.get(id as TreatyId)?.acts ?? [])
  const column = (pick: (act: (typeof acts)[number]) => string): string => `{${acts.map(pick).join(',')}}`
  await db.rows(
    'insert into act select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::boolean[])',
    [
      column(a => a.treaty),
      column(a => a.state),
      column(a => a.kind),
      column(a => a.done.latest),
      column(a => String(isConsent(a.kind))),
    ],
  )
}

const agrees = (start: () => Promise<Database>): void => {
  let db: Database
  beforeAll(async () => {
    db = await start()
    await load(db)
  }, 120_000)
  afterAll(async () => {
    await db.stop()
  })
  test.each(Object.keys(BOUND))('the register and SQL count the same States bound by %s', async treaty => {
    const days = daysFor(treaty as TreatyId)
    const among = statesFor(treaty as TreatyId)
    expect(days.length).toBeGreaterThan(20)
    for (const on of days) {
      const [row] = await db.rows(counts(treaty), [treaty, on])
      const { count } = tally(shipped().register, {
        treaty: treaty as TreatyId,
        on,
        knownAt: FAR,
        rule: 'in-force',
        among,
      })
      expect(`${on} ${row?.n}`).toBe(`${on} ${count}`)
    }
  })
}

describe('against the embedded PostgreSQL', () => {
  agrees(embedded)
})

if (serverAvailable() || process.env.PACTA_REQUIRE_ALL === '1')
  describe('against a PostgreSQL server', () => {
    agrees(server)
  })
else
  describe('against a PostgreSQL server', () => {
    test('counts as the register does', ({ skip }) =>
      skip('install Debian’s postgresql, or set PACTA_DATABASE_URL to a server that may be written to'))
  })
