// Asks the register and PostgreSQL the same questions in one run and prints what each took.
import { day } from '../dist/core/calendar/index.js'
import { decided, segmentOn, tally, timeline } from '../dist/core/register/index.js'
import { loadData } from '../dist/store/data.js'
import { median, milliseconds, randomFrom, row, timed } from './measure.mjs'

const QUESTIONS = 10_000
const data = new URL('../data', import.meta.url).pathname

const questionsFor = register => {
  const random = randomFrom(42)
  const states = [...register.world.states.keys()]
  const treaties = [...register.treaties.keys()]
  const anyDay = () =>
    day(
      `${1960 + random(67)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`,
    )
  return Array.from({ length: QUESTIONS }, () => ({
    state: states[random(states.length)],
    treaty: treaties[random(treaties.length)],
    on: anyDay(),
    knownAt: anyDay(),
  }))
}

const answerOf = (register, question) => decided(segmentOn(register, question))?.is ?? 'not_decidable'

/** Every stretch of days of every State under every treaty, for every stretch of days with the same knowledge. */
const bitemporalRows = register => {
  const rows = []
  for (const treaty of register.treaties.values())
    for (const state of register.world.states.keys()) {
      const acts = register.ledgers.get(treaty.id)?.acts.filter(act => act.state === state) ?? []
      const withheld =
        register.ledgers.get(treaty.id)?.withheld.filter(marker => marker.state === state) ?? []
      const parent = treaty.partOf
        ? (register.ledgers.get(treaty.partOf.treaty)?.acts.filter(act => act.state === state) ?? [])
        : []
      const turns = [
        ...new Set([
          day('0001-01-01'),
          ...[...acts, ...parent].map(act => act.knownFrom),
          ...withheld.map(m => m.about.earliest),
          treaty.inForce?.thresholdReached ?? treaty.inForce?.day ?? day('0001-01-01'),
        ]),
      ].sort()
      turns.forEach((knownAt, i) => {
        const { segments } = timeline(register, { state, treaty: treaty.id, knownAt })
        segments.forEach((segment, j) => {
          rows.push([
            treaty.id,
            state,
            segment.from ?? '0001-01-01',
            segments[j + 1]?.from ?? '9999-12-31',
            knownAt,
            turns[i + 1] ?? '9999-12-31',
            decided(segment)?.is ?? 'not_decidable',
          ])
        })
      })
    }
  return rows
}

const COLUMNS =
  'treaty text, state text, valid_from date, valid_until date, known_from date, known_until date, position text'
const ONE = `select position from standing where treaty = $1 and state = $2 and valid_from <= $3 and $3 < valid_until and known_from <= $4 and $4 < known_until`
const MANY = `select q.i, s.position from unnest($1::int[], $2::text[], $3::text[], $4::date[], $5::date[]) as q(i, treaty, state, day, known)
  join standing s on s.treaty = q.treaty and s.state = q.state and s.valid_from <= q.day and q.day < s.valid_until and s.known_from <= q.known and q.known < s.known_until`

const connect = async () => {
  if (process.env.PACTA_DATABASE_URL) {
    const { default: postgres } = await import('postgres')
    const sql = postgres(process.env.PACTA_DATABASE_URL, { onnotice: () => {}, fetch_types: false })
    return {
      name: 'PostgreSQL server',
      query: (text, values = []) => sql.unsafe(text, values, { prepare: true }),
      close: () => sql.end(),
    }
  }
  const { PGlite } = await import('@electric-sql/pglite')
  const db = new PGlite()
  return {
    name: 'embedded PostgreSQL (PGlite)',
    query: async (text, values) => (await db.query(text, values)).rows,
    close: () => db.close(),
  }
}

const asText = list => `{${list.join(',')}}`

const askSql = async (db, rows, questions) => {
  await db.query('drop table if exists standing')
  await db.query(`create table standing (${COLUMNS})`)
  for (let i = 0; i < rows.length; i += 2000) {
    const part = rows.slice(i, i + 2000)
    const arrays = part[0].map((_, column) => asText(part.map(cells => cells[column])))
    await db.query(
      'insert into standing select * from unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::date[], $6::date[], $7::text[])',
      arrays,
    )
  }
  await db.query('create index standing_asked on standing (treaty, state, valid_from)')
  await db.query('analyze standing')
  const few = questions.slice(0, 1000)
  const single = []
  const one = await milliseconds(async () => {
    for (const { treaty, state, on, knownAt } of few)
      single.push((await db.query(ONE, [treaty, state, on, knownAt]))[0]?.position)
  })
  let all = []
  const many = await milliseconds(async () => {
    const columns = [
      questions.map((_, i) => i),
      questions.map(q => q.treaty),
      questions.map(q => q.state),
      questions.map(q => q.on),
      questions.map(q => q.knownAt),
    ]
    all = await db.query(MANY, columns.map(asText))
  })
  return { one: (one * 1000) / few.length, many: (many * 1000) / questions.length, single, all }
}

const disagreements = (register, questions, { single, all }) => {
  const wrongOne = single.filter((position, i) => position !== answerOf(register, questions[i])).length
  const wrongMany = all.filter(({ i, position }) => position !== answerOf(register, questions[i])).length
  return wrongOne + wrongMany + (all.length === questions.length ? 0 : questions.length - all.length)
}

export const benchRegister = async () => {
  const { register } = loadData(data)
  const questions = questionsFor(register)
  const rounds = 20
  for (const question of questions) answerOf(register, question)
  const runs = Array.from({ length: 7 }, () =>
    timed(() => {
      for (let i = 0; i < rounds; i++) for (const question of questions) segmentOn(register, question)
    }),
  )
  const ours = (median(runs) * 1000) / (rounds * questions.length)
  const days = questions.slice(0, 300).map(({ on }) => on)
  const world = timed(() => {
    for (const on of days)
      tally(register, { treaty: 'ccm', on, knownAt: day('2026-01-01'), rule: 'in-force' })
  })
  row('position of a State, register', `${ours.toFixed(3)} µs a question`, 'target: at most 2 µs')
  row(
    'the whole world, one treaty, one day',
    `${(world / days.length).toFixed(3)} ms`,
    'target: at most 1 ms',
  )
  const rows = bitemporalRows(register)
  const db = await connect()
  const sql = await askSql(db, rows, questions)
  row(
    `the same, ${db.name}, one by one`,
    `${sql.one.toFixed(0)} µs a question`,
    `${(sql.one / ours).toFixed(0)} times the register's`,
  )
  row(
    `the same, ${db.name}, one statement`,
    `${sql.many.toFixed(1)} µs a question`,
    `${(sql.many / ours).toFixed(0)} times the register's`,
  )
  row(
    'rows of the bitemporal table',
    `${rows.length}`,
    `${disagreements(register, questions, sql)} answers differ`,
  )
  await db.close()
}
