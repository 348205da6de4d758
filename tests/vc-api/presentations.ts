import { canonicalRdf, NotCanonical } from '~/standards/canonical-rdf'
import { failed, type Check } from '~/standards/check'
import { VC_1, VC_2 } from '~/standards/contexts'
import { isUrl } from '~/standards/data-model'
import { checkIssuer } from '~/standards/issuer-check'
import { asList, hasType, isObject, type JsonObject } from '~/standards/json'
import { checkSignatures } from '~/standards/proof-check'
import { checkCredential, expectationChecks, nameOf, type Expected, type World } from './credentials'

/** VC 2.0 §4.13: what is shown, by whom, and every credential on its own. Nobody need have signed it. */
export async function checkPresentation(
  presentation: JsonObject, world: World, expected: Expected = {},
): Promise<Check[]> {
  const member = await brokenMember(presentation)
  if (member) return [failed('format', { code: 'format.model', member })]
  const shown = asList(presentation.verifiableCredential).filter(isObject)
  const credentials = await Promise.all(shown.map(credential => checkCredential(credential, world)))
  return [...(await signatureChecks(presentation, world, expected)), ...credentials.flat()]
}

async function signatureChecks(presentation: JsonObject, world: World, expected: Expected): Promise<Check[]> {
  if (presentation.proof === undefined) return []
  const { purpose = 'authentication' } = expected
  const { checks, signatures } = await checkSignatures({ document: presentation, ...world, purpose })
  const expectations = expectationChecks(presentation, expected)
  if (presentation.holder === undefined) return [...checks, ...expectations]
  const holder = nameOf(presentation.holder)
  const claim = { document: presentation, issuerId: holder, signatures }
  return [...checks, ...expectations, await checkIssuer(claim, world.lookups)]
}

async function brokenMember(presentation: JsonObject): Promise<string | null> {
  const { '@context': contexts, id, holder, verifiableCredential } = presentation
  const [first, ...others] = asList(contexts)
  if (first !== VC_2 && first !== VC_1) return '@context'
  if (!others.every(context => isObject(context) || isUrl(context))) return '@context'
  if (!hasType(presentation, 'VerifiablePresentation')) return 'type'
  if (id !== undefined && !isUrl(id)) return 'id'
  if (holder !== undefined && !isUrl(nameOf(holder))) return 'holder'
  if (!asList(verifiableCredential).every(isObject)) return 'verifiableCredential'
  return (await isReadable(presentation)) ? null : '@context'
}

/** Whether its words mean something, also where nobody signed them. */
async function isReadable({ proof: _, verifiableCredential: __, ...own }: JsonObject): Promise<boolean> {
  try {
    await canonicalRdf(own)
    return true
  } catch (error) {
    if (error instanceof NotCanonical) return false
    throw error
  }
}
