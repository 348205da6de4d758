import { now } from '~/lib/clock.server'
import { db, type Prisma } from '~/lib/db.server'
import type { Cell } from '~/lib/xlsx.server'
import type { Words } from '~/messages/messages'
import { sheetIn } from './because.server'
import { stateOf } from './credential'
import { credentialUrl } from './credential-document.server'
import { assuranceOf, inHours } from './exported-activities.server'
import type { ExportScope } from './exports'
import { fold } from './fold'
import { findHouse } from './institution.server'
import { originOf } from './issuer.server'

const AT_ONCE = 200

/** Credentials, the latest award first, as they were sealed; what was replaced by another is left out. */
export async function* exportedCredentials(scope: ExportScope, words: Words): AsyncGenerator<Cell[][]> {
  const origin = originOf(await findHouse())
  const asked = fold(scope.search).split(/\s+/).filter(Boolean)
  for (let last: Read | undefined; ;) {
    const read: Read[] = await db.credential.findMany({ where: told(scope, last), select: columns, orderBy: [{ awardedDate: 'desc' }, { id: 'desc' }], take: AT_ONCE })
    const rows = read.map(each => rowOf(each, origin, words)).filter(([student, , , title]) => {
      const text = fold(`${student} ${title}`)
      return asked.every(word => text.includes(word))
    })
    if (rows.length > 0) yield rows
    last = read.at(-1)
    if (!last || read.length < AT_ONCE) return
  }
}

function told({ institutionId, actorId, unitIds, onlyShared }: ExportScope, last?: Read): Prisma.CredentialWhereInput {
  return {
    institutionId,
    studentId: { not: actorId },
    document: { not: '' },
    ...(onlyShared && { sharedAt: { not: null }, status: 'valid' }),
    student: { erasedAt: null, ...(unitIds && { enrolments: { some: { unitId: { in: [...unitIds] } } } }) },
    AND: [
      { OR: [{ revocationReason: null }, { revocationReason: { not: 'superseded' } }] },
      ...(last ? [{ OR: [{ awardedDate: { lt: last.awardedDate } }, { awardedDate: last.awardedDate, id: { lt: last.id } }] }] : []),
    ],
  }
}

const columns = {
  id: true, awardedDate: true, validUntil: true, status: true, sharedAt: true, disclosures: true,
  student: { select: { officialName: true, enrolments: { orderBy: { fromDay: 'desc' }, take: 1, select: { studentNumber: true, studyProgramme: true } } } },
} as const satisfies Prisma.CredentialSelect

type Read = Prisma.CredentialGetPayload<{ select: typeof columns }>

function rowOf({ student, disclosures, ...credential }: Read, origin: string, { messages, format }: Words): Cell[] {
  const sheet = sheetIn(JSON.parse(disclosures) as Parameters<typeof sheetIn>[0]) // written by us at issue
  const [enrolment] = student.enrolments
  const { title, type } = sheet.programme
  return [
    student.officialName, enrolment?.studentNumber ?? '', enrolment?.studyProgramme ?? '', title, type, inHours(sheet.minutes),
    sheet.results.map(({ name, level }) => `${name}: ${level.name}`).join('; '), sheet.endorsers.length,
    assuranceOf(sheet.endorsers, messages), format.dayOf(credential.awardedDate),
    credential.validUntil && format.dayOf(credential.validUntil), messages.exports.states[stateOf(credential, now())],
    credential.sharedAt ? credentialUrl(origin, credential.id) : '',
  ]
}
