import { setTimeout as wait } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { freePort } from '../postgres'

export interface PostOffice {
  url: string
  letters: Email[]
  /** The next letter to an address that has not been taken yet, waiting for it if need be. */
  take(to: string): Promise<Email>
  close(): Promise<void>
}

/** A real SMTP server on loopback that keeps what it is given. Addresses at refused.example it refuses for good. */
export async function openPostOffice(at?: number): Promise<PostOffice> {
  const letters: Email[] = []
  const taken = new Set<Email>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      if (!address.endsWith('@refused.example')) return done()
      done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(letter => {
          letters.push(letter)
          done()
        }, done)
      })
    },
  })
  const port = at ?? (await freePort())
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    async take(to) {
      for (let attempt = 0; attempt < 300; attempt++) {
        const letter = letters.find(each => !taken.has(each) && each.to?.some(({ address }) => address === to))
        if (letter) {
          taken.add(letter)
          return letter
        }
        await wait(100)
      }
      throw new Error(`No letter to ${to} within 30 seconds; there are ${letters.map(l => `${l.to?.[0]?.address}: ${l.subject}`).join(', ')}`)
    },
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
