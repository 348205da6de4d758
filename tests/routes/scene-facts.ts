import { Readable } from 'node:stream'
import { openAppeal } from '~/domain/appeal.server'
import { reportRequest } from '~/domain/concern.server'
import { endorserOf, enterCode, sendCode } from '~/domain/confirmation-code.server'
import '~/domain/letters.server'
import { createAdmin } from '~/domain/membership.server'
import { startRun } from '~/domain/award-run.server'
import { startPaperRun } from '~/domain/paper-run.server'
import '~/documents/paper-run-work.server'
import '~/domain/award-run-work.server'
import { offerAwards } from '~/domain/offer.server'
import { findJwt } from '~/domain/credential-jwt.server'
import { actorFor, addPerson } from '~/domain/people.server'
import { askPartner, partnerPath } from '~/domain/partner.server'
import type { PersonActor } from '~/domain/policy'
import { proposeOpportunity } from '~/domain/proposal.server'
import { scanPath } from '~/domain/request-in-person.server'
import { findRequest, requestPath } from '~/domain/request.server'
import { declineActivity } from '~/domain/review.server'
import { proposeRoster } from '~/domain/roster.server'
import { unshareCredential } from '~/domain/share.server'
import { activeKey, rotateKey } from '~/domain/signing-key.server'
import { keepFile } from '~/domain/stored-file.server'
import { askTeammate } from '~/domain/team.server'
import { makeTranscript } from '~/domain/transcript.server'
import { confirmInWriting } from '~/domain/written-confirmation.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db, prepareDatabase, transaction, type CredentialModel, type ProgrammeModel } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { newId, newPublicId } from '~/lib/id.server'
import { runDueJobs } from '~/lib/jobs.server'
import { listMail } from '~/lib/mailbox.server'
import { migrate } from '~/lib/migrations.server'
import { found, Refusal } from '~/lib/refusal'
import { signIn } from '~/lib/session.server'
import { receive } from '~/lib/storage.server'
import { digits } from '~/lib/token.server'
import { visitCookie } from '~/lib/visit.server'
import { chapters, type Chapter } from '../../prisma/chapters'
import type { OpportunityKey } from '../../prisma/opportunities'
import { findHouseOfCast, keysOf, type House } from '../../prisma/people'
import { seedDemo } from '../../prisma/seed'
import { tell, type Setting } from '../../prisma/story'
import { cast, outsiders } from '../cast'
import { photo } from '../hostile-artwork'
import type { Person, RouteScene, Things } from './scene'

export async function tellFacts(): Promise<Pick<RouteScene, 'cookies' | 'things'>> {
  await migrate(settings())
  await prepareDatabase()
  await seedDemo()
  const house = await findHouseOfCast()
  const setting = await settingOf(house)
  const draft = await tell(setting, { ...chapter('shiftLead'), until: 'draft' })
  const [submitted, forInes] = [await tell(setting, asked('shiftLead')), await tell(setting, asked('sampling'))]
  setClock(null)
  const ownTokenOfInes = (await linkOf(forInes)).token
  const things = {
    draft, submitted, ownTokenOfInes, student: house.personIds.ana,
    ...(await activitiesOf(house)), ...(await linkOf(submitted)), concern: await reported(submitted), ...(await onDocument(setting)), ...(await againstMina(setting)), listing: await listed(house), teammate: await teamed(house, draft), ...(await issuedTo(house)), ...(await offices(house)),
  }
  const cookies = { visitor: '', ...(await sessions(house)), eleni: await visit(submitted), ines: await visit(forInes) }
  await db.$disconnect()
  return { cookies, things }
}

const chapter = (opportunity: OpportunityKey) => found(chapters.find(each => each.student === 'ana' && each.opportunity === opportunity))

function asked(opportunity: OpportunityKey): Chapter {
  return { ...chapter(opportunity), until: 'submitted', loggedDaysAgo: 3, weeks: 4 }
}

async function settingOf(house: House): Promise<Setting> {
  const competencies = await db.competency.findMany({ where: { humanCodingScheme: { not: null } } })
  const levels = await db.level.findMany({ orderBy: { position: 'asc' } })
  const opportunities = await db.opportunity.findMany()
  const idOf = (title: string) => found(opportunities.find(each => each.title === title)).id
  return {
    house,
    opportunityIds: new Map([['shiftLead', idOf('Shift lead')], ['sampling', idOf('Research assistant, estuary sampling')]]),
    competencyIds: new Map(competencies.map(({ humanCodingScheme, id }) => [humanCodingScheme ?? '', id])),
    levelIds: levels.map(({ id }) => id),
  }
}

async function activitiesOf({ personIds }: House) {
  const activities = await db.activity.findMany({ where: { studentId: personIds.ana }, include: { evidence: { where: { kind: 'file' } } } })
  const approved = found(activities.find(({ status, evidence }) => status === 'approved' && evidence.length > 0))
  const inReview = found(activities.find(({ status }) => status === 'inReview'))
  const review = await db.review.findFirstOrThrow({ where: { activityId: approved.id } })
  return { approved: approved.id, approvedEvidence: found(approved.evidence[0]).id, review: review.id, inReview: inReview.id }
}

async function linkOf(activityId: string) {
  const request = await db.endorsementRequest.findFirstOrThrow({ where: { activityId } })
  const evidence = await db.evidence.findFirstOrThrow({ where: { activityId, kind: 'file' } })
  const token = requestPath(request.id).slice('/e/'.length)
  return { request: request.id, token, scan: scanPath(request.id), tokenEvidence: evidence.id }
}

/** Somebody took back what it rests on. */
async function openedAgain({ id, awardId, institutionId, studentId }: CredentialModel) {
  const about = { institutionId, studentId, awardId, credentialId: id, openOf: id, openedAt: now(), answerBy: later(now(), DAY) }
  const { id: correction } = await db.correction.create({
    data: { id: newId(), ...about, cause: 'approvalRescinded', causeId: 'rescinded' },
  })
  return correction
}

/** One of Ana's credentials is shared; the other is switched off, and what only it carries is hidden. */
async function issuedTo({ personIds }: House) {
  const ana = found(await actorFor(personIds.ana))
  const credentials = await db.credential.findMany({ where: { studentId: ana.id }, orderBy: { awardedDate: 'asc' } })
  const [shared, unshared] = [found(credentials[0]), found(credentials[1])]
  await unshareCredential(ana, unshared.id)
  // It is signed when first asked for, and that leaves an event.
  await findJwt(unshared.id, ana)
  const former = await activeKey(ana.institutionId, 'P256')
  const next = await rotateKey({ kind: 'system', institutionId: ana.institutionId }, { why: 'routine' }, 'P256')
  const carriedBy = (credentialId: string) => ({ some: { credentialId } })
  const sharedOne = await db.endorsement.findFirstOrThrow({ where: { carriedBy: carriedBy(shared.id) } })
  const hidden = await db.endorsement.findFirstOrThrow({ where: { NOT: { carriedBy: carriedBy(shared.id) } } })
  return {
    key: next.id, formerKey: former.id,
    shared: shared.id, unshared: unshared.id, correction: await openedAgain(unshared), list: shared.listId,
    transcript: await makeTranscript(ana, { chosen: null, nameForm: 'official' }), sharedEndorsement: sharedOne.publicId, hiddenEndorsement: hidden.publicId,
  }
}

async function proposed(studentId: string, unitId: string) {
  const words = { title: 'Night steward', organisation: 'Students’ Union', category: 'volunteering' as const, description: 'Walks people home.' }
  return proposeOpportunity(found(await actorFor(studentId)), { ...words, unitId, competencies: [], validatorName: '', validatorEmail: '' })
}

async function offices({ institutionId, personIds, unitIds }: House): Promise<Pick<Things, 'offer' | 'proposal' | 'unit' | 'programme' | 'run' | 'paperRun' | 'partner' | 'achievement' | 'artwork' | 'signatory' | 'invitation' | 'letter'>> {
  const programme = await db.programme.findFirstOrThrow({ where: { title: 'Community Contribution', status: 'published' } })
  const { awardIds } = await offerAwards(found(await actorFor(personIds.rosa)), programme.id, [personIds.chidi])
  const run = await startRun(found(await actorFor(personIds.rosa)), programme.id, { students: [] })
  const paperRun = await startPaperRun(found(await actorFor(personIds.rosa)), { kind: 'certificate', programmeId: null, students: {} })
  const invitation = await createAdmin({ kind: 'system', institutionId }, { address: 'new@northbridge.example', officialName: 'New' })
  await runDueJobs()
  return {
    partner: await partnered(found(await actorFor(personIds.rosa)), programme.id),
    run, paperRun, offer: found(awardIds[0]), unit: unitIds.volunteering, proposal: await proposed(personIds.ana, unitIds.volunteering), programme: programme.id, achievement: programme.publicId, artwork: await pictured(programme),
    signatory: (await db.signatory.findFirstOrThrow()).id,
    invitation: found(invitation).slice('/invitation/'.length), letter: found((await listMail())[0]).name,
  }
}

/** As if it had been published with a picture; the house bears the same as its crest. */
async function pictured({ id, institutionId }: ProgrammeModel) {
  const picture = await receive(Readable.from([await photo(512, 512).png().toBuffer()]), 100_000, new Refusal('too large'))
  const { digest } = picture
  await transaction(async tx => {
    await keepFile(tx, institutionId, picture, { originalDigest: digest, mediaType: 'image/png' })
    await tx.programme.update({ where: { id }, data: { artworkDigest: digest } })
    await tx.institution.update({ where: { id: institutionId }, data: { crestDigest: digest } })
  })
  return digest
}

async function partnered(rosa: PersonActor, programmeId: string) {
  const { ines } = outsiders
  await askPartner(rosa, programmeId, { name: ines.name, email: ines.email, organisation: ines.organisation })
  const { id } = await db.programmePartner.findFirstOrThrow({ where: { programmeId } })
  return partnerPath(id).slice('/p/'.length)
}

async function reported(activityId: string) {
  const { id } = await db.endorsementRequest.findFirstOrThrow({ where: { activityId } })
  const request = found(await findRequest(id))
  await reportRequest(endorserOf(request), request, { text: 'This was somebody else.' })
  return (await db.concern.findFirstOrThrow({ where: { activityId } })).id
}

async function listed({ personIds }: House) {
  const ben = found(await actorFor(personIds.ben))
  const people = [{ name: cast.ana.usedName, email: cast.ana.email, minutes: 240, role: '' }]
  const facts = { title: 'Open day', organisation: 'Student office', role: 'Guide', category: 'volunteering' as const, note: '' }
  const id = await proposeRoster(ben, { ...facts, activityStartDate: '2026-03-14', activityEndDate: '2026-03-14', listed: people })
  return (await db.rosterEntry.findFirstOrThrow({ where: { rosterId: id } })).id
}

async function teamed({ personIds }: House, activityId: string) {
  await askTeammate(found(await actorFor(personIds.ana)), activityId, { address: cast.chidi.email })
  return (await db.teamMember.findFirstOrThrow({ where: { personId: personIds.chidi } })).id
}

/** Nobody answered, and a letter went to the review instead. */
async function onDocument(setting: Setting) {
  const documented = await tell(setting, asked('shiftLead'))
  setClock(null)
  await db.endorsementRequest.updateMany({ where: { activityId: documented }, data: { status: 'undeliverable' } })
  const letter = await receive(Readable.from(['A letter.']), 1000, new Refusal('too large'))
  const says = { kind: 'letter' as const, writtenBy: 'The shift’s lead', reason: 'The place has closed.' }
  const ana = found(await actorFor(setting.house.personIds.ana))
  await confirmInWriting(ana, { id: documented, revision: 1 }, says, { ...letter, name: 'letter.txt' })
  return { documented, document: (await db.writtenConfirmation.findFirstOrThrow({ where: { activityId: documented } })).id }
}

async function againstMina(setting: Setting) {
  const appealed = await tell(setting, { ...chapter('shiftLead'), until: 'inReview', loggedDaysAgo: 3, weeks: 4 })
  setClock(null)
  const shown = { id: appealed, revision: 1 }
  await declineActivity(found(await actorFor(setting.house.personIds.mina)), shown, { reason: 'Not like this.' })
  const ana = found(await actorFor(setting.house.personIds.ana))
  return { appealed, appeal: await openAppeal(ana, shown, { text: 'It was like this.' }) }
}

/** The code typed in a browser of their own. */
async function visit(activityId: string) {
  const { id } = await db.endorsementRequest.findFirstOrThrow({ where: { activityId } })
  const request = found(await findRequest(id))
  const browser = newPublicId()
  await sendCode(request, browser)
  const code = await db.confirmationCode.findFirstOrThrow({ where: { subjectId: id } })
  const key = await enterCode(request, browser, digits(code.id), { userAgent: 'a test', ip: '' })
  return pair(visitCookie(key))
}

async function sessions({ institutionId, personIds, unitIds }: House) {
  const elsewhere = await transaction(tx => addPerson(tx, {
    institutionId, officialName: 'A coordinator of another unit', address: 'elsewhere@northbridge.example', passwordHash: '',
    role: 'coordinator', unitId: unitIds.humanities,
  }))
  const members: Record<string, PersonActor> = { elsewhere }
  for (const key of keysOf(cast)) members[key] = found(await actorFor(personIds[key]))
  const cookies: Record<string, string> = {}
  for (const [key, person] of Object.entries(members)) cookies[key] = pair(await signIn(person, new Request('http://localhost')))
  return cookies as Record<Exclude<Person, 'visitor' | keyof typeof outsiders>, string> // everybody of the cast, and one more
}

const pair = (cookie: string) => cookie.slice(0, cookie.indexOf(';'))
