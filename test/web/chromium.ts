import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** The Chromium to drive; absent where none is installed. */
export const chromiumPath = [process.env.PACTA_CHROMIUM ?? '', '/usr/bin/chromium'].find(
  path => path !== '' && existsSync(path),
)

const built = existsSync(join(root, 'dist/cli/main.js')) && existsSync(join(root, 'dist/web/index.html'))

/** Why the tests cannot run here, and how to enable them; empty where they can. */
export const missing = [
  ...(chromiumPath ? [] : ["install Debian's chromium, or set PACTA_CHROMIUM"]),
  ...(built ? [] : ['run npm run build']),
].join('; ')

export interface Served {
  readonly address: string
  readonly stop: () => Promise<void>
}

const STARTS_WITHIN = 30_000

/** Starts the built server on a free port, on a day that does not move. */
export const serve = (): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'serve', '--port', '0'], {
      env: { ...process.env, PACTA_TODAY: '2026-11-22' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const ended = new Promise<void>(done => server.once('exit', () => done()))
    const stop = async (): Promise<void> => {
      server.kill('SIGTERM')
      await ended
    }
    const timer = setTimeout(() => {
      void stop()
      reject(new Error(`The server did not print its address within ${STARTS_WITHIN} ms. It said: ${said}`))
    }, STARTS_WITHIN)
    const heard = (chunk: Buffer): void => {
      said += chunk.toString()
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (!address) return
      clearTimeout(timer)
      resolve({ address, stop })
    }
    server.stdout.on('data', heard)
    server.stderr.on('data', heard)
    server.once('exit', code => {
      clearTimeout(timer)
      reject(new Error(`The server ended with code ${code}. It said: ${said}`))
    })
  })

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** A page with everything on it that should not be: words on the console, requests to other hosts. */
export interface Watched {
  readonly page: Page
  readonly context: BrowserContext
  readonly complaints: string[]
}

interface Look {
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly reducedMotion?: 'reduce'
}

export const watched = async (browser: Browser, address: string, look: Look = {}): Promise<Watched> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...look })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith(`${address}/`) && !url.startsWith('blob:') && !url.startsWith('data:'))
      complaints.push(`request to another host: ${url}`)
  })
  return { page, context, complaints }
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds wrong on the page, each with the elements concerned. */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
  // The page's content security policy refuses scripts that are written into it; this one is evaluated instead.
  await page.evaluate(await readFile(axePath, 'utf8'))
  const { violations } = await page.evaluate<AxeResult>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)
}
