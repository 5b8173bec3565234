import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Day } from '../core/calendar/index.ts'
import { sourcesInWords } from '../core/evidence/index.ts'
import {
  type Board,
  boardOf,
  COUNTING_RULES,
  diffAnswer,
  historyAnswer,
  partiesAnswer,
  statusAnswer,
} from '../core/register/index.ts'
import { shortName, type Treaty, type TreatyId } from '../core/treaties/index.ts'
import { amongFrom, choiceFrom, dayFrom, InputError, stateFrom, treatyFrom } from './ask.ts'
import { refuseOtherMethods } from './methods.ts'
import type { ServerParts } from './parts.ts'

const Text = Type.String({ maxLength: 200 })
const Known = { known: Type.Optional(Text) }
const Days = { on: Type.Optional(Text), ...Known }
/** A parameter that is not read would be an answer to another question than the one asked: it is refused. */
const ONLY = { additionalProperties: false }
const NoQuery = Type.Object({}, ONLY)
const StatusQuery = Type.Object({ state: Text, treaty: Text, ...Days }, ONLY)
const PartiesQuery = Type.Object(
  {
    treaty: Text,
    rule: Type.Optional(Text),
    bloc: Type.Optional(Text),
    not: Type.Optional(Type.Boolean()),
    ...Days,
  },
  ONLY,
)
const HistoryQuery = Type.Object({ state: Text, treaty: Type.Optional(Text), ...Days }, ONLY)
const DiffQuery = Type.Object({ treaty: Text, from: Text, to: Text, ...Known }, ONLY)
const KnownQuery = Type.Object(Known, ONLY)
const TreatyParams = Type.Object({ id: Text })

const treatyView = (treaty: Treaty) => ({
  id: treaty.id,
  title: treaty.title,
  shortName: shortName(treaty),
  names: treaty.names,
  about: treaty.about,
  adopted: treaty.adopted.day,
  opened: treaty.opened?.day ?? null,
  entryIntoForce: treaty.inForce?.day ?? null,
  checkedThrough: treaty.checked.through,
  complete: treaty.checked.complete,
  checkedNote: treaty.checked.note,
})

/** The first and the last day of a comparison, in their order. */
const spanFrom = (query: { from: string; to: string }): { from: Day; to: Day } => {
  const span = { from: dayFrom(query.from, 'from'), to: dayFrom(query.to, 'to') }
  if (span.from <= span.to) return span
  throw new InputError(`${span.from} is later than ${span.to}.`, 'Exchange from and to.')
}

/** The days of a question as typed in its address; today where none is given. */
const daysFrom = (query: { on?: string; known?: string }, today: Day) => ({
  on: query.on === undefined ? today : dayFrom(query.on, 'on'),
  knownAt: query.known === undefined ? today : dayFrom(query.known, 'known'),
})

/** The boards last asked for, most recent last, so that a page that is opened again is quick. */
const boardsOf = (parts: ServerParts, kept = 64) => {
  const boards = new Map<string, Board>()
  return (id: TreatyId, known: Day): Board => {
    const key = `${id} ${known}`
    const board = boards.get(key) ?? boardOf(parts.loaded.register, id, known)
    boards.delete(key)
    boards.set(key, board)
    const [oldest] = boards.keys()
    if (boards.size > kept && oldest !== undefined) boards.delete(oldest)
    return board
  }
}

/** The register's questions over HTTP, answered as the command line answers them with --json. */
export const addRegisterRoutes = (server: FastifyInstance, parts: ServerParts): void => {
  refuseOtherMethods(server)
  addTreatyRoutes(server, parts)
  addStatusRoutes(server, parts)
  addCountRoutes(server, parts)
}

const addTreatyRoutes = (server: FastifyInstance, parts: ServerParts): void => {
  const { register } = parts.loaded
  const board = boardsOf(parts)
  server.get('/api/treaties', { schema: { querystring: NoQuery } }, async () => ({
    today: parts.today(),
    treaties: [...register.treaties.values()].map(treatyView),
  }))
  server.get<{ Params: Static<typeof TreatyParams>; Querystring: Static<typeof KnownQuery> }>(
    '/api/treaties/:id/timelines',
    { schema: { params: TreatyParams, querystring: KnownQuery } },
    async request => {
      const treaty = treatyFrom(register.treaties, request.params.id)
      const today = parts.today()
      return { today, ...board(treaty.id, daysFrom(request.query, today).knownAt) }
    },
  )
}

const addStatusRoutes = (server: FastifyInstance, parts: ServerParts): void => {
  const { register, sources } = parts.loaded
  server.get<{ Querystring: Static<typeof StatusQuery> }>(
    '/api/status',
    { schema: { querystring: StatusQuery } },
    async ({ query }) => {
      const { on, knownAt } = daysFrom(query, parts.today())
      const { state, note } = stateFrom(register.world, query.state, on)
      const treaty = treatyFrom(register.treaties, query.treaty)
      const answer = statusAnswer(register, { state: state.iso3, treaty: treaty.id, on, knownAt })
      const reasons = answer.reasons.map(reason => ({
        ...reason,
        source: sourcesInWords(reason.source, sources),
      }))
      return { ...answer, reasons, notes: note ? [note] : [] }
    },
  )
  server.get<{ Querystring: Static<typeof HistoryQuery> }>(
    '/api/history',
    { schema: { querystring: HistoryQuery } },
    async ({ query }) => {
      const { on, knownAt } = daysFrom(query, parts.today())
      const { state } = stateFrom(register.world, query.state, on)
      const ids =
        query.treaty === undefined
          ? [...register.treaties.keys()]
          : [treatyFrom(register.treaties, query.treaty).id]
      return { ...historyAnswer(register, state.iso3, ids, knownAt), on, known: knownAt }
    },
  )
}

const addCountRoutes = (server: FastifyInstance, parts: ServerParts): void => {
  const { register } = parts.loaded
  server.get<{ Querystring: Static<typeof PartiesQuery> }>(
    '/api/parties',
    { schema: { querystring: PartiesQuery } },
    async ({ query }) => {
      const treaty = treatyFrom(register.treaties, query.treaty)
      const rule = choiceFrom(query.rule ?? 'in-force', COUNTING_RULES, 'counting rule')
      const among = query.bloc === undefined ? undefined : amongFrom(register.world, query.bloc)
      const days = daysFrom(query, parts.today())
      return partiesAnswer(register, {
        treaty: treaty.id,
        rule,
        not: query.not ?? false,
        ...days,
        ...(among && { among }),
      })
    },
  )
  server.get<{ Querystring: Static<typeof DiffQuery> }>(
    '/api/diff',
    { schema: { querystring: DiffQuery } },
    async ({ query }) => {
      const treaty = treatyFrom(register.treaties, query.treaty)
      const { knownAt } = daysFrom(
        { ...(query.known !== undefined && { known: query.known }) },
        parts.today(),
      )
      return diffAnswer(register, { treaty: treaty.id, ...spanFrom(query), knownAt })
    },
  )
}
