import type { FastifyInstance } from 'fastify'
import { notAnswered, PROBLEM_TYPE } from './problem.ts'

const ALLOWED = ['GET', 'HEAD']

/** Makes every address that is read from now on answer 405 to a method that would write; a body is not read. */
export const refuseOtherMethods = (server: FastifyInstance): void => {
  const others = server.supportedMethods.filter(method => !ALLOWED.includes(method))
  server.addHook('onRoute', ({ method, url }) => {
    if (method !== 'GET' || url.includes('*')) return
    server.route({
      method: others,
      url,
      onRequest: async (request, reply) => {
        const detail = `${request.method} is not known here: the register is only read. Ask with GET.`
        return reply
          .code(405)
          .header('allow', ALLOWED.join(', '))
          .type(PROBLEM_TYPE)
          .send(notAnswered(405, detail))
      },
      handler: async () => undefined,
    })
  })
}
