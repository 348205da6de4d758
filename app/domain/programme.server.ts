import { now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { newId, newPublicId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import { refuseUnpublishable } from './programme-check.server'
import type { ProgrammeForm } from './programme-form.server'
import type { ProgrammeStatus } from './programme'
import { mayBuildProgrammes, mayPublishProgramme, type Actor } from './policy'

export async function draftProgramme(actor: Actor, form: ProgrammeForm): Promise<string> {
  allowed(mayBuildProgrammes(actor))
  return draft(actor, { seriesId: newId(), version: 1 }, form)
}

/** A draft is rewritten as a whole. What is with somebody else to publish, or published, is not. */
export async function rewriteProgramme(actor: Actor, id: string, form: ProgrammeForm): Promise<void> {
  const programme = await buildable(actor, id)
  await transaction(async tx => {
    await move(tx, id, ['draft'], 'draft')
    await tx.programmeOutcome.deleteMany({ where: { programmeId: id } })
    await tx.programme.update({ where: { id }, data: { ...columns(form), createdById: idOf(actor) } })
    await tx.programmeOutcome.createMany({ data: outcomes(id, form) })
    await record(tx, actor, 'programme.rewritten', id, { version: programme.version })
  })
}

/** The next version, as a draft beside the published one. */
export async function reviseProgramme(actor: Actor, id: string, form: ProgrammeForm): Promise<string> {
  const { seriesId } = await buildable(actor, id)
  const latest = await db.programme.aggregate({ where: { seriesId }, _max: { version: true } })
  return draft(actor, { seriesId, version: (latest._max.version ?? 0) + 1 }, form)
}

export async function proposeProgramme(actor: Actor, id: string): Promise<void> {
  const programme = await buildable(actor, id)
  await refuseUnpublishable(programme)
  await change(actor, id, ['draft'], 'inReview', 'programme.proposed')
}

export async function returnProgramme(actor: Actor, id: string): Promise<void> {
  await buildable(actor, id)
  await change(actor, id, ['inReview'], 'draft', 'programme.returned')
}

/** By a second person. From here on it never changes; the version before it is retired. */
export async function publishProgramme(actor: Actor, id: string): Promise<void> {
  const programme = await buildable(actor, id)
  if (!mayPublishProgramme(actor, programme)) {
    throw new Refusal('You made this version, so a colleague publishes it.')
  }
  await refuseUnpublishable(programme)
  const { seriesId, version } = programme
  await transaction(async tx => {
    await move(tx, id, ['inReview'], 'published')
    await tx.programme.update({ where: { id }, data: { publishedAt: now(), publishedById: idOf(actor) } })
    await tx.programme.updateMany({
      where: { seriesId, status: 'published', id: { not: id } }, data: { status: 'retired' },
    })
    await record(tx, actor, 'programme.published', id, { series: seriesId, version })
  })
}

/** Nothing new is awarded. What was awarded stays what it is. */
export async function retireProgramme(actor: Actor, id: string): Promise<void> {
  await buildable(actor, id)
  await change(actor, id, ['published'], 'retired', 'programme.retired')
}

async function draft(actor: Actor, series: { seriesId: string; version: number }, form: ProgrammeForm) {
  const id = newId()
  await transaction(async tx => {
    await tx.programme.create({
      data: {
        id, institutionId: actor.institutionId, publicId: newPublicId(), ...series, ...columns(form),
        createdById: idOf(actor), createdAt: now(),
      },
    })
    await tx.programmeOutcome.createMany({ data: outcomes(id, form) })
    await record(tx, actor, 'programme.drafted', id, { series: series.seriesId, version: series.version })
  })
  return id
}

async function buildable(actor: Actor, id: string) {
  allowed(mayBuildProgrammes(actor))
  const { institutionId } = actor
  return found(await db.programme.findFirst({ where: { id, institutionId }, include: { outcomes: true } }))
}

function change(actor: Actor, id: string, from: ProgrammeStatus[], to: ProgrammeStatus, action: string) {
  return transaction(async tx => {
    await move(tx, id, from, to)
    await record(tx, actor, action, id)
  })
}

async function move(tx: Tx, id: string, from: ProgrammeStatus[], to: ProgrammeStatus) {
  const { count } = await tx.programme.updateMany({
    where: { id, status: { in: from } }, data: { status: to },
  })
  if (count === 0) {
    throw new Refusal('This programme has moved on in the meantime. Look at it again before you decide.')
  }
}

function idOf(actor: Actor) {
  return actor.kind === 'person' ? actor.id : null
}

function columns({ outcomes: _, ...form }: ProgrammeForm) {
  return form
}

function outcomes(programmeId: string, form: ProgrammeForm) {
  return form.outcomes.map((outcome, position) => ({ programmeId, position, ...outcome }))
}
