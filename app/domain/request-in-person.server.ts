import { db } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { allowed, found } from '~/lib/refusal'
import { linkToken, readLinkToken } from '~/lib/token.server'
import { askedOf, claimShown, houseOf } from './endorser-page.server'
import { masked } from './people'
import { isOwn, type PersonActor } from './policy'
import { closedReason, findRequest } from './request.server'
import { parseFacts } from './revision'
import { shortId } from './written-confirmation'

/**
 * What a student shows on their own screen. It opens no more than the page that mails the digits: the link itself,
 * which whoever holds it can also use to be asked no more, is for the mailbox alone.
 */
export function scanPath(requestId: string) {
  return `/q/${linkToken('scan', requestId)}`
}

/** The request that was scanned; what is closed is found too, to say so, and says nothing more of whom it was about. */
export async function findScanned(token: string | undefined) {
  const request = found(await findRequest(readLinkToken('scan', token ?? '') ?? ''))
  const asked = closedReason(request) === null ? askedOf(request) : null
  return { request, path: scanPath(request.id), house: houseOf(request.activity.student), asked }
}

/** For the student's page with the code to scan. */
export async function findShown(actor: PersonActor, activityId: string, requestId: string) {
  const request = found(await findRequest(requestId))
  allowed(request.activityId === activityId && isOwn(actor, request.activity))
  return {
    activityId,
    title: request.activity.title,
    endorser: request.endorserName,
    // What a colleague named is not the student's to learn.
    mailbox: masked(request.endorser.email),
    url: closedReason(request) === null ? settings().publicUrl + scanPath(request.id) : null,
  }
}

/** Everything that the sheet says which somebody without mail fills in by hand. */
export async function findPrintedForm(actor: PersonActor, activityId: string) {
  const activity = found(
    await db.activity.findUnique({
      where: { id: activityId },
      include: { student: { select: { usedName: true, institution: true } } },
    }),
  )
  allowed(isOwn(actor, activity))
  const revision = found(await readVersion(activity))
  const { name, office, contactEmail } = activity.student.institution
  return {
    id: activity.id,
    shortId: shortId(activity.id),
    url: `${settings().publicUrl}/review/${activity.id}`,
    version: revision.number,
    digest: revision.hash.slice(0, 12),
    student: activity.student.usedName,
    house: { name, office, contact: contactEmail },
    facts: parseFacts(revision.facts),
    claims: revision.claims.map(claimShown),
  }
}

export type PrintedForm = Awaited<ReturnType<typeof findPrintedForm>>

/** The version that is or was in question: nobody signs a draft. */
function readVersion({ id: activityId, revision }: { id: string; revision: number }) {
  return db.revision.findUnique({
    where: { activityId_number: { activityId, number: revision } },
    include: {
      claims: {
        orderBy: { position: 'asc' },
        include: {
          competency: {
            include: {
              descriptors: true,
              links: true,
              framework: { include: { levels: { orderBy: { position: 'asc' } } } },
            },
          },
        },
      },
    },
  })
}
