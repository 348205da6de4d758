import { letterHtml, letterText } from '~/lib/letter.server'
import { allowed } from '~/lib/refusal'
import { letterEditor } from '~/messages/en/letter-editor'
import type { Letter } from '~/messages/letter'
import { addDays } from './day'
import { REQUEST_DAYS } from './endorsement'
import { worded, type EditableLetter, type Template, type Values } from './letter-template'
import { mayKeepMail, type Actor } from './policy'
import { takeStationery, type Stationery } from './stationery.server'

/** The letter as it would be, with names that stand for others: as text and as a page. */
export async function previewLetter(actor: Actor, letter: EditableLetter, template: Template) {
  allowed(mayKeepMail(actor))
  const desk = await takeStationery()
  const written = demoLetter(letter, template, desk)
  return {
    subject: written.subject,
    text: letterText(written, desk.letterhead),
    html: letterHtml(written, desk.letterhead),
  }
}

const { demo } = letterEditor

function demoLetter(letter: EditableLetter, template: Template, desk: Stationery): Letter {
  const { words, contact } = desk
  const values = valuesFor(letter, desk)
  const link = { url: desk.url('/e/…'), stopUrl: desk.url('/e/…/stop') }
  const asking = {
    ...values,
    ...link,
    title: values.activity,
    worded: worded(template, values),
    contact,
    others: 0,
  }
  switch (letter) {
    case 'endorsement-request':
      return words.requests.endorsementRequest({ ...asking, message: demo.message, handedOverBy: null })
    case 'reminder':
      return words.requests.reminder(asking)
    case 'endorsement-receipt':
      return words.requests.endorsementReceipt({
        ...asking,
        confirmed: words.requests.confirmed(demo.role, desk.format.hours(40 * 60), values.period),
        judgements: [{ competency: demo.competency, outcome: demo.level, comment: '' }],
        statement: demo.statement,
      })
  }
}

function valuesFor(letter: EditableLetter, { house, format }: Stationery): Values {
  const today = format.today
  return {
    student: letter === 'endorsement-receipt' ? demo.wholeStudent : demo.student,
    activity: demo.activity,
    endorser: demo.endorser,
    institution: house.name,
    period: format.period(today, null),
    until: format.day(addDays(today, REQUEST_DAYS)),
  }
}
