import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A finger that counts. */
export class Finger {
  taps = 0
  constructor(readonly page: Page) {}

  async tap(target: Locator) {
    this.taps++
    await target.click()
  }

  /** One tap to reach the field; what is typed then is typing. */
  async type(label: string, text: string) {
    const field = this.page.getByLabel(label)
    await this.tap(field)
    await field.fill(text)
  }

  /** What the page opens ready for takes no tap. */
  async typeAtOnce(label: string, text: string) {
    const field = this.page.getByLabel(label)
    await expect.poll(() => field.evaluate(node => node === document.activeElement)).toBe(true)
    await this.page.keyboard.type(text)
  }

  /** One to open the list, one to choose. */
  async choose(label: string, option: string) {
    this.taps += 2
    await this.page.getByLabel(label).selectOption({ label: option })
  }
}
