import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { run as vouch } from '~/cli/run.server'
import { acceptAward, declineAward } from '~/domain/award.server'
import { offerAwards } from '~/domain/offer.server'
import type { PersonActor } from '~/domain/policy'
import { revokeCredential } from '~/domain/revocation.server'
import { shareCredential, unshareCredential } from '~/domain/share.server'
import { db } from '~/lib/db.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { signIn } from '~/lib/session.server'
import { earn, nothingNamed, openAwardScene, type AwardScene } from '../award-scene'
import { member } from '../facts'
import { caught, moduleOf } from './pages'
import { PATIENCE, seeded } from './seeded'
import { NOWHERE } from './world'

const names = ['ana', 'rosa', 'mina', 'chidi'] as const
type Name = (typeof names)[number]
/** Rosa and Mina are registrars; the operator sits at the command line. */
type By = Name | 'operator'
const registrars: readonly By[] = ['rosa', 'mina', 'operator']

let scene: AwardScene
let actors: Record<Name, PersonActor>

beforeAll(async () => {
  scene = await openAwardScene()
  actors = {
    ana: scene.ana,
    rosa: scene.rosa,
    mina: await member('mina', ['registrar']),
    chidi: await member('chidi'),
  }
  await earn(scene, actors.ana)
  await earn(scene, actors.rosa)
}, PATIENCE)

const move = fc.record({
  verb: fc.constantFrom(
    'offer' as const,
    'accept' as const,
    'decline' as const,
    'share' as const,
    'unshare' as const,
    'revoke' as const,
  ),
  by: fc.constantFrom<By>(...names, 'operator', 'ana', 'rosa'),
  whose: fc.constantFrom('ana' as const, 'rosa' as const),
})
type Move = typeof move extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** What there is of one student: the last offer, and the credential that came of one. */
interface Held {
  award: 'none' | 'offered' | 'declined' | 'accepted' | 'revoked'
  hasCredential: boolean
  isShared: boolean
}

test(
  'rules 1, 11, 12 and 15: nobody awards themselves, and what nobody shared nobody else sees, by page or command line',
  async () => {
    const property = fc.asyncProperty(
      fc.array(move, { minLength: 12, maxLength: 20, size: 'max' }),
      async moves => {
        await startOver()
        const held = { ana: nothingYet(), rosa: nothingYet() }
        for (const each of moves) {
          const wanted = step(held[each.whose], each)
          expect(await outcomeOf(each), JSON.stringify({ each, moves })).toBe(wanted)
          await seenAs(each.whose, held[each.whose])
        }
      },
    )
    await fc.assert(property, seeded(6))
  },
  PATIENCE,
)

const nothingYet = (): Held => ({ award: 'none', hasCredential: false, isShared: false })

/** The model: what comes of it, and what is held afterwards. */
function step(held: Held, { verb, by, whose }: Move): 'done' | 'refused' | 'missing' {
  if (verb === 'offer' || verb === 'revoke') {
    if (!registrars.includes(by) || (verb === 'revoke' && !held.hasCredential)) return 'missing'
    if (by === whose || (verb === 'revoke' && held.award !== 'accepted')) return 'refused'
    if (verb === 'revoke') held.award = 'revoked'
    else if (held.award !== 'accepted') held.award = 'offered'
    return 'done'
  }
  if (by !== whose) return 'missing'
  if (verb === 'accept' || verb === 'decline') {
    if (held.award === 'none') return 'missing'
    if (verb === 'accept' && held.award === 'accepted') return 'done'
    if (held.award !== 'offered') return 'refused'
    Object.assign(
      held,
      verb === 'accept' ? { award: 'accepted', hasCredential: true, isShared: false } : { award: 'declined' },
    )
    return 'done'
  }
  if (!held.hasCredential) return 'missing'
  held.isShared = verb === 'share'
  return 'done'
}

async function outcomeOf({ verb, by, whose }: Move) {
  const studentId = actors[whose].id
  const last = { where: { studentId }, orderBy: { id: 'desc' } } as const
  const awardId = (await db.award.findFirst(last))?.id ?? NOWHERE
  const id =
    (await db.credential.findFirst({ where: { studentId }, orderBy: { awardedDate: 'desc' } }))?.id ?? 'none'
  if (by === 'operator') {
    if (verb === 'offer') return typed(['award', scene.contributionId, studentId])
    return verb === 'revoke' ? typed(['revoke', id, '--reason', 'issued-in-error']) : 'missing'
  }
  const actor = actors[by]
  const verbs = {
    offer: () => offerAwards(actor, scene.contributionId, [studentId]),
    accept: () => acceptAward(actor, awardId, nothingNamed),
    decline: () => declineAward(actor, awardId),
    share: () => shareCredential(actor, id),
    unshare: () => unshareCredential(actor, id),
    revoke: () => revokeCredential(actor, id, 'issuedInError'),
  }
  return noOf(verbs[verb]())
}

async function noOf(work: Promise<unknown>) {
  const no: unknown = await work.then(
    () => 'done',
    (error: unknown) => error,
  )
  if (no instanceof NotFound) return 'missing'
  if (no instanceof Refusal) return 'refused'
  return no
}

/** At the command line, where a no is exit code 1 and a sentence. */
async function typed(argv: readonly string[]) {
  let said = ''
  const code = await vouch(argv, text => (said += text))
  if (code === 0) return 'done'
  return said.startsWith('There is no such thing here')
    ? 'missing'
    : said.trim() === 'This credential is revoked already.'
    ? 'refused'
    : said
}

/** Rule 12: strangers see what is shared and nothing else; the student sees it all the time. */
async function seenAs(whose: 'ana' | 'rosa', held: Held) {
  const credential = await db.credential.findFirst({
    where: { studentId: actors[whose].id },
    orderBy: { awardedDate: 'desc' },
  })
  expect(credential !== null).toBe(held.hasCredential)
  if (!credential) return
  const readers = { visitor: held.isShared, chidi: held.isShared, [whose]: true }
  for (const [reader, may] of Object.entries(readers)) {
    const person = names.find(name => name === reader)
    for (const page of [
      'credentials.$id.tsx',
      'credentials.$id[.]json.ts',
      'credentials.$id_.because[.]json.ts',
    ])
      expect(await statusOf(page, credential.id, person), `${reader} at ${page}`).toBe(may ? 200 : 404)
  }
}

async function statusOf(page: string, id: string, person: Name | undefined) {
  const { loader } = await moduleOf(page)
  const cookie = person
    ? (await signIn(actors[person], new Request('http://localhost'))).split(';')[0] ?? ''
    : ''
  const request = new Request('http://localhost:3000/', { headers: { Cookie: cookie } })
  const answer = await caught(async () => loader?.({ request, params: { id }, context: { nonce: '' } }))
  return answer instanceof Response ? answer.status : 200
}

async function startOver() {
  await db.credentialEndorsement.deleteMany()
  await db.credential.deleteMany()
  await db.award.deleteMany()
}
