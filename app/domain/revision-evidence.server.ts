import { db } from '~/lib/db.server'

/** What a version rests on, in the student's order: never more than was submitted with it. */
export async function evidenceOf(revisionId: string) {
  const held = await db.revisionEvidence.findMany({
    where: { revisionId },
    orderBy: { position: 'asc' },
    include: { evidence: { include: { file: true } } },
  })
  return held.map(({ evidence: { id, kind, name, description, url, linkTitle, linkReadAt, text, file } }) => ({
    id,
    kind,
    name,
    description,
    url,
    linkTitle,
    linkReadAt,
    text,
    mediaType: file?.mediaType ?? null,
    bytes: file?.bytes ?? null,
  }))
}

export type EvidenceShown = Awaited<ReturnType<typeof evidenceOf>>[number]
