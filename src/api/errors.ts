import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { InputError, near } from './ask.ts'
import { type ApiProblem, badQuestion, notAnswered, PROBLEM_TYPE } from './problem.ts'

/** What a schema found wrong, as the validator says it. */
interface Finding {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

/** A parameter that nobody reads comes first: it is often a misspelling of the one that is missing. */
const ORDER = ['additionalProperties', 'required']

const placeOf = ({ keyword }: Finding): number => {
  const place = ORDER.indexOf(keyword)
  return place < 0 ? ORDER.length : place
}

const parameterOf = ({ instancePath, params }: Finding): string => {
  const { additionalProperty, missingProperty } = params
  const named = additionalProperty ?? missingProperty
  return typeof named === 'string' ? named : instancePath.slice(1)
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

const unknownParameter = (name: string, known: readonly string[]): ApiProblem => {
  const wayOut = known.length > 0 ? `Known are: ${known.join(', ')}.` : 'This address takes none.'
  return notAnswered(
    400,
    `The parameter "${shortened(name)}" is not known here. ${wayOut}`,
    near(name, known),
  )
}

const findingInWords = (finding: Finding): string => {
  const parameter = `The parameter "${parameterOf(finding)}"`
  const { limit, type } = finding.params
  switch (finding.keyword) {
    case 'required':
      return `${parameter} is missing. Add it to the address.`
    case 'maxLength':
      return `${parameter} is longer than ${String(limit)} characters. Shorten it.`
    case 'type':
      return type === 'boolean'
        ? `${parameter} is neither true nor false. Write one of the two.`
        : `${parameter} stands more than once. Write it once.`
    default:
      return `${parameter} ${finding.message ?? 'cannot be read'}.`
  }
}

const parametersOf = (request: FastifyRequest): readonly string[] => {
  const query = request.routeOptions.schema?.querystring
  if (typeof query !== 'object' || query === null || !('properties' in query)) return []
  return Object.keys(query.properties ?? {})
}

const badParameter = (findings: readonly Finding[], request: FastifyRequest): ApiProblem => {
  const [first] = [...findings].sort((a, b) => placeOf(a) - placeOf(b))
  if (first?.keyword === 'additionalProperties')
    return unknownParameter(parameterOf(first), parametersOf(request))
  return notAnswered(400, first ? findingInWords(first) : 'Its parameters cannot be read.')
}

const WRONG_HERE: ApiProblem = {
  type: 'about:blank',
  title: 'Pacta itself is wrong here.',
  status: 500,
  detail: 'See the server’s log.',
}

const problemOf = (error: FastifyError | InputError, request: FastifyRequest): ApiProblem => {
  if (error instanceof InputError) return badQuestion(error.message, error.wayOut, error.suggestions)
  if (error.validation) return badParameter(error.validation, request)
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? notAnswered(status, error.message) : WRONG_HERE
}

/** Answers an error in the form of RFC 9457, whoever found it: a route, a schema or the framework. */
export const answerError = (
  error: FastifyError | InputError,
  request: FastifyRequest,
  reply: FastifyReply,
): void => {
  const problem = problemOf(error, request)
  if (problem.status >= 500) request.log.error(error)
  reply.code(problem.status).type(PROBLEM_TYPE).send(problem)
}

/** Says what is wrong with every question that cannot be answered. */
export const addErrors = (server: FastifyInstance): void => {
  server.setErrorHandler<FastifyError | InputError>(answerError)
  server.setNotFoundHandler(async (request, reply) => {
    const problem: ApiProblem = {
      type: 'about:blank',
      title: 'There is nothing at this address.',
      status: 404,
      detail: `${request.method} ${shortened(request.url.split('?')[0] ?? '')} is not known. The web app is at /.`,
    }
    await reply.code(404).type(PROBLEM_TYPE).send(problem)
  })
}

const CONNECTION_PROBLEMS: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time. Ask again.'],
  HPE_HEADER_OVERFLOW: [431, 'The address or the headers are too long. Shorten them.'],
}

/** Answers what is no HTTP at all, before there is a request, and closes the connection. */
export const answerBadConnection = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [status, detail] = CONNECTION_PROBLEMS[error.code ?? ''] ?? [400, 'This is not an HTTP request.']
  const body = JSON.stringify(notAnswered(status, detail))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    'Connection: close',
  ]
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  else socket.destroy(error)
}
