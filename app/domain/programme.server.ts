import { now } from '~/lib/clock.server'
import { db, isTaken, transaction, type Prisma, type Tx } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { newId, newPublicId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { designForms as says } from '~/messages/en/design-forms'
import { record } from './audit.server'
import { refuseUnpublishable } from './programme-check.server'
import type { ProgrammeForm } from './programme-form.server'
import type { ProgrammeStatus } from './programme'
import { allShownOf } from './programme-shown.server'
import { mayBuildProgrammes, mayPublishProgramme, type Actor } from './policy'

export async function draftProgramme(actor: Actor, form: ProgrammeForm, formKey?: string): Promise<string> {
  allowed(mayBuildProgrammes(actor))
  const id = idFrom(formKey, idOf(actor) ?? '', form)
  const making = draft(actor, { id, seriesId: newId(), version: 1 }, form)
  return once(id, making, () => db.programme.count({ where: { id } }))
}

/** A draft is rewritten as a whole. What is with somebody else to publish, or published, is not. */
export async function rewriteProgramme(actor: Actor, id: string, form: ProgrammeForm): Promise<void> {
  const programme = await buildable(actor, id)
  await transaction(async tx => {
    await move(tx, id, ['draft'], 'draft')
    await tx.programme.update({ where: { id }, data: { ...columns(form), createdById: idOf(actor) } })
    await replaceOutcomes(tx, id, form.outcomes)
    await record(tx, actor, 'programme.rewritten', id, { version: programme.version })
  })
}

/** The next version, as a draft beside the published one. */
export async function reviseProgramme(actor: Actor, id: string, form: ProgrammeForm): Promise<string> {
  const { seriesId, translations, artworkDigest } = await buildable(actor, id)
  const latest = await db.programme.aggregate({ where: { seriesId }, _max: { version: true } })
  const version = (latest._max.version ?? 0) + 1
  try {
    const kept = { artworkDigest, ...(translations !== null && { translations }) }
    return await draft(actor, { id: newId(), seriesId, version, ...kept }, form)
  } catch (error) {
    if (isTaken(error)) throw new Refusal(says.versionTaken)
    throw error
  }
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

/** By a second person, as `allShownOf` says they read it. From here on it never changes; the version before it is retired. */
export async function publishProgramme(actor: Actor, id: string, shown?: string): Promise<void> {
  const programme = await buildable(actor, id)
  if (!mayPublishProgramme(actor, programme)) {
    throw new Refusal(says.ownVersion)
  }
  await refuseUnpublishable(programme)
  const { seriesId, version } = programme
  await transaction(async tx => {
    await move(tx, id, ['inReview'], 'published')
    const kept = await tx.programme.findUniqueOrThrow({ where: { id }, include: { outcomes: true } })
    if (allShownOf(kept) !== (shown ?? allShownOf(programme))) throw new Refusal(says.changed)
    await tx.programme.update({ where: { id }, data: { publishedAt: now(), publishedById: idOf(actor) } })
    await record(tx, actor, 'programme.published', id, { series: seriesId, version })
    // After it, where all who write stand in one line: of two versions at once the later sees the earlier.
    await tx.programme.updateMany({
      where: { seriesId, status: 'published', id: { not: id } }, data: { status: 'retired' },
    })
  })
}

/** Nothing new is awarded. What was awarded stays what it is. */
export async function retireProgramme(actor: Actor, id: string): Promise<void> {
  await buildable(actor, id)
  await change(actor, id, ['published'], 'retired', 'programme.retired')
}

type Version = Pick<Prisma.ProgrammeUncheckedCreateInput, 'id' | 'seriesId' | 'version' | 'translations' | 'artworkDigest'>

async function draft(actor: Actor, { id, ...version }: Version, form: ProgrammeForm) {
  await transaction(async tx => {
    await tx.programme.create({
      data: {
        id, institutionId: actor.institutionId, publicId: newPublicId(), ...version, ...columns(form),
        createdById: idOf(actor), createdAt: now(),
      },
    })
    await replaceOutcomes(tx, id, form.outcomes)
    await record(tx, actor, 'programme.drafted', id, { series: version.seriesId, version: version.version })
  })
  return id
}

/** Of their institution, to be built on by them; 404 for everything else. */
export async function buildable(actor: Actor, id: string) {
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

/** Only from these states: one of two simultaneous clicks wins (rule 6). */
export async function move(tx: Tx, id: string, from: ProgrammeStatus[], to: ProgrammeStatus) {
  const { count } = await tx.programme.updateMany({
    where: { id, status: { in: from } }, data: { status: to },
  })
  if (count === 0) {
    throw new Refusal(says.movedOn)
  }
}

export function idOf(actor: Actor) {
  return actor.kind === 'person' ? actor.id : null
}

function columns({ outcomes: _, ...form }: ProgrammeForm) {
  return form
}

export async function replaceOutcomes(tx: Tx, programmeId: string, outcomes: ProgrammeForm['outcomes']) {
  await tx.programmeOutcome.deleteMany({ where: { programmeId } })
  await tx.programmeOutcome.createMany({
    data: outcomes.map((outcome, position) => ({ programmeId, position, ...outcome })),
  })
}
