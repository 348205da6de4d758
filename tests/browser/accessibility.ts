import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the whole page, in both themes: it must be nothing. */
export async function expectAccessible(page: Page, tags = TAGS) {
  const screen = page.viewportSize()
  // In a window as tall as the page nothing lies under the bar that sticks to the screen's edge.
  if (screen) await page.setViewportSize({ ...screen, height: await page.evaluate(() => document.documentElement.scrollHeight) })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 200)).join(' | ')}`)
    expect(found, `${new URL(page.url()).pathname} in ${colorScheme}`).toEqual([])
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, `${new URL(page.url()).pathname} scrolls sideways`).toBeLessThanOrEqual(0)
  if (screen) await page.setViewportSize(screen)
}
