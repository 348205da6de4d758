import { settings } from '~/lib/env.server'
import type { Job } from '~/lib/job-queue.server'
import { registerJobs } from '~/lib/jobs.server'
import { letterHtml, letterText } from '~/lib/letter.server'
import { log } from '~/lib/log.server'
import { sendMail, Undeliverable } from '~/lib/mail.server'
import {
  writeAlreadyRegistered,
  writeConfirmation,
  writeInvitation,
  writePasswordChanged,
  writePasswordReset,
} from './account-letters.server'
import { writeAppeal, writeAppealDecided } from './appeal-letters.server'
import { writeExpiring, writeIssued, writeOffer, writeRevoked } from './award-letters.server'
import {
  writeEndorsementCode,
  writeEndorsementRequest,
  writeReminder,
} from './endorser-letters.server'
import { writeTranscriptIssued } from './transcript-letters.server'
import { writeConcern, writeConcernReceipt } from './concern-letters.server'
import { writeCorrection, writeCorrectionDecided } from './correction-letters.server'
import { writeFilesNotKept, writeNotTaken } from './received-letters.server'
import { writeReceipt, writeReceiptOfMany } from './receipt-letters.server'
import { writeAmended, writeTakenBack, writeTakenBackLate } from './withdrawal-letters.server'
import { writeTeammateAsked } from './team-letters.server'
import { notificationIn, told, type Letters, type Template } from './notification.server'
import { writeEscalated, writeUnanswered, writeWaiting } from './reminder-letters.server'
import { answersTo } from './reply-address.server'
import { writeDomainCode } from './domain-letters.server'
import { writePartnerAsked, writePartnerCode } from './partner-letters.server'
import { writeProposal } from './proposal-letters.server'
import { writeListed } from './roster-letters.server'
import { takeStationery, type Stationery, type Written } from './stationery.server'
import {
  writeApproved,
  writeDecided,
  writeDeclined,
  writeEndorsed,
  writeHandedOver,
  writeReturned,
  writeUndeliverable,
} from './student-letters.server'
import { writeQuestion, writeReply } from './thread-letters.server'

type Writers = { [T in Template]: (params: Letters[T], desk: Stationery) => Promise<Written> }

const writers: Writers = {
  'confirm-address': writeConfirmation,
  'already-registered': writeAlreadyRegistered,
  'invitation': writeInvitation,
  'password-reset': writePasswordReset,
  'password-changed': writePasswordChanged,
  'endorsement-request': writeEndorsementRequest,
  'reminder': writeReminder,
  'waiting': writeWaiting,
  'request-unanswered': writeUnanswered,
  'request-escalated': writeEscalated,
  'endorsement-code': writeEndorsementCode,
  'domain-code': writeDomainCode,
  'partner-asked': writePartnerAsked,
  'partner-code': writePartnerCode,
  'endorsement-receipt': writeReceipt,
  'receipt-of-many': writeReceiptOfMany,
  'endorsement-amended': writeAmended,
  'endorsement-withdrawn': writeTakenBack,
  'withdrawn-after-approval': writeTakenBackLate,
  'request-returned': writeReturned,
  'request-declined': writeDeclined,
  'request-undeliverable': writeUndeliverable,
  'request-handed-over': writeHandedOver('handedOver'),
  'request-passed-on': writeHandedOver('passedOn'),
  'question-asked': writeQuestion,
  'question-answered': writeReply,
  'mail-not-taken': writeNotTaken,
  'files-not-kept': writeFilesNotKept,
  'teammate-asked': writeTeammateAsked,
  'listed': writeListed,
  'concern-reported': writeConcern,
  'concern-receipt': writeConcernReceipt,
  'activity-endorsed': writeEndorsed,
  'activity-approved': writeApproved,
  'activity-returned': writeDecided('activityReturned'),
  'activity-declined': writeDecided('activityDeclined'),
  'activity-rescinded': writeDecided('activityRescinded'),
  'proposal-opened': writeProposal('opened'),
  'proposal-returned': writeProposal('returned'),
  'proposal-declined': writeProposal('declined'),
  'appeal-opened': writeAppeal('opened'),
  'appeal-overdue': writeAppeal('overdue'),
  'appeal-decided': writeAppealDecided,
  'award-offered': writeOffer('awardOffered'),
  'award-reminder': writeOffer('awardReminder'),
  'credential-issued': writeIssued,
  'credential-revoked': writeRevoked,
  'credential-expiring': writeExpiring,
  'transcript-issued': writeTranscriptIssued,
  'correction-opened': writeCorrection,
  'correction-decided': writeCorrectionDecided,
}

registerJobs({ mail: deliver })

/** Writes one letter and hands it to the mail server. A repeat carries the same Message-ID (rule 13). */
async function deliver({ id, payload }: Job) {
  const notification = notificationIn(payload)
  const desk = await takeStationery()
  const written = await write(notification.template, notification.params, desk)
  if (!written) return log.info({ job: id, template: notification.template }, 'nothing left to write about')
  const { letter, attachments } = written
  try {
    await sendMail({
      to: notification.to,
      subject: letter.subject,
      ...(await answersTo(notification)),
      messageId: `${id}@${new URL(settings().publicUrl).hostname}`,
      text: letterText(letter, desk.letterhead),
      html: letterHtml(letter, desk.letterhead),
      ...(attachments && { attachments }),
    })
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error
    log.info({ job: id, template: notification.template }, 'nobody has this address')
    return told('undeliverable', notification)
  }
  return told('delivered', notification)
}

function write<T extends Template>(template: T, params: Letters[T], desk: Stationery) {
  const writer: Writers[T] = writers[template]
  return writer(params, desk)
}
