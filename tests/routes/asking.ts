import { request } from 'node:http'

/** How an address can be asked: the page, a form, and both as Remix asks for data. */
export const ways = ['page', 'form', 'page data', 'form data'] as const
export type Way = (typeof ways)[number]

export interface Answer {
  status: number
  location: string
  body: string
}

export interface Asking {
  port: string
  cookie: string
  way: Way
  address: string
  /** Of the route asked, where data of one route alone is wanted. */
  only?: string
  isIndex: boolean
  fields: Record<string, string>
}

export async function ask({ port, cookie, way, address, only, isIndex, fields }: Asking): Promise<Answer> {
  const isForm = way.startsWith('form')
  const url = new URL(address, 'http://localhost')
  if (isForm && isIndex) url.searchParams.set('index', '')
  if (only && way === 'page data') url.searchParams.set('_routes', only)
  if (way.endsWith('data')) url.pathname = url.pathname === '/' ? '/_root.data' : `${url.pathname}.data`
  const path = `${url.pathname}${url.search.replace('index=', 'index')}`
  const answer = await send({ port, path, cookie, form: isForm ? new URLSearchParams(fields).toString() : null })
  return { ...answer, body: comparable(answer.body, address), location: comparable(answer.location, address) }
}

/** Without what differs each time, and without the address itself. */
function comparable(text: string, address: string) {
  const [path = ''] = address.split('?')
  const spellings = [address, encodeURIComponent(address), path, encodeURIComponent(path)]
  const plain = spellings.reduce((rest, spelling) => (spelling.length > 1 ? rest.replaceAll(spelling, '[address]') : rest), text)
  return plain.replace(/nonce="[^"]*"/g, '').replace(/\b1\d{12}\b/g, '[now]')
}

interface Sent {
  port: string
  path: string
  cookie: string
  form: string | null
}

function send({ port, path, cookie, form }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      Host: `localhost:${port}`, ...(cookie && { Cookie: cookie }),
      ...(form !== null && {
        'Origin': `http://localhost:${port}`, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': form.length,
      }),
    }
    const asked = request({ host: '127.0.0.1', port, path, method: form === null ? 'GET' : 'POST', headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', body: Buffer.concat(chunks).toString() })
      })
    })
    asked.on('error', reject).end(form ?? '')
  })
}
