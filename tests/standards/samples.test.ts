import { expect, test } from 'vitest'
import { verifyCredential } from '~/standards/verification'
import { describePublished, publishedText, sampleText } from './conformance'
import { NOW, outcomes, world } from './issued'

function verify(name: string, lists: Record<string, string> = {}) {
  return verifyCredential(sampleText(name), { now: NOW, lookups: world([], lists) })
}

async function outcomesOf(name: string) {
  return outcomes((await verify(name)).checks)
}

const LIST =
  'https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/inspector-vc/src/test/resources/ob30/bit-string-list/testlist'

describePublished('the samples of 1EdTech that are JSON on VC 2.0', () => {
  test.each([
    'simple',
    'complete',
    'simple-context-alias',
    'simple-context-version',
    'simple-did-key-method',
    'simple-did-web-method',
  ])('%s: the proof holds, and whose key it is could not be asked', async name => {
    const result = await outcomesOf(`${name}.json`)
    expect(result).toMatchObject({
      format: 'passed',
      schema: 'passed',
      proof: 'passed',
      issuer: 'unknown',
      validity: 'passed',
    })
    expect((await verify(`${name}.json`)).valid).toBe(null)
  })

  test('complete: its own status can not be read, its endorsements are told apart from it', async () => {
    const { checks, inner } = await verify('complete.json')
    expect(outcomes(checks)).toMatchObject({ status: 'unknown' })
    expect(inner.map(({ credential }) => credential?.kind)).toEqual(Array(inner.length).fill('endorsement'))
    expect(inner.length).toBe(5)
    for (const { checks } of inner)
      expect(outcomes(checks)).toMatchObject({ proof: 'failed', validity: 'failed', subject: 'passed' })
  })

  test('simple-multiple-proofs: the one that can be read holds, the other is not hidden', async () => {
    expect(await outcomesOf('simple-multiple-proofs.json')).toMatchObject({
      proof: 'passed',
      'proof 1': 'unknown',
      'proof 2': 'passed',
    })
  })

  test('endorsement-valid: an endorsement on its own', async () => {
    const { checks, credential } = await verify('endorsement-valid.json')
    expect(outcomes(checks)).toMatchObject({
      format: 'passed',
      schema: 'passed',
      proof: 'passed',
      validity: 'passed',
    })
    expect(credential).toMatchObject({
      kind: 'endorsement',
      endorsement: { comment: '1EdTech University is in good standing' },
    })
  })

  const REFUSED = `
    context credential-subject-achievement-result-description-type credential-subject-identifier-type
    credential-subject-profile-type credential-subject-result-type credential-subject-type evidence-type expired
    issued issuer issuer-otheridentifier-type issuer-parentorg-type issuer-type proof-method
    proof-method-no-scheme proof-method-unknown-scheme proof-value type
  `
    .trim()
    .split(/\s+/)

  test.each(REFUSED)('simple-err-%s is refused', async name => {
    expect((await verify(`simple-err-${name}.json`)).valid).toBe(false)
  })

  test('what is wrong with a refused one is what its name says', async () => {
    expect(await outcomesOf('simple-err-expired.json')).toMatchObject({ validity: 'failed' })
    expect(await outcomesOf('simple-err-issued.json')).toMatchObject({ validity: 'failed' })
    expect(await outcomesOf('simple-err-proof-value.json')).toMatchObject({
      schema: 'passed',
      proof: 'failed',
      validity: 'passed',
    })
    expect(await outcomesOf('simple-err-evidence-type.json')).toMatchObject({ schema: 'failed' })
    expect(await outcomesOf('simple-err-type.json')).toEqual({ format: 'failed' })
  })

  test('a key by a DID method nobody can look up here is unknown, neither right nor wrong', async () => {
    const { valid, checks } = await verify('simple-err-proof-method-unknown-did-method.json')
    expect(valid).toBe(null)
    expect(outcomes(checks)).toMatchObject({ proof: 'unknown', issuer: 'unknown' })
  })

  test.each(['credential-status-revoked', 'credential-status-revoked-blank-nodes'])(
    '%s: revoked where the list can be read',
    async name => {
      const path = `bit-string-list/${name}.json`
      expect(await outcomesOf(path)).toMatchObject({ proof: 'passed', status: 'unknown' })
      const { checks, valid } = await verify(path, { [LIST]: sampleText('bit-string-list/testlist') })
      expect(outcomes(checks)).toMatchObject({ proof: 'passed', status: 'failed' })
      expect(valid).toBe(false)
    },
  )
})

const WITHOUT_FAULT = `
  simple_v1.json simple-eddsa-2022.json credential-status-revoked.json simple.jwt velocity.jwt simple.1ob
  sd/derivedcredential.json endorsement-valid.json simple-context-version.json
`.trim().split(/\s+/)

describePublished('the samples of other forms', () => {
  test.each(WITHOUT_FAULT)('%s: nothing fails, and nothing is called genuine whose issuer could not be asked', async name => {
    const { valid, checks } = await verify(name)
    expect(valid).toBe(null)
    expect(checks.map(({ outcome }) => outcome)).not.toContain('failed')
  })

  test.each(['simple_v1.json', 'credential-status-revoked.json', 'sd/derivedcredential.json'])(
    '%s: the proof holds, by Ed25519Signature2020 and by what was disclosed',
    async name => {
      expect(await outcomesOf(name)).toMatchObject({ format: 'passed', schema: 'passed', proof: 'passed' })
    },
  )

  test('complete_v1 has expired, which is all that is wrong with it', async () => {
    const { checks } = await verify('complete_v1.json')
    expect(checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual(['validity'])
  })

  test('credential-status-revoked is revoked where its older list can be read', async () => {
    const { credentialStatus, id, issuer } = JSON.parse(sampleText('credential-status-revoked.json'))
    const list = { id: credentialStatus.id, issuer: issuer.id, revokedCredential: [{ id, revoked: true }] }
    const { valid, checks } = await verify('credential-status-revoked.json', { [credentialStatus.id]: JSON.stringify(list) })
    expect(outcomes(checks)).toMatchObject({ proof: 'passed', status: 'failed' })
    expect(valid).toBe(false)
  })

  test.each(['simple-noproof.json', 'endorsement-err-schema-status-refresh.json'])('%s is refused', async name => {
    expect((await verify(name)).valid).toBe(false)
  })

  test('simple-noproof fails for want of a proof', async () => {
    expect(await outcomesOf('simple-noproof.json')).toMatchObject({ proof: 'failed' })
  })
})

describePublished('the learner records of 1EdTech', () => {
  const read = (name: string) =>
    verifyCredential(publishedText(`samples-1edtech-clr20/${name}`), { now: NOW, lookups: world([]) })

  test.each(['simple.json', 'complex.json', 'simple_v1.json', 'simple.jwt'])(
    '%s: its own proof holds, and so does that of each credential inside',
    async name => {
      const { checks, inner, valid } = await read(name)
      expect(outcomes(checks)).toMatchObject({ format: 'passed', proof: 'passed', validity: 'passed' })
      expect(valid).toBe(null)
      expect(inner.length).toBeGreaterThan(0)
      for (const { checks } of inner) expect(outcomes(checks)).toMatchObject({ proof: 'passed' })
    },
  )

  test('what a record connects is looked for in it, also in its tokens; what is elsewhere stays open', async () => {
    expect(outcomes((await read('simple.json')).checks)).toMatchObject({ associations: 'passed' })
    expect(outcomes((await read('simple.jwt')).checks)).toMatchObject({ associations: 'passed' })
    expect(outcomes((await read('complex.json')).checks)).toMatchObject({ associations: 'unknown' })
  })

  test('one without a proof is refused, and one in the words of a draft is not called genuine', async () => {
    expect((await read('simple-noproof.json')).valid).toBe(false)
    expect((await read('simple_old_safesigned.json')).valid).toBe(null)
  })
})
