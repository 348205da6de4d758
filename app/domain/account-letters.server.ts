import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { INVITATION_DAYS, invitationDetails } from './invitation.server'
import { linkPath } from './one-time-link.server'
import type { Stationery, Written } from './stationery.server'

type Writer<Params> = (params: Params, desk: Stationery) => Promise<Written>

const usedName = async (id: string | null) =>
  id
    ? (await db.person.findFirst({ where: { id, erasedAt: null }, select: { usedName: true } }))?.usedName
    : undefined

const openLink = (id: string) =>
  db.oneTimeLink.findFirst({ where: { id, usedAt: null, expiresAt: { gt: now() } } })

export const writeConfirmation: Writer<{ linkId: string }> = async ({ linkId }, { house, words, url }) => {
  if (!(await openLink(linkId))) return null
  return {
    letter: words.accounts.confirmAddress({
      institution: house.name,
      url: url(linkPath('confirmation', linkId)),
    }),
  }
}

export const writeAlreadyRegistered: Writer<{ personId: string }> = async ({ personId }, { words, url }) => {
  const name = await usedName(personId)
  if (!name) return null
  return {
    letter: words.accounts.alreadyRegistered({
      name,
      signInUrl: url('/sign-in'),
      forgottenUrl: url('/forgotten-password'),
    }),
  }
}

export const writeInvitation: Writer<{ linkId: string }> = async ({ linkId }, { house, words, url }) => {
  const link = await openLink(linkId)
  if (!link) return null
  const { usedName, officialName, role } = invitationDetails(link)
  return {
    letter: words.accounts.invitation({
      name: usedName ?? officialName,
      institution: house.name,
      role: words.accounts.role[role],
      days: INVITATION_DAYS,
      url: url(linkPath('invitation', linkId)),
    }),
  }
}

export const writePasswordReset: Writer<{ linkId: string }> = async ({ linkId }, { words, url }) => {
  const name = await usedName((await openLink(linkId))?.personId ?? null)
  if (!name) return null
  return { letter: words.accounts.passwordReset({ name, url: url(linkPath('passwordReset', linkId)) }) }
}

export const writePasswordChanged: Writer<{ personId: string; at: string }> = async (
  { personId, at },
  { words, format, url },
) => {
  const name = await usedName(personId)
  if (!name) return null
  return {
    letter: words.accounts.passwordChanged({
      name,
      moment: format.moment(at),
      forgottenUrl: url('/forgotten-password'),
    }),
  }
}
