import { mkdir, writeFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { statusOf } from '~/components/status'
import { en } from '~/messages/en'
import { gallery, mirrored, nouns, signIn, statesOf, strangers, words } from './gallery'
import { wrong } from './gallery-forms'
import { markup } from './markup'

const pages: Record<string, string> = {}

/** `.cache/gallery` is for looking at: serve it beside the compiled style sheet. */
beforeAll(async () => {
  Object.assign(pages, { gallery: await gallery(), strangers: await strangers(), signIn: await signIn() })
  pages['mirrored'] = await mirrored()
  await mkdir('.cache/gallery', { recursive: true })
  await Promise.all(
    Object.entries(pages).map(([name, html]) => writeFile(`.cache/gallery/${name}.html`, html)),
  )
})

const of = (name: string) => markup(pages[name] ?? '')

test('no id stands twice, and every id that is leaned on is there', () => {
  for (const name of Object.keys(pages)) {
    const { ids, references } = of(name)
    expect(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      name,
    ).toEqual([])
    expect(
      references.filter(id => !ids.includes(id)),
      name,
    ).toEqual([])
  }
})

test('every control has a label: one that points at it, or one around it', () => {
  const html = pages['gallery'] ?? ''
  const unlabelled = of('gallery').controls.filter(
    ({ tag, id }) => !html.includes(` for="${id}"`) && !new RegExp(`<label[^>]*>${escaped(tag)}`).test(html),
  )
  expect(of('gallery').controls.length).toBeGreaterThan(20)
  expect(unlabelled).toEqual([])
})

test('what is wrong stands on top and at its field in the same words, and what was typed is kept', () => {
  const page = of('gallery')
  for (const words of Object.values(wrong)) expect(page.times(words)).toBe(2)
  for (const field of Object.keys(wrong)) expect(page.references).toContain(`wrong-${field}`)
  expect(page.times(en.common.form.errors(3))).toBe(1)
  expect(page.times('value="ana@northbridge.example"')).toBe(1)
})

test('nothing is chosen beforehand in a group of choices', () => {
  const radios = of('gallery').controls.filter(({ tag }) => tag.includes('type="radio"'))
  expect(radios).toHaveLength(10)
  expect(radios.filter(({ tag }) => tag.includes('checked'))).toEqual([])
})

test('every picture is decoration or says in words what it shows, and charts have a table', () => {
  const page = of('gallery')
  const silent = page.images.filter(tag => !/aria-hidden="true"|role="img" aria-label="[^"]+"/.test(tag))
  expect(silent).toEqual([])
  expect(page.times(en.charts.days.asTable)).toBeGreaterThan(0)
  expect(page.times(`<caption class="sr-only">${en.charts.timeline.label}</caption>`)).toBe(1)
})

test('every state of every noun is told in words of its own, with an icon', () => {
  for (const noun of nouns) {
    const told = statesOf(noun).map(
      state => statusOf(words, noun, state, { at: '2026-05-19T09:00:00Z' }).words,
    )
    expect(
      told.filter((sentence, at) => !sentence || told.indexOf(sentence) !== at),
      noun,
    ).toEqual([])
  }
  const states = nouns.reduce((sum, noun) => sum + statesOf(noun).length, 0)
  const shown = pages['gallery']?.match(/class="status tint-\w+"><svg class="icon"/g) ?? []
  expect(shown.length).toBeGreaterThan(states)
  expect(of('gallery').times('undefined')).toBe(0)
})

test('pages need no inline style and name no side of the screen', () => {
  for (const [name, html] of Object.entries(pages)) {
    expect(html.match(/ style="/g), name).toBeNull()
    expect(
      html.match(/class="[^"]*\b(?:ml|mr|pl|pr|left|right|text-left|text-right)-?\b[^"]*"/g),
      name,
    ).toBeNull()
  }
})

test('where the language runs from right to left, the calendar does too', () => {
  const bars = (name: string) =>
    Array.from((pages[name] ?? '').matchAll(/class="bar-\w+" x="([\d.]+)%" y="1" width="([\d.]+)%"/g))
  const ends = bars('gallery').map(([, start, width]) => 100 - Number(start) - Number(width))
  expect(ends.length).toBeGreaterThan(4)
  bars('mirrored').forEach(([, start], at) => expect(Number(start)).toBeCloseTo(ends[at] ?? NaN, 1))
})

test('every sentence that changes things is a form that posts', () => {
  for (const html of Object.values(pages)) {
    const forms = html.match(/<form\b[^>]*>/g) ?? []
    expect(forms.filter(form => !form.includes('method="post"'))).toEqual([])
  }
})

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
