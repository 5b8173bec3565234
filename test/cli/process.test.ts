import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../support.ts'

const main = `${root}dist/cli/main.js`
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PACTA_TODAY: '2026-11-22' },
  })

/** Starts a server, asks it with `ask`, and stops it. */
const served = async <T>(script: string, ask: (address: string) => Promise<T>): Promise<T> => {
  const args = script.endsWith('main.js') ? [script, 'serve', '--port', '0'] : [script, '--port', '0']
  const server = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PACTA_TODAY: '2026-11-22' },
  })
  try {
    const address = await new Promise<string>((found, lost) => {
      let printed = ''
      server.stdout.on('data', chunk => {
        printed += chunk
        const [, address_] = /(http:\/\/\S+)/.exec(printed) ?? []
        if (address_) found(address_)
      })
      server.on('exit', () => lost(new Error(`the server stopped: ${printed}`)))
    })
    return await ask(address)
  } finally {
    server.kill()
  }
}

describe('the built program', () => {
  test('is built (npm test builds it)', () => {
    expect(existsSync(main)).toBe(true)
  })
  test('answers on stdout and exits with 0', () => {
    const { stdout, stderr, status } = run('status', 'LTU', 'ccm', '--on', '2025-03-05')
    expect(stdout).toMatch(/^Lithuania is a State Party to the Convention on Cluster Munitions/)
    expect([stderr, status]).toEqual(['', 0])
  })
  test('puts one JSON document on stdout and nothing else', () => {
    expect(JSON.parse(run('status', 'Guinea', 'ccm', '--json').stdout)).toMatchObject({ state: 'GIN' })
  })
  test('tells bad input on stderr with the nearest name, and exits with 2', () => {
    const { stdout, stderr, status } = run('status', 'Lituania', 'ccm')
    expect(stderr).toBe(
      'No State is called "Lituania".\nDid you mean Lithuania?\nType its name or its ISO 3166-1 alpha-3 code.\n',
    )
    expect([stdout, status]).toEqual(['', 2])
  })
  test('exits with 1 when verify finds something', () => {
    expect(run('verify').status).toBe(1)
  })
  test('has no colour where the output is no terminal, and no stack trace where the data folder is missing', () => {
    expect(run('status', 'LTU', 'ccm').stdout).not.toContain('\u001b[')
    const { stderr, status } = spawnSync(process.execPath, [main, 'status', 'LTU', 'ccm'], {
      encoding: 'utf8',
      env: { ...process.env, PACTA_DATA: '/nowhere' },
    })
    expect(stderr).toBe(
      'There is no data folder at /nowhere.\nSet PACTA_DATA to a folder with world/ and treaties/.\n',
    )
    expect(status).toBe(2)
  })
  test('reads a data folder anew when one character of it has changed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pacta-data-'))
    const data = join(folder, 'data')
    cpSync(`${root}data`, data, { recursive: true })
    const acts = join(data, 'treaties/ccm/actions.csv')
    const statusOf = () => {
      const env = { ...process.env, PACTA_DATA: data }
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [main, 'status', 'LTU', 'ccm', '--on', '2025-03-05', '--json'],
        { encoding: 'utf8', env },
      )
      return { position: JSON.parse(stdout).position, stderr }
    }
    expect(statusOf()).toEqual({ position: 'withdrawing', stderr: '' })
    writeFileSync(
      acts,
      readFileSync(acts, 'utf8').replace('withdrawal-notified,2024-09-06', 'withdrawal-notified,2024-08-06'),
    )
    expect(statusOf()).toEqual({ position: 'withdrawn', stderr: '' })
    writeFileSync(
      acts,
      readFileSync(acts, 'utf8').replace('withdrawal-notified,2024-08-06', 'withdrawal-notified,2024-08-66'),
    )
    const broken = statusOf()
    expect(broken.position).toBe('party')
    expect(broken.stderr).toMatch(
      /^The data has 1 error; rows that cannot be read are left out \(first: data\/treaties\/ccm\/actions\.csv:\d+\)\. Run `pacta verify` to see all\.\n$/,
    )
    rmSync(folder, { recursive: true, force: true })
  })
  test('serves the page and the answers', async () => {
    const [page, answer] = await served(main, async address => [
      await (await fetch(`${address}/`)).text(),
      await (await fetch(`${address}/api/status?state=LTU&treaty=ccm&on=2025-03-05`)).json(),
    ])
    expect(page).toContain('<title>')
    expect(answer).toMatchObject({ position: 'withdrawing' })
  })
  test('npm start serves the register', async () => {
    const treaties = await served(`${root}scripts/start.mjs`, async address =>
      (await fetch(`${address}/api/treaties`)).json(),
    )
    expect(treaties).toMatchObject({ today: '2026-11-22' })
  })
})
