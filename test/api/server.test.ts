import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
})

describe('questions that cannot be understood', () => {
  test.each([
    ['/api/status?state=Lituania&treaty=ccm', 400, 'No State is called "Lituania".'],
    ['/api/status?state=LTU&treaty=ccm&on=2025-02-30', 400, '"2025-02-30" is not a day that exists (on).'],
    ['/api/status?treaty=ccm', 400, 'This question cannot be answered.'],
    ['/api/treaties/nothing/timelines', 400, 'No treaty is called "nothing".'],
    ['/api/nothing', 404, 'There is nothing at this address.'],
  ])('%s', async (url, status, title) => {
    const answer = await get(url)
    expect(answer.status).toBe(status)
    expect(answer.type).toContain('application/problem+json')
    expect(answer.body).toMatchObject({ title, status })
  })
  test('a mistyped name is answered with the nearest one', async () => {
    expect((await get('/api/status?state=Lituania&treaty=ccm')).body.suggestions).toEqual(['Lithuania'])
  })
})

test('every answer forbids scripts from elsewhere', async () => {
  const response = await server.inject({ method: 'GET', url: '/api/treaties' })
  expect(response.headers['content-security-policy']).toContain("script-src 'self'")
  expect(response.headers['content-security-policy']).toContain("default-src 'self'")
})
