import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { certificate, privateKey } from '../lib/localhost-certificate'
import { newVcApi, type Answer, type VcApi } from './vc-api'

export interface RunningVcApi extends VcApi {
  origin: string
  close(): Promise<void>
}

/** On loopback alone: by HTTP for the suites, by HTTPS for the status lists. 0: any port. */
export async function startVcApi(port = 0, securePort = 0): Promise<RunningVcApi> {
  const opened: { api?: VcApi } = {}
  const listener: RequestListener = (request, response) => {
    answer(opened.api, request, response).catch((error: unknown) => {
      console.error(error)
      response.writeHead(500).end('{}')
    })
  }
  const plain = createServer(listener)
  const secure = createSecureServer({ cert: certificate, key: privateKey }, listener)
  const origin = `http://localhost:${await listen(plain, port)}`
  opened.api = newVcApi(`https://localhost:${await listen(secure, securePort)}`)
  return { ...opened.api, origin, close: async () => void (await Promise.all([plain, secure].map(stop))) }
}

async function answer(api: VcApi | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '' } = request
  const { status, body } = api ? await api.answer(method, url, await text(request)) : NOT_YET
  const sent = typeof body === 'string' ? body : JSON.stringify(body)
  const type = sent.startsWith('{') ? 'application/json' : 'application/jwt'
  response.writeHead(status, { 'content-type': type }).end(sent)
}

const NOT_YET: Answer = { status: 503, body: {} }

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(portOf(server.address())))
  })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('It listens nowhere.')
  return address.port
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve, reject) => server.close(error => (error ? reject(error) : resolve())))
}
