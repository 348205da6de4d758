import { z } from 'zod'
import type { Client } from '~/lib/client.server'
import { DAY } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { enqueue, registerJobs } from '~/lib/jobs.server'
import type { Job } from '~/lib/job-queue.server'
import { hashPassword } from '~/lib/password.server'
import { Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { people as words } from '~/messages/en/people'
import { record } from './audit.server'
import { findHouse } from './institution.server'
import { notify } from './notification.server'
import { findLink, makeLink, readLink, useLink } from './one-time-link.server'
import { domainOf, normaliseAddress, type Role } from './people'
import {
  addPerson,
  findByAddress,
  mailAddress,
  refuseWeak,
  refusingTaken,
  MailboxAsked,
  type AccountForm,
} from './people.server'

export const SignUpForm = z.object({ address: mailAddress })

const roleOf: Record<'student' | 'alumni' | 'staff', Role> = {
  student: 'student',
  alumni: 'student',
  staff: 'supervisor',
}

/** Asks for an account on a mail domain of the institution. What comes of it, only the mailbox learns. */
export async function signUp({ address }: z.output<typeof SignUpForm>, { ip }: Pick<Client, 'ip'>) {
  const { id: institutionId } = await findHouse()
  if (!(await kindOf(institutionId, address))) {
    throw new Refusal(words.notOurDomain(await listDomains()), 'address')
  }
  await throttle('mailByNetwork', ip)
  await throttle('mailByAddress', normaliseAddress(address))
  await transaction(tx => enqueue(tx, { kind: 'welcome', payload: { institutionId, address } }))
}

registerJobs({ welcome })

/** Carried out after the answer, so that asking takes equally long whether or not anybody is there. */
async function welcome({ id, payload }: Job) {
  const { institutionId, address } = MailboxAsked.parse(payload)
  const known = await findByAddress(institutionId, address)
  const dedupeKey = `welcome:${id}`
  await transaction(async tx => {
    if (known) {
      const { address: to } = ownMailbox(known.addresses, address)
      return notify(tx, {
        template: 'already-registered',
        to,
        params: { personId: known.id },
        subjectId: known.id,
        dedupeKey,
      })
    }
    const linkId = await makeLink(tx, { institutionId, purpose: 'confirmation', address, lasts: DAY })
    await notify(tx, {
      template: 'confirm-address',
      to: address,
      params: { linkId },
      subjectId: linkId,
      dedupeKey,
    })
  })
}

export function findConfirmation(token: string) {
  return findLink('confirmation', token)
}

/** Whoever reads the mailbox names themselves and chooses the password. Answers the new person's id. */
export async function confirmAddress(token: string, form: AccountForm): Promise<string> {
  const link = await readLink('confirmation', token)
  const { institutionId, address } = link
  const kind = await kindOf(institutionId, address)
  if (!kind) throw new Refusal(words.linkOver)
  refuseWeak(form.password, address)
  const { password, ...names } = form
  const account = {
    institutionId,
    address,
    ...names,
    passwordHash: await hashPassword(password),
    role: roleOf[kind],
    unitId: null,
  }
  return refusingTaken(
    transaction(async tx => {
      await useLink(tx, link)
      const person = await addPerson(tx, account)
      await record(tx, person, 'person.signed-up', person.id, { role: account.role })
      return person.id
    }),
  )
}

/** The mail domains on which people sign up by themselves. */
export async function listDomains(): Promise<string[]> {
  const { id: institutionId } = await findHouse()
  const domains = await db.mailDomain.findMany({ where: { institutionId }, orderBy: { domain: 'asc' } })
  return domains.map(({ domain }) => domain)
}

async function kindOf(institutionId: string, address: string) {
  const known = await db.mailDomain.findFirst({ where: { institutionId, domain: domainOf(address) } })
  return known?.kind
}

function ownMailbox<T extends { normalised: string }>(addresses: T[], asked: string): T {
  const own = addresses.find(({ normalised }) => normalised === normaliseAddress(asked))
  if (!own) throw new Error('a person found by an address has it')
  return own
}
