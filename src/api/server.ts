import { existsSync } from 'node:fs'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { InputError } from './ask.ts'
import type { ServerParts } from './parts.ts'
import { type ApiProblem, badQuestion } from './problem.ts'
import { addRegisterRoutes } from './register.ts'

const CONTENT_SECURITY = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
}

const problemOf = (error: unknown): ApiProblem => {
  if (error instanceof InputError) return badQuestion(error.message, error.wayOut, error.suggestions)
  const status = statusOf(error)
  if (status >= 400 && status < 500)
    return {
      type: 'about:blank',
      title: 'This question cannot be answered.',
      status,
      detail: messageOf(error),
    }
  return {
    type: 'about:blank',
    title: 'Pacta itself is wrong here.',
    status: 500,
    detail: 'See the server’s log.',
  }
}

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const addErrors = (server: FastifyInstance): void => {
  server.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) request.log.error(error)
    await reply.code(problem.status).type('application/problem+json').send(problem)
  })
  server.setNotFoundHandler(async (request, reply) => {
    const problem: ApiProblem = {
      type: 'about:blank',
      title: 'There is nothing at this address.',
      status: 404,
      detail: `${request.method} ${request.url.split('?')[0]} is not known. The web app is at /.`,
    }
    await reply.code(404).type('application/problem+json').send(problem)
  })
}

/** The HTTP server: the register's questions under /api, and the web app where it is built. */
export const createServer = async (parts: ServerParts): Promise<FastifyInstance> => {
  const server = fastify({ logger: { level: 'warn' }, forceCloseConnections: true })
  await server.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY, strictTransportSecurity: false })
  await server.register(rateLimit, { max: parts.perMinute ?? 6000, timeWindow: '1 minute' })
  addErrors(server)
  addRegisterRoutes(server, parts)
  if (parts.webFolder && existsSync(parts.webFolder))
    await server.register(fastifyStatic, { root: parts.webFolder, index: 'index.html' })
  return server
}
