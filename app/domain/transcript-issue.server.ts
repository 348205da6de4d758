import { db } from '~/lib/db.server'
import { publicIdFrom } from '~/lib/form-key.server'
import { allowed, found } from '~/lib/refusal'
import type { PaperLanguage } from '~/messages/paper-languages'
import type { NameForm } from './credential'
import { has, mayIssueTranscriptOf, type Actor, type PersonActor } from './policy'
import type { IssuedFor, IssueExtent, Owner } from './transcript'
import { chosenEntries, sharedEntries } from './transcript-entries.server'
import { makeUnder, type TranscriptMaking } from './transcript-making.server'
import { previewOf, type PreviewedTranscript } from './transcript-preview.server'

export interface TranscriptIssue extends IssuedFor {
  extent: IssueExtent
  nameForm: NameForm
  language?: PaperLanguage | undefined
}

/**
 * Signs a transcript of a student for whom they name, on the basis they name; its holder is told by letter. Two
 * clicks on one form, or one run come back to its student, make one. Answers its id.
 */
export async function issueTranscript(actor: Actor, studentId: string, issue: TranscriptIssue, formKey?: string): Promise<string> {
  const { office, student } = await findIssue(actor, studentId)
  const id = publicIdFrom(formKey, office.id, { studentId, issue })
  await makeUnder(id, office, issueMaking(office, student, issue))
  return id
}

/** What it would say. Nothing is signed, and nothing kept. */
export async function previewIssue(actor: Actor, studentId: string, issue: TranscriptIssue): Promise<PreviewedTranscript> {
  const { office, student } = await findIssue(actor, studentId)
  return previewOf(office.institutionId, issueMaking(office, student, issue))
}

/** Rule 11: whom they may issue nothing for is as one who does not exist. */
export async function findIssue(actor: Actor, studentId: string) {
  const student = found(await db.person.findFirst({
    where: { id: studentId, institutionId: actor.institutionId, erasedAt: null, memberships: { some: { role: 'student' } } },
    select: { id: true, institutionId: true, officialName: true, usedName: true },
  }))
  allowed(mayIssueTranscriptOf(actor, student))
  return { office: actor, student }
}

/** Who sees all of a record; others see what its student has shared. */
export function extentsFor(office: PersonActor): readonly IssueExtent[] {
  return has(office, 'registrar') ? ['complete', 'shared'] : ['shared']
}

function issueMaking(office: PersonActor, student: Owner, { extent, nameForm, language, recipient, basis }: TranscriptIssue): TranscriptMaking {
  allowed(extentsFor(office).includes(extent))
  const isComplete = extent === 'complete'
  return {
    isComplete, nameForm, language, issuedFor: { recipient, basis },
    findEntries: () => (isComplete ? chosenEntries(student, null) : sharedEntries(student)),
  }
}

/** What was issued of a student, the latest first, as far as the office may see it. */
export async function listIssued(actor: Actor, studentId: string) {
  const { office, student: { institutionId } } = await findIssue(actor, studentId)
  const seesAll = extentsFor(office).includes('complete')
  return db.transcript.findMany({
    where: { institutionId, studentId, recipient: { not: '' }, document: { not: '' }, ...(!seesAll && { madeById: office.id }) },
    select: { id: true, recipient: true, basis: true, validFrom: true, revokedAt: true },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
    take: MOST_LISTED,
  })
}

const MOST_LISTED = 50
