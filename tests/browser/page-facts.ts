import { Readable } from 'node:stream'
import { uploadArtwork } from '~/domain/artwork.server'
import { openNextVersion } from '~/domain/design-draft.server'
import { findDesign } from '~/domain/design-page.server'
import { writePart } from '~/domain/design-requirement.server'
import { linkPath, makeLink } from '~/domain/one-time-link.server'
import { endorseAsPartner } from '~/domain/partner-answer.server'
import { sendPartnerCode } from '~/domain/partner-code.server'
import { askPartner, findPartner, partnerPath } from '~/domain/partner.server'
import { actorFor } from '~/domain/people.server'
import type { PersonActor } from '~/domain/policy'
import { commentOnProgramme } from '~/domain/programme-comment.server'
import { requestPath } from '~/domain/request.server'
import { issueTranscript } from '~/domain/transcript-issue.server'
import { makeTranscript, shareTranscript } from '~/domain/transcript.server'
import { DAY } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { found, Refusal } from '~/lib/refusal'
import { receive } from '~/lib/storage.server'
import { digits } from '~/lib/token.server'
import { findHouseOfCast } from '../../prisma/people'
import { cast, newcomers, outsiders } from '../cast'
import { plainDrawing } from '../hostile-artwork'
import type { RouteScene } from '../routes/scene'

export interface MoreThings {
  /** The link of Ines to what she answered, and to nothing that is decided yet. */
  answered: string
  /** Of Chidi: sent back to him with a question. */
  returned: string
  /** An entry of the catalogue that is open to everybody. */
  opportunity: string
  /** The request that waits for Ben, who has a sign-in. */
  askedOfBen: string
  /** The next version of the programme, with another line and a comment. */
  draft2: string
  /** Links of organisations: to that draft, and to what they endorsed. */
  partnerOfDraft: string
  partnerWhoEndorsed: string
  partnerEndorsement: string
  /** A selection of Ana’s that everybody may see. */
  sharedTranscript: string
  /** Of Ana's record, by Rosa, to somebody. */
  issuedTranscript: string
  confirmation: string
  passwordReset: string
}

/** What only pages need: told before a server opens on it, and after the scene of the routes. */
export async function tellMore({ things }: RouteScene): Promise<MoreThings> {
  const answered = await db.endorsementRequest.findFirstOrThrow({ where: { activityId: things.inReview } })
  const returned = await db.activity.findFirstOrThrow({ where: { status: 'returned' } })
  const opportunity = await db.opportunity.findFirstOrThrow({
    where: { proposedById: null, retiredAt: null },
  })
  const askedOfBen = await db.endorsementRequest.findFirstOrThrow({
    where: { status: 'sent', endorser: { email: cast.ben.email } },
  })
  const more = {
    answered: requestPath(answered.id),
    returned: returned.id,
    opportunity: opportunity.id,
    askedOfBen: askedOfBen.id,
    ...(await designs(things.programme)),
    sharedTranscript: await shareSelection(things.shared),
    issuedTranscript: await issueToSomebody(),
    confirmation: await link('confirmation', 'new.student@northbridge.example'),
    passwordReset: await link('passwordReset', cast.ana.email),
  }
  await db.$disconnect()
  return more
}

async function shareSelection(credentialId: string) {
  const { personIds } = await findHouseOfCast()
  const ana = found(await actorFor(personIds.ana))
  const id = await makeTranscript(ana, { chosen: { credentialIds: [credentialId], activityIds: [] }, nameForm: 'used' })
  await shareTranscript(ana, id, true)
  return id
}

async function issueToSomebody() {
  const { personIds } = await findHouseOfCast()
  const told = { recipient: 'Shoreline Food Bank', basis: 'Her request of 2 November 2026', extent: 'complete', nameForm: 'used' } as const
  return issueTranscript(found(await actorFor(personIds.rosa)), personIds.ana, told)
}

async function designs(programmeId: string) {
  const omar = found(await actorFor((await findHouseOfCast()).personIds.omar))
  const draft2 = await openNextVersion(omar, programmeId)
  const { shown } = await findDesign(omar, draft2)
  await writePart(omar, draft2, { at: '', shown: shown.requirement }, 'within', { kind: 'reflection', minimum: 1 })
  await commentOnProgramme(omar, draft2, { about: 'criteria', text: 'Say how many hours.' })
  await picture(omar, draft2, shown.artwork)
  const { kofi, noor } = newcomers
  await askPartner(omar, draft2, { ...kofi, organisation: outsiders.ines.organisation })
  await askPartner(omar, programmeId, { ...noor, organisation: outsiders.ines.organisation })
  const partnerOfDraft = await linkOfPartner(kofi.email)
  const partnerWhoEndorsed = await linkOfPartner(noor.email)
  const partner = found(await findPartner(partnerWhoEndorsed.slice('/p/'.length)))
  await sendPartnerCode(partner, 'a-browser-of-this-test')
  const code = await db.confirmationCode.findFirstOrThrow({ where: { subjectId: partner.id } })
  const said = { statement: 'We would take them on.', code: digits(code.id) }
  await endorseAsPartner(partner, 'a-browser-of-this-test', said)
  return { draft2, partnerOfDraft, partnerWhoEndorsed, partnerEndorsement: partner.publicId }
}

async function picture(omar: PersonActor, draft: string, shown: string) {
  const arrived = await receive(Readable.from([plainDrawing]), 100_000, new Refusal('too large'))
  await uploadArtwork(omar, draft, shown, arrived)
  await arrived.discard()
}

async function linkOfPartner(email: string) {
  return partnerPath((await db.programmePartner.findFirstOrThrow({ where: { email } })).id)
}

async function link(purpose: 'confirmation' | 'passwordReset', address: string) {
  const { id: institutionId } = await db.institution.findFirstOrThrow()
  const id = await transaction(tx => makeLink(tx, { institutionId, purpose, address, lasts: DAY }))
  return linkPath(purpose, id)
}
