import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { amongFrom, near, stateFrom } from '../../src/api/ask.ts'
import { createServer } from '../../src/api/server.ts'
import { day } from '../../src/core/calendar/index.ts'
import { shipped } from '../support.ts'

let server: Awaited<ReturnType<typeof createServer>>

beforeAll(async () => {
  server = await createServer({ loaded: shipped(), today: () => day('2026-11-22') })
})
afterAll(async () => {
  await server.close()
})

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'

const get = async (url: string) => {
  const response = await server.inject({ method: 'GET', url })
  return { status: response.statusCode, type: response.headers['content-type'], body: response.json() }
}

describe('the register over HTTP', () => {
  test('the treaties come with the day and how far they were checked', async () => {
    const { body } = await get('/api/treaties')
    expect(body.today).toBe('2026-11-22')
    expect(body.treaties).toHaveLength(22)
    expect(body.treaties.find((treaty: { id: string }) => treaty.id === 'ccm')).toMatchObject({
      shortName: 'CCM',
      entryIntoForce: '2010-08-01',
      checkedThrough: '2025-09-30',
    })
  })
  test('a status is the command line’s, with sources in words', async () => {
    const { body } = await get('/api/status?state=LTU&treaty=ccm&on=2025-03-05')
    expect(body).toMatchObject({ position: 'withdrawing', bound: true, until: '2025-03-06', notes: [] })
    expect(body.reasons[0].source).toContain('UN Treaty Collection')
  })
  test('the timelines of a treaty give the counts of any day without another question', async () => {
    const { body } = await get('/api/treaties/ccm/timelines?known=2026-11-22')
    const on = '2023-12-31'
    type Segment = { from: string | null; until: string | null; counts: Record<string, string> }
    const at = (segments: Segment[]) =>
      segments.find(s => (s.from ?? '') <= on && (s.until === null || on < s.until))
    const count = (rule: string) =>
      body.states.filter((state: { segments: Segment[] }) => at(state.segments)?.counts[rule] === 'yes')
        .length
    expect([count('inForce'), count('deposited'), count('signedOrJoined')]).toEqual([111, 112, 124])
  })
  test('parties, history and diff answer as the command line does', async () => {
    expect((await get('/api/parties?treaty=ccm&bloc=NATO&not=true&on=2023-07-07')).body.count).toBe(8)
    expect((await get('/api/history?state=Lithuania&treaty=ccm')).body.acts).toHaveLength(4)
    expect((await get('/api/diff?treaty=apmbc&from=2025-12-01&to=2026-03-01')).body.changes).toHaveLength(5)
  })
  test('parties are counted within a region as the command line does', async () => {
    const { body } = await get('/api/parties?treaty=ccm&bloc=region:Africa&on=2025-01-01')
    expect(body).toMatchObject({ among: 'Africa', rule: 'in-force' })
    expect(body.count).toBeGreaterThan(30)
    expect(amongFrom(shipped().register.world, 'region:Africa')).toEqual({ region: 'Africa' })
  })
  test('HEAD is answered wherever GET is', async () => {
    expect((await server.inject({ method: 'HEAD', url: '/api/treaties' })).statusCode).toBe(200)
  })
})

describe('questions that cannot be understood', () => {
  test.each([
    ['/api/status?state=Lituania&treaty=ccm', 400, 'No State is called "Lituania".'],
    ['/api/status?state=LTU&treaty=ccm&on=2025-02-30', 400, '"2025-02-30" is not a day that exists (on).'],
    ['/api/status?treaty=ccm', 400, 'This question cannot be answered.'],
    ['/api/treaties/nothing/timelines', 400, 'No treaty is called "nothing".'],
    ['/api/nothing', 404, 'There is nothing at this address.'],
    ['/api/history?state=LTU&treaty=', 400, 'No treaty is called "".'],
    ['/api/diff?treaty=ccm&from=2026-03-01&to=2025-12-01', 400, '2026-03-01 is later than 2025-12-01.'],
    ['/api/parties?treaty=ccm&bloc=region:Narnia', 400, '"Narnia" is not a region.'],
    [`/api/status?state=${'x'.repeat(120)}&treaty=ccm`, 400, `No State is called "${'x'.repeat(79)}…".`],
    [`/api/status?state=LTU&treaty=${'x'.repeat(120)}`, 400, `No treaty is called "${'x'.repeat(79)}…".`],
    [`/api/treaties/${'x'.repeat(300)}/timelines`, 414, 'This question cannot be answered.'],
    ['/api/treaties/%E0%A4%A/timelines', 400, 'This question cannot be answered.'],
  ])('%s', async (url, status, title) => {
    const answer = await get(url)
    expect(answer.status).toBe(status)
    expect(answer.type).toContain('application/problem+json')
    expect(answer.body).toMatchObject({ title, status })
  })
  test.each([
    [
      '/api/status?state=LTU&treaty=ccm&onn=2025-01-01',
      'The parameter "onn" is not known here. Known are: state, treaty, on, known.',
    ],
    [
      '/api/status?sate=LTU&treaty=ccm',
      'The parameter "sate" is not known here. Known are: state, treaty, on, known.',
    ],
    ['/api/treaties?on=2025-01-01', 'The parameter "on" is not known here. This address takes none.'],
    ['/api/treaties/ccm/timelines?on=2025-01-01', 'The parameter "on" is not known here. Known are: known.'],
    [
      `/api/treaties?${'x'.repeat(100)}=1`,
      `The parameter "${'x'.repeat(79)}…" is not known here. This address takes none.`,
    ],
    ['/api/status?treaty=ccm', 'The parameter "state" is missing. Add it to the address.'],
    [
      `/api/status?state=${'x'.repeat(201)}&treaty=ccm`,
      'The parameter "state" is longer than 200 characters. Shorten it.',
    ],
    [
      `/api/status?state=LTU&treaty=${'x'.repeat(201)}`,
      'The parameter "treaty" is longer than 200 characters. Shorten it.',
    ],
    [
      `/api/parties?treaty=ccm&bloc=${'x'.repeat(201)}`,
      'The parameter "bloc" is longer than 200 characters. Shorten it.',
    ],
    [
      '/api/parties?treaty=ccm&not=maybe',
      'The parameter "not" is neither true nor false. Write one of the two.',
    ],
    [
      '/api/status?state=LTU&state=LVA&treaty=ccm',
      'The parameter "state" stands more than once. Write it once.',
    ],
  ])('%s: %s', async (url, detail) => {
    const { status, type, body } = await get(url)
    expect(status).toBe(400)
    expect(type).toContain('application/problem+json')
    expect(body).toMatchObject({ title: 'This question cannot be answered.', detail })
  })
  test('a misspelt parameter is answered with the nearest one', async () => {
    expect((await get('/api/status?sate=LTU&treaty=ccm')).body.suggestions).toEqual(['state'])
  })
  test.each<[Method, string]>([
    ['POST', '/api/status?state=LTU&treaty=ccm'],
    ['PUT', '/api/treaties'],
    ['PATCH', '/api/parties'],
    ['DELETE', '/api/treaties/ccm/timelines'],
    ['OPTIONS', '/api/diff'],
  ])('%s %s is refused: the register is only read', async (method, url) => {
    const headers = { 'content-type': 'application/json' }
    const response = await server.inject({ method, url, headers, payload: '{broken' })
    expect(response.statusCode).toBe(405)
    expect(response.headers.allow).toBe('GET, HEAD')
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json().detail).toBe(
      `${method} is not known here: the register is only read. Ask with GET.`,
    )
  })
  test('POST to an address that is not known is not found', async () => {
    expect((await server.inject({ method: 'POST', url: '/api/nothing' })).statusCode).toBe(404)
  })
  test.each([
    ['NOT HTTP\r\n\r\n', 'HTTP/1.1 400 Bad Request', 'This is not an HTTP request.'],
    [
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      'HTTP/1.1 431 Request Header Fields Too Large',
      'The address or the headers are too long. Shorten them.',
    ],
  ])('what is no request is answered too: %.20s', async (sent, status, detail) => {
    const address = await server.listen({ host: '127.0.0.1', port: 0 }).catch(() => server.listeningOrigin)
    const answer = await new Promise<string>((resolve, reject) => {
      let read = ''
      const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(sent))
      socket.on('data', part => {
        read += String(part)
      })
      socket.on('end', () => resolve(read))
      socket.on('error', reject)
    })
    expect(answer.startsWith(status)).toBe(true)
    expect(answer).toContain('Content-Type: application/problem+json')
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ detail })
  })
  test('a mistyped name is answered with the nearest one', async () => {
    expect((await get('/api/status?state=Lituania&treaty=ccm')).body.suggestions).toEqual(['Lithuania'])
  })
})

describe('suggestions', () => {
  test('a text of fewer than three letters resembles nothing, nor does anything resemble an empty list', () => {
    expect(near('Li', ['LTU', 'Libya'])).toEqual([])
    expect(near('Lituania', [])).toEqual([])
    expect(near('Lituania', ['Lithuania'])).toEqual(['Lithuania'])
    expect(near('x'.repeat(100_000), ['Lithuania'])).toEqual([])
  })
  test('a very long name is not repeated whole, and no character of it is cut in two', () => {
    const ask = () => stateFrom(shipped().register.world, '😀'.repeat(50_000))
    expect(ask).toThrow(`No State is called "${'😀'.repeat(79)}…".`)
  })
})

test('every answer forbids scripts from elsewhere', async () => {
  const response = await server.inject({ method: 'GET', url: '/api/treaties' })
  expect(response.headers['content-security-policy']).toContain("script-src 'self'")
  expect(response.headers['content-security-policy']).toContain("default-src 'self'")
})
