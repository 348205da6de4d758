import { db, read } from '~/lib/db.server'
import type { Aim } from './aim'
import type { ProgrammeLevel } from './programme'
import { findRequirementNames } from './requirement-names.server'
import { readRequirement } from './requirement.server'

interface AimRow {
  id: string
  seriesId: string
  title: string
  level: ProgrammeLevel
  artworkDigest: string | null
}

/** What is published, by title. On every home page, so the parts that never change are read once. */
export async function listAims(institutionId: string): Promise<Aim[]> {
  const rows = await read<AimRow>`
    SELECT p."id", p."seriesId", p."title", p."level", p."artworkDigest" FROM "Programme" p
    WHERE p."institutionId" = ${institutionId} AND p."status" = 'published' ORDER BY p."title", p."id"`
  return Promise.all(rows.map(async row => ({ ...row, ...(await lastingPart(row.id)) })))
}

type LastingPart = Pick<Aim, 'requirement' | 'names'>

/** A published version never changes, and neither do the frameworks it speaks of. */
const lasting = new Map<string, Promise<LastingPart>>()

function lastingPart(programmeId: string): Promise<LastingPart> {
  const known = lasting.get(programmeId)
  if (known) return known
  const reading = readLastingPart(programmeId)
  lasting.set(programmeId, reading)
  reading.catch(() => lasting.delete(programmeId))
  return reading
}

async function readLastingPart(programmeId: string) {
  const programme = await db.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { requirement: true },
  })
  const requirement = readRequirement(programme.requirement)
  return { requirement, names: await findRequirementNames([requirement]) }
}
