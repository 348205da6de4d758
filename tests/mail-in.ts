import { createTransport } from 'nodemailer'
import { receiveMail } from '~/domain/received-mail.server'
import { settings } from '~/lib/env.server'
import { closeInbox, openInbox } from '~/lib/inbox.server'
import { newPublicId } from '~/lib/id.server'
import { freePort } from './postgres'

export const REPLIES = 'replies.northbridge.example'

/** The listener on a port of its own. Answers how mail gets there. */
export async function openMailIn() {
  const port = await freePort()
  Object.assign(settings(), { mailInbox: { host: '127.0.0.1', port, domain: REPLIES } })
  await openInbox(receiveMail)
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, pool: true })
  return {
    port,
    async close() {
      transport.close()
      await closeInbox()
      Object.assign(settings(), { mailInbox: null })
    },
    /** As a mail server elsewhere would hand it over; an empty sender wants no answer. */
    send: (sender: string, to: string, raw: string) =>
      transport.sendMail({ envelope: { from: sender, to }, raw: raw.replace(/\r?\n/g, '\r\n') }),
  }
}

export type MailIn = Awaited<ReturnType<typeof openMailIn>>

interface Written {
  from: string
  text: string
  headers?: Record<string, string>
  messageId?: string
}

export function plainMail({
  from,
  text,
  headers = {},
  messageId = `${newPublicId()}@elsewhere.example`,
}: Written) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`)
  return `From: ${from}
Subject: Re: A student asks for your word
Message-ID: <${messageId}>
${lines.join('')}Content-Type: text/plain; charset=utf-8

${text}
`
}

/** RFC 3464, as Postfix writes it. */
export function deliveryReport(recipient: string, action = 'failed', status = '5.1.1') {
  return `From: MAILER-DAEMON@mx.elsewhere.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Message-ID: <${newPublicId()}@mx.elsewhere.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B1"

--B1
Content-Type: text/plain; charset=us-ascii

I could not deliver your message to <${recipient}>.

--B1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.elsewhere.example

Final-Recipient: rfc822; ${recipient}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 ${status} User unknown

--B1
Content-Type: message/rfc822

From: vouch@localhost
Subject: A student asks for your word

Dear you,
--B1--
`
}
