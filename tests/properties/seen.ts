import { normaliseAddress } from '~/domain/people'
import { db } from '~/lib/db.server'
import type { Model } from './model'
import { mailboxes, mailboxNames, type Mailbox } from './people'
import type { World } from './world'

/** How things stand according to the database, in the words of the model. */
export async function seenIn({ activityIds, scene }: World) {
  const activities = await db.activity.findMany({
    where: { id: { in: activityIds } },
    include: {
      approvedRevision: { select: { number: true } },
      revisions: { select: { number: true, flags: { select: { kind: true } } } },
      reviews: { orderBy: { id: 'asc' }, include: { revision: { select: { number: true } } } },
      requests: { include: { endorser: true, revision: { select: { number: true } }, endorsements: true } },
    },
  })
  const spared = await db.endorser.findMany({ where: { doNotAskAt: { not: null } } })
  const { personIds } = scene.house
  const told = activityIds.map(id => {
    const activity = activities.find(each => each.id === id)
    if (!activity) return 'gone'
    const { status, revision, approvedRevision, revisions, reviews, requests } = activity
    return {
      status,
      revision,
      approved: approvedRevision?.number ?? null,
      flags: revisions.flatMap(({ number, flags }) => flags.map(({ kind }) => `${number} ${kind}`)).sort(),
      reviews: reviews.map(({ reviewerId, decision, undoneAt, revision: { number } }) => {
        const by = Object.entries(personIds).find(([, personId]) => personId === reviewerId)?.[0]
        return `${number} ${decision} by ${by}${undoneAt ? ', undone' : ''}`
      }),
      requests: requests
        .map(({ endorser, revision: { number }, status, answer, endorsements }) => {
          const standing = endorsements.filter(({ withdrawnAt }) => withdrawnAt === null)
          return requestTold(
            number,
            nameOf(endorser.normalised),
            status,
            answer,
            standing,
            endorsements.length,
          )
        })
        .sort(),
    }
  })
  return { activities: told, spared: spared.map(({ normalised }) => nameOf(normalised)).sort() }
}

/** The same according to the model. */
export function toldBy({ activities, spared }: Model) {
  return {
    activities: activities.map(activity => {
      if (activity.isGone) return 'gone'
      const { status, revision, approved, flags, reviews, requests } = activity
      return {
        status,
        revision,
        approved,
        flags: flags.map(flag => `${flag.revision} ${flag.kind}`).sort(),
        reviews: reviews.map(
          each => `${each.revision} ${each.decision} by ${each.by}${each.undone ? ', undone' : ''}`,
        ),
        requests: requests
          .map(({ revision, to, status, answer, said }) => {
            const standing = said.filter(({ stands }) => stands)
            return requestTold(revision, to, status, answer, standing.map(asRow), said.length)
          })
          .sort(),
      }
    }),
    spared: [...spared].sort(),
  }
}

const asRow = ({ minutes, assurance }: { minutes: number; assurance: string }) => ({
  confirmedMinutes: minutes,
  assurance,
})

function requestTold(
  revision: number,
  to: Mailbox,
  status: string,
  answer: string | null,
  standing: readonly { confirmedMinutes: number; assurance: string }[],
  saidInAll: number,
) {
  const stands = standing.map(each => `${each.confirmedMinutes} min as ${each.assurance}`).join(', ')
  return `${revision} to ${to}: ${status} ${answer ?? ''}, said ${saidInAll}, stands ${stands || 'nothing'}`
}

const byAddress = new Map(mailboxNames.map(name => [normaliseAddress(mailboxes[name].address), name]))

export function nameOf(normalised: string): Mailbox {
  const name = byAddress.get(normalised)
  if (!name) throw new Error(`${normalised} is nobody’s`)
  return name
}
