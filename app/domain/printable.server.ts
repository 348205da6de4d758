import { Prisma, read } from '~/lib/db.server'
import { sheetIn } from './because.server'
import type { CredentialStatus } from './credential'
import { credentialUrl } from './credential-document.server'
import { findHouse } from './institution.server'
import { originOf } from './issuer.server'
import type { PrintedCredential } from './shown-credential'
import { isPrinted, numberOf } from './shown-credential.server'

/** A credential that may be printed, with the signed text that goes into its certificate. */
export interface Printable extends PrintedCredential {
  document: string
}

/** Why there is no certificate of one: its page is off, it was taken back, or nothing of it is left. */
export type Unprintable = 'hidden' | 'revoked' | 'gone'

interface Row {
  id: string
  status: CredentialStatus
  awardedDate: Date
  validUntil: Date | null
  sharedAt: Date | null
  document: string
  disclosures: string
}

/**
 * What the certificates of some are made from, by their ids, in one statement. Each was verified when it was issued,
 * and is not again: who reads the paper verifies what is attached to it.
 */
export async function findPrintables(ids: readonly string[]): Promise<Map<string, Printable | Unprintable>> {
  if (ids.length === 0) return new Map()
  const [house, rows] = await Promise.all([
    findHouse(),
    read<Row>`
      SELECT "id", "status", "awardedDate", "validUntil", "sharedAt", "document", "disclosures"
      FROM "Credential" WHERE "id" IN (${Prisma.join(ids)}) AND "document" <> ''`,
  ])
  const origin = originOf(house)
  const found = new Map(rows.map(row => [row.id, printableOf(row, origin)]))
  return new Map(ids.map(id => [id, found.get(id) ?? 'gone']))
}

function printableOf(row: Row, origin: string): Printable | Unprintable {
  if (!isPrinted(row)) return row.status === 'valid' ? 'hidden' : 'revoked'
  const { id, awardedDate, validUntil, document, disclosures } = row
  const sheet = sheetIn(JSON.parse(disclosures) as Parameters<typeof sheetIn>[0]) // written by us at issue
  return { number: numberOf(id), url: credentialUrl(origin, id), awardedDate, validUntil, sheet, document }
}
