import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { KIND_SIGNS } from '../../src/core/documents/kindsigns.ts'
import { KIND_WEIGHTS, WEIGHED_KINDS } from '../../src/core/documents/kindweights.ts'
import { read } from './support.ts'

const kindOf = (text: string): string => read(text).document.kind

test('each sign has its row of weights, under its own name', () => {
  const source = readFileSync(
    new URL('../../src/core/documents/kindweights.ts', import.meta.url).pathname,
    'utf8',
  )
  const names = [...source.matchAll(/\/\* (.+?) \*\//g)].map(match => match[1])
  expect(names).toEqual(['every document', ...KIND_SIGNS])
  expect(KIND_WEIGHTS).toHaveLength(names.length)
  expect(KIND_WEIGHTS.every(row => row.length === WEIGHED_KINDS.length)).toBe(true)
})

const PLAIN =
  'The campaign has worked for twenty years in six provinces, and its teams have cleared as many fields as there are days in a year.'

describe('the kind of a document is told', () => {
  test('by those who speak in turn at a briefing', () => {
    const briefing = `Via Teleconference\n\nMODERATOR:  Thank you for coming. ${PLAIN}\n\nMR. SAMPLE:  ${PLAIN}\n\nQ    Will it go on?\n\nMR. SAMPLE:  ${PLAIN}\n`
    expect(kindOf(briefing)).toBe('transcript')
  })

  test('by a title that says what it is', () => {
    expect(kindOf(`# 139 Press Release by the Department\n\n${PLAIN}\n\n${PLAIN} It will go on.\n`)).toBe(
      'press-release',
    )
  })

  test('by what a site writes over it', () => {
    const page = (label: string, below = '12 May 2024') =>
      `Home\nAbout us\n${label}\n\nTwenty years of work in the six provinces\n\n${below}\n\n${PLAIN}\n\n${PLAIN} It asks for help.\n\n${PLAIN} It will go on.\n`
    expect(kindOf(page('Press release'))).toBe('press-release')
    expect(kindOf(page('Letters to the editor'))).toBe('letter')
    expect(kindOf(page('Policy brief'))).toBe('report')
    expect(kindOf(page('Opinion', 'By Ann Example'))).toBe('opinion')
  })

  test('by its title, whatever stands over it', () => {
    expect(
      kindOf(
        `PRESS RELEASES\n\nJoint Statement on the Second Consultations on Mine Action\n\n29 July 2021\n\n1. ${PLAIN}\n\n2. ${PLAIN}\n`,
      ),
    ).toBe('statement')
    expect(
      kindOf(`Letter: The county should say thank you\n\n${PLAIN}\n\n${PLAIN}\n\nAnn Example\nHill Town\n`),
    ).toBe('letter')
  })

  test('by who speaks in it and how', () => {
    const told = (who: string) =>
      `“We will clear the last field before the rains,” ${who} told reporters on Tuesday. The ministry declined to comment.`
    expect(
      kindOf(
        `Teams near the end of clearance\nBy Ann Example\nGENEVA, May 12 (Reuters) - ${told('the director')}\n\n${told('a spokesman')}\n\n${told('a villager')}\n`,
      ),
    ).toBe('news')
    expect(
      kindOf(
        `Why we must not wait\nBy Ann Example\n\nI have walked these fields, and I never saw a minister there. We should be ashamed of that, and perhaps we are.\n\nOf course we must pay. We cannot ask my neighbours to wait again, and surely our treaty should not be a promise to nobody.\n\nAnn Example is a professor of law at the University of Hill Town. The views expressed are her own.\n`,
      ),
    ).toBe('opinion')
  })

  test('of few words by nothing', () => {
    expect(kindOf('Clearance ended.')).toBe('unknown')
  })
})
