import { db, type Prisma } from '~/lib/db.server'
import { asList, isObject, textOr, type JsonObject } from '~/standards/json'
import { readJson } from '~/standards/strict-json'
import type { EndorsementRecord } from './endorsement-record'

const inSharedTranscript = { some: { transcript: { sharedAt: { not: null } } } } as const

/** The signed text, once what carries it is shared, a credential or a transcript; null like one that never was (rule 12). */
export async function findSharedEndorsement(publicId: string): Promise<string | null> {
  const carrier: Prisma.CredentialWhereInput = {
    OR: [
      // Of one that was replaced nothing is told, so neither is what it carried.
      { sharedAt: { not: null }, document: { not: '' }, OR: [{ revocationReason: null }, { revocationReason: { not: 'superseded' } }] },
      { transcribed: inSharedTranscript },
    ],
  }
  const endorsement = await db.endorsement.findUnique({
    where: {
      publicId, document: { not: '' },
      OR: [{ carriedBy: { some: { credential: carrier } } }, { revision: { credentials: { some: { transcribed: inSharedTranscript } } } }],
    },
    select: { document: true },
  })
  return endorsement?.document ?? null
}

/** What `endorsementCredential` wrote, taken apart again. */
export function readEndorsement(text: string): EndorsementRecord {
  const read = readJson(text)
  if (!('document' in read)) throw new Error('A stored endorsement cannot be read.')
  const { name, issuer, awardedDate, credentialSubject: subject, evidence } = read.document
  const results = asList(evidence).filter(isObject)
  const judgements = results.filter(result => result.alignment !== undefined)
  const comment = isObject(subject) ? textOr(subject.endorsementComment, '') : ''
  return {
    title: textOr(name, ''),
    issuer: isObject(issuer) ? textOr(issuer.name, '') : '',
    recordedAt: textOr(awardedDate, ''),
    ...partsOf(comment, judgements.map(sentenceOf)),
    judgements: judgements.map(result => ({
      competency: textOr(result.name, ''),
      sentence: sentenceOf(result),
    })),
  }
}

/** The statement comes first, then the judgements, which are known word by word, then the record. */
function partsOf(comment: string, judged: string[]): Pick<EndorsementRecord, 'statement' | 'record'> {
  const middle = judged.join('\n')
  const at = middle ? comment.lastIndexOf(middle) : comment.lastIndexOf('\n\n')
  return {
    statement: comment.slice(0, Math.max(0, at)).trim(),
    record: comment
      .slice(Math.max(0, at) + middle.length)
      .split('\n')
      .filter(line => line !== ''),
  }
}

const sentenceOf = (result: JsonObject) => textOr(result.narrative, '')
