import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** The plan of the house: each room, and the rooms it may import from. DESIGN: imports point one way only. */
const PLAN: Readonly<Record<string, readonly string[]>> = {
  'core/calendar': [],
  'core/evidence': ['core/calendar'],
  'core/states': ['core/calendar', 'core/evidence'],
  'core/treaties': ['core/calendar', 'core/evidence', 'core/states'],
  'core/register': ['core/calendar', 'core/evidence', 'core/states', 'core/treaties'],
  'core/obligations': ['core/calendar', 'core/evidence', 'core/states', 'core/treaties', 'core/register'],
  'core/record': ['core/calendar', 'core/evidence', 'core/states', 'core/treaties', 'core/register'],
  'core/documents': ['core/calendar', 'core/evidence', 'core/states', 'core/treaties'],
  'core/claims': [
    'core/calendar',
    'core/evidence',
    'core/states',
    'core/treaties',
    'core/register',
    'core/obligations',
    'core/record',
    'core/documents',
  ],
  readers: ['core/*'],
  exports: ['core/documents', 'core/evidence', 'core/calendar', 'core/states', 'core/treaties'],
  store: ['core/*', 'readers'],
  api: ['core/*', 'readers', 'store'],
  cli: ['core/*', 'readers', 'exports', 'store', 'api'],
  web: ['core/*'],
}

/** Libraries that a room of the core may use: pure functions on values. */
const LIBRARIES_IN_CORE: readonly string[] = ['franc', 'jsonc-parser']

/** The clock, chance, and the doors out of the core that its compiler does not shut. */
const FORBIDDEN_IN_CORE = [
  /\bnew Date\b/,
  /\bDate\.\w/,
  /\bMath\.random\b/,
  /\bglobalThis\b/,
  /\bimport\(/,
  /\beval\(/,
]

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const src = join(root, 'src')

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map(entry => join(entry.parentPath, entry.name))

const files = filesBelow(src)
const roomOf = (path: string): string => {
  const [first = '', second = ''] = relative(src, path).split('/')
  return first === 'core' ? `core/${second}` : first
}
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

const importsOf = (path: string): string[] =>
  [...withoutComments(readFileSync(path, 'utf8')).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].map(
    match => match[1] ?? '',
  )
const localImports = (path: string): string[] =>
  importsOf(path)
    .filter(name => name.startsWith('.'))
    .map(name => resolve(dirname(path), name))

const allowed = (from: string, to: string): boolean =>
  from === to || (PLAN[from] ?? []).some(room => room === to || (room === 'core/*' && to.startsWith('core/')))

test('every file of src lives in a room of the plan', () => {
  expect(files.filter(file => !(roomOf(file) in PLAN)).map(file => relative(root, file))).toEqual([])
})

test('every import goes to a room that the plan allows', () => {
  const wrong = files.flatMap(file =>
    localImports(file)
      .filter(to => !allowed(roomOf(file), roomOf(to)))
      .map(to => `${relative(root, file)} -> ${relative(root, to)}`),
  )
  expect(wrong).toEqual([])
})

test('a room is entered through its index, so that its files can move', () => {
  const wrong = files.flatMap(file =>
    localImports(file)
      .filter(
        to => roomOf(to).startsWith('core/') && roomOf(to) !== roomOf(file) && !to.endsWith('/index.ts'),
      )
      .map(to => `${relative(root, file)} -> ${relative(root, to)}`),
  )
  expect(wrong).toEqual([])
})

test('no file imports itself by a circle', () => {
  const graph = new Map(files.map(file => [file, localImports(file)]))
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      const circle = [...trail.slice(trail.indexOf(file)), file]
      circles.push(circle.map(path => relative(root, path)).join(' -> '))
      return
    }
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

test('the core knows no clock, no chance and no way around its compiler', () => {
  const wrong = files
    .filter(file => roomOf(file).startsWith('core/'))
    .flatMap(file => {
      const source = withoutComments(readFileSync(file, 'utf8'))
      return FORBIDDEN_IN_CORE.filter(word => word.test(source)).map(
        word => `${relative(root, file)}: ${word}`,
      )
    })
  expect(wrong).toEqual([])
})

test('the core uses only libraries of pure functions', () => {
  const wrong = files
    .filter(file => roomOf(file).startsWith('core/'))
    .flatMap(file =>
      importsOf(file)
        .filter(name => !name.startsWith('.') && !LIBRARIES_IN_CORE.includes(name))
        .map(name => `${relative(root, file)} -> ${name}`),
    )
  expect(wrong).toEqual([])
})

test('the core is compiled without the types of Node and of the browser', () => {
  const config = JSON.parse(readFileSync(join(src, 'core/tsconfig.json'), 'utf8'))
  expect(config.compilerOptions.types).toEqual([])
  expect(config.compilerOptions.lib).toEqual(['ES2023'])
})

test('the core has no loose types: no any, no assertion that something is there, no cast through unknown', () => {
  const loose = [
    /(:|<|\bas) any\b/,
    /@ts-(ignore|nocheck|expect-error)/,
    /\bas unknown as\b/,
    /[\w)\]]!(\.|\)|;|,|$)/m,
  ]
  const wrong = files
    .filter(file => roomOf(file).startsWith('core/'))
    .flatMap(file => {
      const source = withoutComments(readFileSync(file, 'utf8')).replace(/'(?:[^'\\\n]|\\.)*'|`[^`]*`/g, "''")
      return loose.filter(form => form.test(source)).map(form => `${relative(root, file)}: ${form}`)
    })
  expect(wrong).toEqual([])
})

test('the check sees what it forbids', () => {
  expect(FORBIDDEN_IN_CORE.some(word => word.test('const now = new Date()'))).toBe(true)
  expect(allowed('core/register', 'core/documents')).toBe(false)
  expect(allowed('core/documents', 'core/register')).toBe(false)
  expect(allowed('core/claims', 'core/register')).toBe(true)
})
