import { existsSync } from 'node:fs'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { addErrors, answerBadConnection, answerError } from './errors.ts'
import type { ServerParts } from './parts.ts'
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

/** The HTTP server: the register's questions under /api, and the web app where it is built. */
export const createServer = async (parts: ServerParts): Promise<FastifyInstance> => {
  const server = fastify({
    logger: { level: 'warn' },
    forceCloseConnections: true,
    ajv: { customOptions: { removeAdditional: false, allErrors: true } },
    frameworkErrors: answerError,
    clientErrorHandler: answerBadConnection,
  })
  await server.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY, strictTransportSecurity: false })
  await server.register(rateLimit, { max: parts.perMinute ?? 6000, timeWindow: '1 minute' })
  addErrors(server)
  addRegisterRoutes(server, parts)
  if (parts.webFolder && existsSync(parts.webFolder))
    await server.register(fastifyStatic, { root: parts.webFolder, index: 'index.html' })
  return server
}
