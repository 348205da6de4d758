import { expect, test } from 'vitest'
import { z } from 'zod'
import { submit, type Reply } from '~/lib/form.server'
import { keepForm, packFields, readForm, unpackFields } from '~/lib/kept-form.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { TooOften } from '~/lib/throttle.server'
import { AskForm, WhatForm } from '~/domain/activity-forms.server'
import { LinkForm } from '~/domain/evidence-forms.server'
import { forms } from '~/messages/en/forms'

const Form = z.object({
  title: z.string().min(1).max(10),
  address: z.email(),
  count: z.coerce.number().int().min(2).max(9),
  level: z.enum(['low', 'high']),
  agrees: z.boolean(),
  url: z.url().optional(),
  tags: z.array(z.string()).max(2).default([]),
})
const good = { title: 'Shifts', address: 'ana@northbridge.example', count: '3', level: 'low', agrees: 'on' }

const post = (fields: Record<string, string>) =>
  new Request('http://localhost:3000/x', { method: 'POST', body: new URLSearchParams(fields) })

const refused = async (fields: Record<string, string>, work: () => Promise<unknown> = async () => 'done') => {
  const answer = await submit(post(fields), Form, work)
  if (typeof answer !== 'object' || answer === null || !('data' in answer)) throw new Error('not refused')
  const { data, init } = answer as { data: Reply; init: ResponseInit }
  return { reply: data.reply, init }
}

test('a form that no page of ours sends is refused in a sentence, before anything is made of it', async () => {
  const many = (count: number, name: (at: number) => string) => Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), '']))
  const oddities: Record<string, string>[] = [
    { 'tags[4000000]': 'far' }, { 'tags[0].a.b.c.d': 'deep' }, { [`a${'[999]'.repeat(36)}`]: 'deep and far' },
    many(600, at => `a${at}${'[999]'.repeat(36)}`), many(3_000, at => `a${at}[999].b`), many(200_000, at => `a${at}`),
    many(1_000, at => `a[999][${at}]`), many(3, at => `a${at}[999]`),
  ]
  for (const odd of oddities) {
    const sent = await post({ ...good, ...odd }).formData()
    const answer = await submit(sent, Form, async () => 'done')
    expect(answer).toMatchObject({
      data: { reply: { error: { '': ['This is not a form of ours, so nothing was done. Open the page again and fill it in there.'] } } },
      init: { status: 422 },
    })
    expect(JSON.stringify(answer).length).toBeLessThan(1_000)
  }
  const year = many(1_198, at => `timeEntries[${Math.floor(at / 3)}].${['day', 'minutes', 'note'][at % 3]}`)
  expect(await submit(post({ ...good, ...year }), Form, async () => 'done')).toBe('done')
})

test('a button that no page has is left aside: it costs no more than any other form', async () => {
  const oddities: Record<string, string>[] = [
    { '__intent__': '{' }, { '__intent__': 'null' }, { '__intent__': '{"type":"explode","payload":{}}' },
    { '__intent__': '{"type":"update","payload":{"name":"tags","index":4000000,"value":"x"}}' },
  ]
  for (const odd of oddities) {
    const { reply, init } = await refused({ ...good, ...odd, title: '' })
    expect(init.status).toBe(422)
    expect(JSON.stringify(reply).length).toBeLessThan(1_000)
  }
  const more = '{"type":"insert","payload":{"name":"tags"}}'
  const { init } = await refused({ ...good, __intent__: more })
  expect(init).toMatchObject({ status: 200 })
})

test('a NUL, which PostgreSQL would refuse, is left out of what was typed', async () => {
  expect(await submit(post({ ...good, title: 'Shi\0fts' }), Form, async form => form.title)).toBe('Shifts')
})

test('a good form is worked with once, typed as the schema says', async () => {
  expect(await submit(post(good), Form, async form => form)).toEqual({
    ...good,
    count: 3,
    agrees: true,
    tags: [],
  })
})

test('a bad form answers 422 with a sentence at each field and keeps what was typed', async () => {
  const typed = {
    title: 'A title much too long',
    address: 'ana',
    count: 'three',
    level: 'medium',
    url: 'nowhere',
  }
  const { reply, init } = await refused({ ...typed, 'tags[0]': 'a', 'tags[1]': 'b', 'tags[2]': 'c' })
  expect(init).toMatchObject({ status: 422 })
  expect(reply.initialValue).toMatchObject(typed)
  expect(reply.error).toEqual({
    title: ['At most 10 characters. Shorten it.'],
    address: ['Write a mail address, such as name@university.example.'],
    count: ['Write a number.'],
    level: ['Choose one of the list.'],
    agrees: ['Choose one.'],
    url: ['Write the whole address, with https://.'],
    tags: ['At most 2. Leave some out.'],
  })
})

test('an empty form is told what is missing, and a number what it may be', async () => {
  const { reply } = await refused({})
  expect(reply.error).toMatchObject({
    title: ['Fill this in.'],
    address: ['Fill this in.'],
    level: ['Choose one.'],
  })
  expect((await refused({ ...good, count: '1' })).reply.error).toEqual({ count: ['Write 2 or more.'] })
  expect((await refused({ ...good, count: '2.5' })).reply.error).toEqual({ count: ['Write a whole number.'] })
})

test('no sentence of a real form speaks of types', async () => {
  const { reply } = (await submit(post({ category: 'x', participation: 'y' }), WhatForm, async () => ({
    reply: { error: {} },
  })).then(answer => ('data' in answer ? answer.data : answer))) as Reply
  const sentences = Object.values(reply.error ?? {}).flat()
  expect(sentences.length).toBeGreaterThan(3)
  for (const sentence of sentences) expect(sentence).not.toMatch(/invalid|expected|string|undefined|enum/i)
})

test('what is missing is told by its name and in the order of the page, the declaration with the rest', async () => {
  const told = async (form: z.ZodType, typed: Record<string, string>) => {
    const answer = await submit(post(typed), form, async () => null)
    return Object.entries(answer?.data.reply.error ?? {})
  }
  expect(await told(WhatForm, { title: ' ' })).toEqual([
    ['title', ['Write what it is called.']],
    ['organisation', ['Write where it was, or with whom.']],
    ['role', ['Write what you were there.']],
    ['category', ['Choose what kind of activity it was.']],
  ])
  const missing = await told(AskForm, { 'invitees[0].name': '', 'then': 'ask' })
  expect(missing.map(([field]) => field)).toEqual(['invitees[0].name', 'invitees[0].email', 'declaration'])
  expect(missing.flatMap(([, sentences]) => sentences)).not.toContain(forms.required)
  expect(await told(AskForm, { then: 'save' })).toEqual([])
  expect((await told(LinkForm, {})).map(([field]) => field)).toEqual(['url', 'name'])
})

test('when a rule says no, its sentence stands at the field it is about, or above the form', async () => {
  const atField = await refused(good, () => Promise.reject(new Refusal('Somebody was first.', 'title')))
  expect(atField).toMatchObject({
    reply: { error: { title: ['Somebody was first.'] }, initialValue: { title: 'Shifts' } },
    init: { status: 422 },
  })
  const above = await refused(good, () => Promise.reject(new Refusal('Not today.')))
  expect(above.reply.error).toEqual({ '': ['Not today.'] })
})

test('too many tries answer 429 and say when to try again', async () => {
  const { init, reply } = await refused(good, () => Promise.reject(new TooOften(125)))
  expect(init).toEqual({ status: 429, headers: { 'Retry-After': '125' } })
  expect(reply.error).toEqual({ '': ['Too many tries. Try again in 3 minutes.'] })
})

test('what is neither the form nor a rule goes on its way: a bug, and what does not exist', async () => {
  await expect(submit(post(good), Form, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  await expect(submit(post(good), Form, () => Promise.reject(new NotFound()))).rejects.toBeInstanceOf(
    NotFound,
  )
})

test('passwords never come back', async () => {
  const answer = await submit(
    post({ address: 'x', password: 'secret words' }),
    z.object({ address: z.email(), password: z.string() }),
    async () => null,
  )
  expect(JSON.stringify(answer)).not.toContain('secret words')
})

test('a form that met an ended session is kept whole, but for passwords and files', async () => {
  const body = new FormData()
  body.append('narrative', 'x'.repeat(10_000))
  body.append('claims[0].narrative', 'Ελένη, 水, أهلا')
  body.append('claims[0].narrative', 'twice')
  body.append('password', 'secret words')
  body.append('file', new File(['bytes'], 'rota.pdf'))
  const multipart = new Request('http://localhost:3000/sign-in', { method: 'POST', body })
  const bytes = await multipart.arrayBuffer()
  const headers = {
    'Content-Type': multipart.headers.get('Content-Type') ?? '',
    'Content-Length': String(bytes.byteLength),
  }
  const form = await readForm(
    new Request('http://localhost:3000/sign-in', { method: 'POST', body: bytes, headers }),
  )
  const kept = keepForm(form)
  expect(kept).toMatchObject({ hadFiles: true, isLost: false })
  expect(unpackFields(packFields(kept))).toEqual([
    ['narrative', 'x'.repeat(10_000)],
    ['claims[0].narrative', 'Ελένη, 水, أهلا'],
    ['claims[0].narrative', 'twice'],
  ])
})

function endless(type: string, start: string, chunk: string) {
  let sent = 0
  const bytes = (text: string) => new TextEncoder().encode(text)
  const body = new ReadableStream({
    start: controller => controller.enqueue(bytes(start)),
    pull: controller => {
      sent += chunk.length
      controller.enqueue(bytes(chunk))
    },
  })
  const init = { method: 'POST', body, duplex: 'half', headers: { 'Content-Type': type } }
  // Its type does not know `duplex`.
  return { request: new Request('http://localhost:3000/sign-in', init as RequestInit), sent: () => sent }
}

test('a visitor is read no longer than a form can be: text to two megabytes, a file in passing', async () => {
  const chunk = 'x'.repeat(100_000)
  const text = endless('application/x-www-form-urlencoded', 'narrative=', chunk)
  expect(await readForm(text.request)).toBeNull()
  expect(text.sent()).toBeLessThan(3_000_000)

  const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
  const upload = endless('multipart/form-data; boundary=b', file, chunk)
  expect(await readForm(upload.request)).toBeNull()
  expect(upload.sent()).toBeLessThan(30_000_000)

  const large = new FormData()
  large.append('name', 'Rota')
  large.append('file', new File(['x'.repeat(20_000_000)], 'rota.pdf'))
  large.append('chosen', new File([], ''))
  const form = await readForm(new Request('http://localhost:3000/sign-in', { method: 'POST', body: large }))
  expect([...(form ?? [])]).toEqual([['name', 'Rota'], ['file', expect.objectContaining({ size: 0 })]])
})

test('more than a page can carry is not kept, and says so; a spoiled field is nothing', async () => {
  const huge = new FormData()
  huge.append('narrative', 'x'.repeat(300_000))
  expect(keepForm(huge)).toEqual({ fields: [], hadFiles: false, isLost: true })
  const unmeasured = new Request('http://localhost:3000/sign-in', { method: 'POST', body: huge })
  expect(keepForm(await readForm(unmeasured))).toMatchObject({ isLost: true })
  for (const spoiled of [null, '', '{', '{"a":1}', '[["a"]]', '[["a",1]]'])
    expect(unpackFields(spoiled)).toEqual([])
})
