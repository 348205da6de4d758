import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { EndorseForm } from '~/domain/endorsement-forms.server'
import { normaliseAddress } from '~/domain/people'
import { requestPath } from '~/domain/request.server'
import { now, DAY, later } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newPublicId } from '~/lib/id.server'
import { signIn } from '~/lib/session.server'
import { sha256 } from '~/lib/token.server'
import { visitCookie } from '~/lib/visit.server'
import { invitee, said, type Scenery } from './doing'
import type { Verb } from './moves'
import { isByCode, mailboxes, mailboxOf, type Somebody } from './people'
import { NOWHERE, type World } from './world'

/** One form of one page. */
interface Form {
  /** Its file in app/routes. */
  route: string
  params: Record<string, string>
  search?: string
  fields: Record<string, string>
}

type Module = {
  action?: (args: ActionFunctionArgs) => Promise<unknown>
  loader?: (args: LoaderFunctionArgs) => Promise<unknown>
}
export const routes = import.meta.glob<Module>('../../app/routes/*.{ts,tsx}')

/** The forms of pages; what has none here is done by its verb alone. */
const forms: Partial<Record<Verb, (scenery: Scenery) => Form | Promise<Form>>> = {
  edit: ({ shown, move }) => own('when', shown, timeFields(move.minutes)),
  addText: ({ shown }) => own('evidence', shown, { kind: 'text', name: 'Rota', text: 'Saturday' }),
  submit: async ({ shown }) =>
    own('who', shown, { ...(await inviteesOf(shown.id)), declaration: 'on', then: 'ask' }),
  withdraw: ({ shown }) => own('submission', shown),
  revise: ({ shown }) => own('revision', shown),
  discard: ({ shown }) => own('removal', shown),
  remind: ({ shown, requestId }) => about('reminder', shown, requestId),
  askAlso: ({ shown, move }) => own('requests', shown, listed('invitees[0].', invitee(move.mailbox, move))),
  askSuggested: ({ shown, requestId }) => about('suggestion', shown, requestId, { then: 'ask' }),
  leaveSuggestion: ({ shown, requestId }) => about('suggestion', shown, requestId, { then: 'leave' }),
  tell: ({ shown, requestId, message }) => about('messages', shown, requestId, message),
  endorse: async scenery => link('', scenery, saidFields(await said(scenery))),
  amend: async scenery => link('_.amendment', scenery, saidFields(await said(scenery))),
  takeBack: scenery => link('_.withdrawal', scenery, { reason: 'It was another week.' }),
  return: scenery => link('_.return', scenery, { question: 'Which weeks?' }),
  decline: scenery => link('_.decline', scenery, { reason: 'cannotJudge' }),
  deny: scenery => link('_.decline', scenery, { reason: 'didNotHappen' }),
  suggest: scenery => {
    const { name, email } = invitee(scenery.move.mailbox, scenery.move)
    return link('_.decline', scenery, {
      reason: 'notTheRightPerson',
      suggestedName: name,
      suggestedEmail: email,
    })
  },
  question: scenery => link('_.question', scenery, scenery.message),
  handOver: scenery => link('_.hand-over', scenery, invitee(scenery.move.mailbox, scenery.move)),
  approve: async ({ shown }) => review(shown, 'approve'),
  sendBack: async ({ shown }) => review(shown, 'return'),
  turnDown: async ({ shown }) => review(shown, 'decline'),
  rescind: async ({ shown }) => review(shown, 'rescind'),
}

export const hasPage = (verb: Verb) => verb in forms

/** What a page answered: nothing is there, no with its sentence, somebody else has to show who they are, or it is done. */
type PageAnswer = 'missing' | 'turned away' | 'done' | { refused: string }

export async function press(scenery: Scenery): Promise<PageAnswer> {
  const { world, move } = scenery
  const cookie = await cookieOf(world, move.by)
  return answerOf(
    await caught(async () => {
      const form = await forms[move.verb]?.(scenery)
      if (!form) throw new Error(`${move.verb} has no page`)
      const { action } = await moduleOf(form.route)
      const url = `http://localhost:3000/${form.search ?? ''}`
      const request = new Request(url, {
        method: 'POST',
        body: new URLSearchParams(form.fields),
        headers: { Cookie: cookie },
      })
      return action?.({ request, params: form.params, context: { nonce: '' } })
    }),
  )
}

export function moduleOf(route: string): Promise<Module> {
  const load = routes[`../../app/routes/${route}`]
  if (!load) throw new Error(`There is no ${route}`)
  return load()
}

/** A session for who signs in; for who has a code, the visit that typing it opened. */
export async function cookieOf({ scene }: World, by: Somebody): Promise<string> {
  if (!isByCode(by))
    return (
      (await signIn({ id: scene.house.personIds[by] }, new Request('http://localhost'))).split(';')[0] ?? ''
    )
  const normalised = normaliseAddress(mailboxes[mailboxOf(by)].address)
  const endorser = await db.endorser.findFirst({ where: { normalised } })
  if (!endorser) return ''
  const [key, at] = [newPublicId(), now()]
  const id = sha256(key).toString('hex')
  const visit = {
    endorserId: endorser.id,
    requestId: NOWHERE,
    userAgent: '',
    ip: '',
    createdAt: at,
    expiresAt: later(at, DAY),
  }
  await db.endorserVisit.create({ data: { id, ...visit } })
  return visitCookie(key).split(';')[0] ?? ''
}

type Shown = Scenery['shown']

const own = (page: string, { id, revision }: Shown, fields: Record<string, string> = {}): Form => ({
  route: `_app.activities.$activityId.${page}.tsx`,
  params: { activityId: id },
  fields: { revision: String(revision), ...fields },
})

const about = (page: string, shown: Shown, requestId: string, fields: Record<string, string> = {}): Form => ({
  ...own(page, shown, fields),
  search: `?request=${requestId}`,
})

const link = (page: string, { requestId }: Scenery, fields: Record<string, string>): Form => ({
  route: `e.$token${page}.tsx`,
  params: { token: requestPath(requestId).slice('/e/'.length) },
  fields,
})

/** As the page shows it: with as many answers as there are. */
async function review({ id, revision }: Shown, decision: string): Promise<Form> {
  const where = { activityId: id, revision: { number: revision }, status: 'answered' } as const
  const answers = String(await db.endorsementRequest.count({ where }))
  const reason = decision === 'approve' ? '' : 'Which weeks were these?'
  const fields = { decision, revision: String(revision), answers, reason }
  return { route: '_app.review.$activityId.tsx', params: { activityId: id }, fields }
}

const listed = (prefix: string, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}${name}`, value]))

async function inviteesOf(activityId: string) {
  const invitees = await db.invitee.findMany({ where: { activityId }, select: { name: true, email: true } })
  return Object.assign({}, ...invitees.map((each, at) => listed(`invitees[${at}].`, each)))
}

function timeFields(minutes: number) {
  return {
    activityStartDate: '2026-02-07',
    activityEndDate: '2026-05-09',
    ...listed('timeEntries[0].', { day: '2026-02-07', minutes: `${minutes} min`, note: '' }),
  }
}

function saidFields({ judgements, confirmedMinutes, confirmedEnd, isNoRelative: _, ...rest }: EndorseForm) {
  return {
    ...rest,
    confirmedEnd: confirmedEnd ?? '',
    confirmedMinutes: `${confirmedMinutes} min`,
    isNoRelative: 'on',
    ...Object.assign({}, ...judgements.map((each, at) => listed(`judgements[${at}].`, each))),
  }
}

export async function caught(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

const awayFrom = /\/(code|renewal)\?|\/(code|renewal)$|\/sign-in\?/

function answerOf(answer: unknown): PageAnswer {
  if (answer instanceof Response) {
    if (answer.status === 404) return 'missing'
    return awayFrom.test(answer.headers.get('Location') ?? '') ? 'turned away' : 'done'
  }
  return { refused: JSON.stringify(answer) }
}
