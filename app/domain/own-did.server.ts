import { z } from 'zod'
import { settings } from '~/lib/env.server'
import { ownDid as words } from '~/messages/en/own-did'
import { didWeb } from '~/standards/did'
import { isHolderDid } from '~/standards/holder-did'

/** The DID a student wants to be called by in what is signed; left open by most. */
export const OwnDid = z
  .string()
  .trim()
  .refine(isHolderDid, { error: words.notOne, abort: true })
  .refine(did => !isOurs(did), { error: words.ours })
  .optional()

/** That of an issuer here: nobody is it but the institution. */
function isOurs(did: string): boolean {
  const { publicUrl } = settings()
  return `${did}:`.toLowerCase().startsWith(`${didWeb(publicUrl, 'issuers')}:`.toLowerCase())
}
