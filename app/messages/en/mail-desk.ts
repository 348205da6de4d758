import type { Template } from '~/domain/notification.server'
import { capital, plural, spell } from './numbers'

const letters: Record<Template, string> = {
  'confirm-address': 'Set up your account',
  'already-registered': 'You have an account already',
  'invitation': 'Invitation to an account',
  'password-reset': 'Choose a new password',
  'password-changed': 'Your password was changed',
  'endorsement-request': 'Request to confirm an activity',
  'reminder': 'Reminder of a request, by the student',
  'waiting': 'What waits for somebody who was asked',
  'request-unanswered': 'Nobody has answered yet',
  'request-escalated': 'A request stays without an answer',
  'endorsement-code': 'Six digits',
  'domain-code': 'Six digits to link a domain to a unit',
  'partner-asked': 'An organisation is asked about a programme',
  'partner-code': 'Six digits to endorse a programme',
  'endorsement-receipt': 'Copy of what was confirmed',
  'receipt-of-many': 'Copy of all that was confirmed',
  'endorsement-amended': 'A confirmation was said anew',
  'endorsement-withdrawn': 'A confirmation was taken back',
  'withdrawn-after-approval': 'A confirmation was taken back after approval',
  'request-returned': 'A question about an activity',
  'request-declined': 'Somebody cannot confirm an activity',
  'request-undeliverable': 'A letter came back',
  'request-handed-over': 'A request was handed over',
  'question-asked': 'A question to a student',
  'question-answered': 'An answer from a student',
  'mail-not-taken': 'A mail was not passed on',
  'files-not-kept': 'Attached files were not kept',
  'concern-reported': 'A concern',
  'concern-receipt': 'Receipt of a concern',
  'activity-endorsed': 'An activity was confirmed',
  'activity-approved': 'An activity was approved',
  'activity-returned': 'A question from the review',
  'activity-declined': 'An activity was declined',
  'activity-rescinded': 'An approval was taken back',
  'appeal-opened': 'An appeal',
  'appeal-overdue': 'An appeal is overdue',
  'appeal-decided': 'An appeal was decided',
  'request-passed-on': 'A request went to somebody else',
  'teammate-asked': 'Somebody is asked to join a team',
  'proposal-opened': 'A proposal is in the catalogue',
  'proposal-returned': 'A question about a proposal',
  'proposal-declined': 'A proposal was declined',
  'listed': 'A list that somebody is on',
  'award-offered': 'A credential is offered',
  'award-reminder': 'A credential is still offered',
  'credential-issued': 'A credential was issued',
  'transcript-issued': 'A transcript was issued to somebody',
  'credential-revoked': 'A credential was revoked',
  'credential-expiring': 'A credential ends soon',
  'correction-opened': 'A credential is looked at again',
  'correction-decided': 'It was decided about a credential',
}

const named: Record<string, string> = letters

/** The administrator's desk for mail: what could not be sent, the words of letters, quiet hours. */
export const mailDesk = {
  title: 'Letters',
  heading: (stuck: number, isMore: boolean) => {
    if (isMore) return `More than ${stuck} letters could not be sent.`
    if (stuck === 0) return 'Every letter has left.'
    return plural(stuck, {
      one: 'One letter could not be sent.',
      other: `${capital(spell(stuck))} letters could not be sent.`,
    })
  },
  below: 'Seven tries over a day and a half, and then they wait here for you.',
  none: 'When a letter cannot be sent after the last try, it stands here with the reason.',
  what: (kind: string) => named[kind] ?? `Work behind the scenes: ${kind}`,
  to: (address: string) => `To ${address}`,
  since: (on: string, written: string) => `Given up ${on}, written ${written}`,
  trouble: {
    unreachable: 'The mail server could not be reached.',
    signIn: 'The mail server did not accept our name and password.',
    refused: 'The mail server refused it, and says that it would again.',
    putOff: 'The mail server put it off each time.',
    ours: 'Something failed here before it could be handed over.',
  },
  said: 'What was said',
  again: 'Send again',
  againOf: (letter: string, to: string | null) =>
    to ? `Send again to ${to}: ${letter}` : `Try again: ${letter}`,
  giveUp: 'Give up',
  giveUpOf: (letter: string, to: string | null) =>
    to ? `Give up, to ${to}: ${letter}` : `Give up: ${letter}`,
  sentAgain: 'It is on its way once more.',
  givenUp: 'Given up. If it asked somebody to confirm, the student knows and can name somebody else.',
}
