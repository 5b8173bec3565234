import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launch, missing, type Served, serve, violationsOn, type Watched, watched } from './chromium.ts'

let served: Served
let browser: Browser
let open: Watched[] = []

/** A test in a real browser; without one it is skipped and says how to enable it, or fails where all must run. */
const inBrowser = (title: string, check: () => Promise<void>): void => {
  test(title, async context => {
    if (missing === '') return check()
    if (process.env.PACTA_REQUIRE_ALL === '1') throw new Error(`This test could not run: ${missing}`)
    context.skip(missing)
  })
}

type Look = Parameters<typeof watched>[2]

/** Opens the page on a question and waits until it is answered. */
const ask = async (query: string, look: Look = {}): Promise<Page> => {
  const view = await watched(browser, served.address, look)
  open.push(view)
  await view.page.goto(`${served.address}/${query}`)
  await view.page.locator('.counts-sentence').waitFor()
  await view.page.locator('#map-LTU, .table-view table').first().waitFor()
  return view.page
}

const countsOn = async (page: Page): Promise<string> =>
  (await page.locator('.counts-sentence').innerText()).replace(/\s+/g, ' ').trim()

const typeDay = async (page: Page, label: string, day: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).fill(day)
  await page.keyboard.press('Enter')
}

const focusedId = (page: Page): Promise<string> => page.evaluate('document.activeElement.id')

describe('World on a day', () => {
  beforeAll(async () => {
    if (missing !== '') return
    served = await serve()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })
  afterEach(async () => {
    const complaints = open.flatMap(view => view.complaints)
    await Promise.all(open.map(view => view.context.close()))
    open = []
    expect(complaints).toEqual([])
  })

  inBrowser('on 31 December 2023 the three counting rules of the CCM give 112, 111 and 124', async () => {
    const page = await ask('?treaty=ccm&on=2023-12-31')
    expect(await countsOn(page)).toBe('112 have deposited, 111 are bound, 124 have signed or joined.')
    expect(await page.title()).toBe('Convention on Cluster Munitions on 31 December 2023 · Pacta')
  })

  inBrowser('a day typed in words changes the counts, and stands in the address after a reload', async () => {
    const page = await ask('?treaty=ccm&on=2023-12-31')
    await typeDay(page, 'On', '1 August 2010')
    const counts = '38 have deposited, 30 are bound, 108 have signed or joined.'
    await expect.poll(() => countsOn(page)).toBe(counts)
    await expect.poll(() => page.url()).toContain('?treaty=ccm&on=2010-08-01&known=2026-11-22')
    await page.reload()
    await expect.poll(() => countsOn(page)).toBe(counts)
  })

  inBrowser('what is not a day is refused in words, and nothing changes', async () => {
    const page = await ask('?treaty=ccm&on=2023-12-31')
    await typeDay(page, 'On', '31 February 2023')
    await page.getByText('“31 February 2023” is not a day. Type 2023-12-31 or 31 December 2023.').waitFor()
    expect(await countsOn(page)).toContain('112 have deposited')
  })

  inBrowser('asked with what was known in July 2024, Lithuania has not withdrawn in 2026', async () => {
    const page = await ask('?treaty=ccm&on=2026-01-01&known=2024-07-31')
    const lithuania = page.locator('#map-LTU')
    await expect.poll(() => lithuania.getAttribute('aria-label')).toBe('Lithuania: State Party')
    await typeDay(page, 'As known on', '2026-01-01')
    await expect.poll(() => lithuania.getAttribute('aria-label')).toBe('Lithuania: Withdrawn')
  })

  inBrowser('the slider moves by days and years, and "," and "." by acts', async () => {
    const page = await ask('?treaty=ccm&on=2025-03-05')
    const slider = page.getByRole('slider')
    await slider.focus()
    const day = (): Promise<string | null> => slider.getAttribute('aria-valuetext')
    await page.keyboard.press('ArrowRight')
    await expect.poll(day).toBe('6 March 2025')
    await page.keyboard.press('PageDown')
    await expect.poll(day).toBe('6 March 2024')
    await page.keyboard.press('.')
    await expect.poll(day).toBe('6 September 2024')
    await page.getByText('On this day: Lithuania').waitFor()
    await page.keyboard.press(',')
    await expect.poll(day).toBe('3 August 2023')
  })

  inBrowser('Lithuania opens with its steps under art. 20(3); Escape gives the focus back', async () => {
    const page = await ask('?treaty=ccm&on=2025-03-05')
    await page.locator('#map-LTU').focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: 'How do we know?' })
    await drawer.getByText('State Party (withdrawal notified)').waitFor()
    await drawer.getByText('CCM art. 20(3)').first().waitFor()
    expect(await drawer.getByText('Checked through 30 September 2025').count()).toBeGreaterThan(0)
    expect(await drawer.locator('blockquote').innerText()).toContain('state=LTU')
    await page.keyboard.press('Escape')
    await expect.poll(() => drawer.count()).toBe(0)
    await expect.poll(() => focusedId(page)).toBe('map-LTU')
  })

  inBrowser('a number opens its members with the counting rule, and a member opens its steps', async () => {
    const page = await ask('?treaty=ccm&on=2023-12-31')
    await page.getByRole('button', { name: '111', exact: true }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('Counting rule: in force.').waitFor()
    expect(await drawer.locator('.members li').count()).toBe(111)
    await drawer.getByRole('button', { name: 'Zambia' }).click()
    await drawer.getByText('CCM art. 17').first().waitFor()
  })

  inBrowser('the map is one tab stop: letters find a State, arrow keys go to its neighbours', async () => {
    const page = await ask('?treaty=ccm&on=2025-03-05')
    expect(await page.locator('[role=option][tabindex="0"]').count()).toBe(1)
    await page.locator('[role=option][tabindex="0"]').focus()
    await page.keyboard.type('lith')
    expect(await focusedId(page)).toBe('map-LTU')
    await page.keyboard.press('ArrowUp')
    expect(await focusedId(page)).toBe('map-LVA')
    expect(await page.locator('.map-tip').innerText()).toContain('Latvia')
  })

  inBrowser('every State of the register has its place on the map', async () => {
    const page = await ask('?treaty=ccm&on=2026-01-01&tab=table')
    const names = await page.locator('.table-view tbody th').allInnerTexts()
    await page.getByRole('tab', { name: 'Map' }).click()
    const labels = await page
      .locator('#map-LTU')
      .evaluate(() =>
        [...document.querySelectorAll('[role=option]')].map(place => place.getAttribute('aria-label') ?? ''),
      )
    const missingOnMap = names.filter(name => !labels.some(label => label.startsWith(`${name}: `)))
    expect(names.length).toBeGreaterThan(195)
    expect(missingOnMap).toEqual([])
  })

  inBrowser('the legend filters the list, and the treaty is found by any of its names', async () => {
    const page = await ask('?treaty=ccm&on=2025-03-05')
    await page.getByRole('button', { name: /^Withdrawal notified/ }).click()
    await expect.poll(() => page.locator('.state-list li').allInnerTexts()).toEqual(['Lithuania'])
    await page.getByRole('combobox', { name: 'Treaty' }).fill('ottawa')
    await page.getByRole('option', { name: /Anti-Personnel Mines/ }).click()
    await expect.poll(() => page.url()).toContain('treaty=apmbc')
  })

  inBrowser('the table downloads as CSV, each row with the question it answers', async () => {
    const page = await ask('?treaty=ccm&on=2025-03-05&tab=table')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('pacta-ccm-on-2025-03-05-known-2026-11-22.csv')
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
    expect(lines[0]).toBe(
      'iso3,state,position,position_since,bound_from,bound_until,treaty,on,known,checked_through',
    )
    expect(lines.find(line => line.startsWith('LTU'))).toBe(
      'LTU,Lithuania,withdrawing,2024-09-06,2011-09-01,2025-03-06,ccm,2025-03-05,2026-11-22,2025-09-30',
    )
  })

  inBrowser('play moves the day act by act where reduced motion is asked for, and pauses', async () => {
    const page = await ask('?treaty=ccm&on=2023-08-03', { reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Play' }).click()
    await expect.poll(() => page.locator('.time-day').innerText(), { timeout: 5000 }).toBe('6 September 2024')
    await page.getByRole('button', { name: 'Pause' }).click()
  })

  inBrowser('the back button of the browser closes what was opened and brings back the treaty', async () => {
    const page = await ask('?treaty=ccm&on=2025-03-05&known=2026-11-22')
    await page.locator('#list-LTU').click()
    await page.getByRole('dialog').waitFor()
    expect(page.url()).toContain('state=LTU')
    await page.goBack()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    expect(page.url()).not.toContain('state=LTU')
  })

  inBrowser('a day beyond the data says so, and what cannot be followed in an address is named', async () => {
    const page = await ask('?treaty=ccm&on=2026-02-31')
    await page.getByText('which is not a day; today is shown instead').waitFor()
    const limits = page.locator('.ribbon p:visible', { hasText: 'Beyond the data' })
    expect(await limits.innerText()).toContain('the pack was checked through 30 September 2025')
  })

  inBrowser('without a server the page says what, where and what next', async () => {
    const view = await watched(browser, served.address)
    await view.page.route('**/api/treaties', route => route.abort())
    await view.page.goto(`${served.address}/`)
    const trouble = view.page.getByRole('alert')
    await trouble.getByText('The Pacta server cannot be reached.').waitFor()
    expect(await trouble.innerText()).toContain('npm start')
    await view.page.unroute('**/api/treaties')
    await trouble.getByRole('button', { name: 'Try again' }).click()
    await view.page.locator('.counts-sentence').waitFor()
    await view.context.close()
  })

  for (const colorScheme of ['light', 'dark'] as const)
    inBrowser(`map, table and drawer have no fault that axe can find, in ${colorScheme}`, async () => {
      const page = await ask('?treaty=ccm&on=2025-03-05', { colorScheme })
      expect(await violationsOn(page)).toEqual([])
      await page.getByRole('tab', { name: 'Table' }).click()
      await page.locator('.table-view table').waitFor()
      expect(await violationsOn(page)).toEqual([])
      await page.getByRole('button', { name: /^Withdrawal notified/ }).click()
      await page.locator('tbody').getByRole('button', { name: 'Lithuania' }).click()
      await page.getByRole('dialog').getByText('CCM art. 20(3)').first().waitFor()
      expect(await violationsOn(page)).toEqual([])
    })

  inBrowser('at 360 pixels nothing is wider than the page', async () => {
    const page = await ask('?treaty=ap1-1977&on=2020-01-01', { viewport: { width: 360, height: 740 } })
    const widths = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(widths)).toBeLessThanOrEqual(0)
    await page.getByRole('tab', { name: 'Table' }).click()
    expect(await page.evaluate(widths)).toBeLessThanOrEqual(0)
  })
})
