import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { now } from '~/lib/clock.server'
import { settings } from '~/lib/env.server'
import { newPublicId } from '~/lib/id.server'
import { freePort } from './postgres'

/** What fifty people who are asked do with their mail. */
export const habits = {
  refused: 5,
  bounces: 5,
  away: 5,
  asks: 5,
  confirms: 12,
  daily: 5,
  weekly: 5,
  declines: 4,
  silent: 3,
  stops: 1,
} as const
export type Habit = keyof typeof habits

export interface Reader {
  name: string
  email: string
  organisation: string
  habit: Habit
  /** Days they take. */
  pace: number
}

export const readers: Reader[] = Object.entries(habits).flatMap(([habit, count], kind) =>
  Array.from({ length: count }, (_, at) => {
    const name = `Reader ${kind}${String.fromCharCode(65 + at)}`
    const host = habit === 'refused' ? 'refused.example' : 'partner.example'
    const email = `${name.toLowerCase().replace(' ', '')}@${host}`
    // The keys of `habits` are its habits.
    return { name, email, organisation: 'A partner', habit: habit as Habit, pace: (at % 5) + 1 }
  }),
)

export interface Sent {
  to: string
  /** On the envelope: where it comes back to. */
  sender: string
  at: Date
  mail: Email
}

/** Every mail server there is, in one: it refuses one domain, and puts every twentieth letter off once. */
export async function openWorld() {
  const sent: Sent[] = []
  const seen = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) =>
      done(address.endsWith('@refused.example') ? refusal(550) : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(mail => {
          const isFirstTry = !seen.has(mail.messageId ?? '')
          seen.add(mail.messageId ?? '')
          if (isFirstTry && seen.size % 20 === 0) return done(refusal(451))
          const sender = envelope.mailFrom ? envelope.mailFrom.address : ''
          for (const { address } of envelope.rcptTo) sent.push({ to: address, sender, at: now(), mail })
          done()
        }, done)
      })
    },
  })
  const port = await freePort()
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  Object.assign(settings(), { mailUrl: `smtp://127.0.0.1:${port}` })
  return { sent, close: () => new Promise<void>(resolve => server.close(() => resolve())) }
}

const refusal = (responseCode: number) => Object.assign(new Error('no'), { responseCode })

/** As vacation programs write. */
export const awayMail = (from: string) => `From: ${from}
Subject: Automatic reply: A student asks for your word
Auto-Submitted: auto-replied
Message-ID: <${newPublicId()}@partner.example>

I am away until the first of next month.
`

export const titlesIn = ({ mail }: Sent) => [...new Set(mail.text?.match(/Shift \d{3}/g) ?? [])]

/** What a scanner finds to open. */
export const linksIn = ({ mail }: Sent) => mail.text?.match(/http:\/\/localhost:3000\/\S+/g) ?? []

/** Mail of our own accord about one request that came to one person less than a day after another. */
export function twiceInADay(sent: readonly Sent[]): string[] {
  const last = new Map<string, Date>()
  return sent.filter(isOurs).flatMap(letter =>
    titlesIn(letter).flatMap(title => {
      const key = subjectOf(letter, title)
      const before = last.get(key)
      last.set(key, letter.at)
      return before && letter.at.getTime() - before.getTime() < 23 * 3_600_000 ? [key] : []
    }),
  )
}

/** Digits, copies and answers are what somebody has just asked for. */
const isOurs = ({ mail }: Sent) => !/^(Your six digits|A copy of|An answer from)/.test(mail.subject ?? '')

/** One request is one thing to whoever is asked; to a student, each thing that somebody did about it is. */
function subjectOf({ to, mail }: Sent, title: string) {
  if (readers.some(({ email }) => email === to)) return `${to} ${title}`
  return `${to} ${title} ${mail.subject} ${mail.text?.match(/Reader \d[A-Z]/)?.[0]}`
}
