import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: with a pointer, or with nothing but the keyboard. */
export interface Hand {
  fill(label: string | RegExp, value: string): Promise<void>
  /** A radio button or a checkbox, by the words on its row. */
  tick(label: string | RegExp): Promise<void>
  select(label: string | RegExp, option: string): Promise<void>
  press(name: string | RegExp): Promise<void>
  follow(name: string | RegExp): Promise<void>
  /** Opens what is folded away, unless it stands open. */
  unfold(name: string | RegExp): Promise<void>
  attach(label: string | RegExp, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>
}

type Reach = (target: Locator) => Promise<void>
type Act = (target: Locator) => Promise<void>

function handOf(page: Page, { reach, activate, open, tick }: { reach: Reach; activate: Act; open: Act; tick: Act }): Hand {
  const visible = (role: 'button' | 'link', name: string | RegExp) => page.getByRole(role, { name }).filter({ visible: true }).first()
  return {
    async fill(label, value) {
      const field = page.getByLabel(label).filter({ visible: true }).first()
      await reach(field)
      await field.fill(value)
    },
    tick: label => tick(page.getByLabel(label).filter({ visible: true }).first()),
    async select(label, option) {
      const field = page.getByLabel(label).filter({ visible: true }).first()
      await reach(field)
      await field.selectOption({ label: option })
    },
    press: name => settled(page, () => activate(visible('button', name))),
    follow: name => settled(page, () => open(visible('link', name))),
    async unfold(name) {
      const summary = page.locator('summary').filter({ hasText: name }).first()
      if (await summary.evaluate(node => node.parentElement?.hasAttribute('open'))) return
      await activate(summary)
    },
    async attach(label, file) {
      const field = page.getByLabel(label).filter({ visible: true }).first()
      await reach(field)
      await field.setInputFiles(file)
    },
  }
}

export function pointer(page: Page): Hand {
  const click: Act = target => target.click()
  return handOf(page, { reach: async () => undefined, activate: click, open: click, tick: target => target.check() })
}

/** Tab to it, as often as it takes, then Enter or Space: what cannot be reached so cannot be used so. */
export function keyboard(page: Page): Hand {
  const reach: Reach = target => tabTo(page, target)
  const key = (name: string): Act => async target => {
    await reach(target)
    await page.keyboard.press(name)
  }
  return handOf(page, { reach, activate: key('Enter'), open: key('Enter'), tick: tickByKeys(page) })
}

async function tabTo(page: Page, target: Locator) {
  const isThere = () => target.evaluate(node => node === document.activeElement)
  for (let steps = 0; steps < 250; steps++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${target}`)
}

/** Of radio buttons Tab reaches one; the arrows move among them. */
function tickByKeys(page: Page): Act {
  return async target => {
    const isRadio = (await target.getAttribute('type')) === 'radio'
    if (!isRadio) {
      await tabTo(page, target)
      await page.keyboard.press('Space')
      return
    }
    const group = page.locator(`input[type=radio][name="${await target.getAttribute('name')}"]`)
    await tabToGroup(page, group)
    for (let steps = 0; steps < (await group.count()) && !(await target.isChecked()); steps++) await page.keyboard.press('ArrowDown')
    if (!(await target.isChecked())) await page.keyboard.press('Space')
  }
}

async function tabToGroup(page: Page, group: Locator) {
  for (let steps = 0; steps < 250; steps++) {
    if (await group.evaluateAll(nodes => nodes.includes(document.activeElement as HTMLInputElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The keyboard does not reach a group of choices')
}

/** A press or a link leads somewhere, with script or without: wait until it is there. */
async function settled(page: Page, act: () => Promise<void>) {
  const arrived = page.waitForResponse(response => response.request().isNavigationRequest() || response.url().includes('.data'), { timeout: 15_000 })
    .catch(() => null) // some buttons only change the page that is there
  const taken = Promise.race([page.waitForEvent('load', { timeout: 15_000 }), page.waitForEvent('download', { timeout: 15_000 })])
    .catch(() => null) // with script the page stays, and only what it shows is fetched
  await act()
  const response = await arrived
  // The answer comes before the page does: until it is loaded, what can be seen is the page before it.
  if (response?.request().isNavigationRequest()) await taken
  await page.waitForLoadState('networkidle')
}
