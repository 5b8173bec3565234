import { describe, expect, test } from 'vitest'
import { ACCEPTED, isAccepted } from './accepted.ts'
import { allExpressions, exponential, inHands, literalsIn, loopsIn, polynomial, told } from './expressions.ts'

describe('the extractor', () => {
  const sources = (code: string): readonly string[] => literalsIn(code).map(({ source }) => source)

  test('tells an expression from a division', () => {
    expect(sources('const a = b / c / d')).toEqual([])
    expect(sources('const a = (b) / c[0] / 2 / x')).toEqual([])
    expect(sources('const a = /b/.test(c) ? 1 / 2 : d / e')).toEqual(['b'])
    expect(sources('return /a/g')).toEqual(['a'])
    expect(sources('f(/a/, [/b/], { c: /d/ }, !/e/.test(x) && /f/.test(y), x => /g/.exec(x))')).toEqual([
      ...['a', 'b', 'd', 'e', 'f', 'g'],
    ])
  })

  test('passes over strings, templates and comments', () => {
    expect(sources("const a = \"/x/\" + '/y\\'/' // /z/\n/* /v/ */ const b = /w/")).toEqual(['w'])
    expect(sources(`const a = \`/x/ \${b.replace(/y/, \`\${/z/}\`)} /v/\`; const c = /w/`)).toEqual([
      'y',
      'z',
      'w',
    ])
    expect(sources(`const a = \`\${{ a: { b: /x/ } }}/y/\` + /z/.source`)).toEqual(['x', 'z'])
  })

  test('knows classes, escapes, flags and lines', () => {
    expect(literalsIn('\nconst a = /[/\\]\'`]\\/"/giu')).toEqual([
      { source: '[/\\]\'`]\\/"', flags: 'giu', line: 2 },
    ])
    expect(sources('const a = /\\[/ ; const b = "/" ; const c = /d/')).toEqual(['\\[', 'd'])
  })

  test('finds the groups that come many times', () => {
    expect(loopsIn('(?:a(b)+)*(c){2,3}(?:d[)]){0,9}')).toEqual(['(?:a(b)+)', '(?:d[)])'])
  })
})

describe('regular expressions', () => {
  test('the checker finds what it should', async () => {
    const at = { file: '', line: 0, flags: 'i' }
    expect(await exponential({ ...at, source: '^(?:(?:also|as) )*x$' })).toBeUndefined()
    expect(await exponential({ ...at, source: '^(?:(?:also|as|also as) )*x$' })).toMatch('repeat')
    expect(await exponential({ ...at, source: '^(?:(?:also|so|al)+\\s*)+x$' })).toMatch('repeat')
    expect(await exponential({ ...at, source: '(A|a)*x' })).toMatch('repeat')
    expect(await polynomial({ ...at, source: '\\s+$' })).toMatch('2nd degree')
    expect(await polynomial({ ...at, source: '^\\s+$' })).toBeUndefined()
    expect(await polynomial({ ...at, source: '^\\s*é', flags: 'im' })).toMatch('blank lines')
  })

  test('none takes exponential time, and those that take polynomial time are known', {
    timeout: 300_000,
  }, async () => {
    const all = await allExpressions()
    expect(all.length).toBeGreaterThan(500)
    const bad = await inHands(all, async one => {
      const attack = await exponential(one)
      return attack === undefined ? undefined : told(one, attack)
    })
    const slow = await inHands(all, async one => {
      const attack = isAccepted(one) ? undefined : await polynomial(one)
      return attack === undefined ? undefined : told(one, attack)
    })
    const gone = ACCEPTED.filter(
      ({ file, begins }) => !all.some(one => one.file === file && one.source.startsWith(begins)),
    ).map(({ file, begins }) => `${file}: ${begins}`)
    expect(gone, 'accepted, but no longer there').toEqual([])
    expect([...bad, ...slow].flatMap(([, found]) => found ?? [])).toEqual([])
  })
})
