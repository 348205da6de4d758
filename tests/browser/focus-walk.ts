import type { JSHandle, Page } from 'playwright-core'

/** Enough to leave the frame of a page and be in the midst of its longest form. */
const MOST = 40

/**
 * Tabs through the first forty links, buttons and fields of a page, and tells of each that is not reached in
 * reading order, shows no focus mark, or lies under something else while it has the focus.
 */
export async function walkByKeys(page: Page): Promise<string[]> {
  const stops = await page.evaluateHandle(listStops, MOST)
  const expected = await stops.evaluate(list => list.map(stop => stop.outerHTML.slice(0, 160)))
  const wrong = await stops.evaluate(findUnordered)
  const reached: number[] = []
  await page.evaluate(startAtTop)
  // Some fields have several parts, and some regions scroll.
  for (let presses = 0; presses < 3 * MOST && reached.length < expected.length; presses++) {
    await page.keyboard.press('Tab')
    const { at, says } = await lookAtFocus(page, stops)
    if (at < 0 || reached.includes(at)) continue
    reached.push(at)
    if (says) wrong.push(`${says}: ${expected[at]}`)
  }
  const missed = expected.filter((_, at) => reached[at] !== at)
  return [...wrong, ...missed.slice(0, 1).map(html => `not reached in its turn: ${html}`)]
}

/** Of radio buttons with one name Tab reaches the chosen one, or the first. */
function listStops(most: number) {
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]'
  const groupOf = (stop: Element) =>
    stop instanceof HTMLInputElement && stop.type === 'radio' ? `${stop.form?.id} ${stop.name}` : null
  const all = [...document.querySelectorAll(controls)].filter(
    stop =>
      stop.checkVisibility({ visibilityProperty: true }) &&
      !stop.matches(':disabled, [tabindex="-1"], [inert] *') &&
      !(stop.matches('summary') && !stop.matches('details > summary:first-of-type')),
  )
  const isReached = (stop: Element) => {
    const group = groupOf(stop)
    if (group === null) return true
    const members = all.filter(each => groupOf(each) === group)
    return stop === (members.find(each => each.matches(':checked')) ?? members[0])
  }
  return all.filter(isReached).slice(0, most)
}

/** What comes next in the page stands below on the screen, or beside at the end. */
function findUnordered(stops: Element[]) {
  const flowing = stops.filter(stop => stop.closest('main'))
  return flowing.flatMap((stop, at) => {
    const [box, before] = [stop.getBoundingClientRect(), flowing[at - 1]?.getBoundingClientRect()]
    if (!before || box.bottom > before.top || box.left >= before.right) return []
    return [`above what comes before it: ${stop.outerHTML.slice(0, 160)}`]
  })
}

/** As a page that was just opened, also where it puts the focus into a field. */
function startAtTop() {
  document.body.tabIndex = -1
  document.body.focus({ preventScroll: true })
  document.body.removeAttribute('tabindex')
}

/** Which of them has the focus, and what is wrong with how it shows. */
function lookAtFocus(page: Page, stops: JSHandle<Element[]>) {
  return page.evaluate(list => {
    const stop = document.activeElement
    if (!stop || stop === document.body) return { at: -1, says: '' }
    const isMarked = [stop, stop.parentElement, stop.parentElement?.parentElement].some(box => {
      const { outlineStyle = 'none', outlineWidth = '' } = box ? getComputedStyle(box) : {}
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
    const whole = stop.closest('label') ?? stop
    const { left, right, top, bottom } = whole.getBoundingClientRect()
    const isSeen = [left + 3, (left + right) / 2, right - 3].some(x =>
      [top + 3, (top + bottom) / 2, bottom - 3].some(y => {
        const hit = document.elementFromPoint(x, y)
        return hit !== null && (hit.contains(stop) || whole.contains(hit))
      }),
    )
    return {
      at: list.indexOf(stop),
      says: [!isMarked && 'no focus mark', !isSeen && 'out of sight'].filter(Boolean).join(', '),
    }
  }, stops)
}
