import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeskHome } from '~/components/desk-home'
import { StudentHome } from '~/components/student-home'
import { titled } from '~/components/titled'
import { deskHome, studentHome } from '~/domain/home.server'
import { heldOf, stretchesOf, tasksOf } from '~/domain/home-view'
import { byNearness, outlookOf } from '~/domain/outlook'
import { has, type PersonActor } from '~/domain/policy'
import { now } from '~/lib/clock.server'
import { requirePerson } from '~/lib/session.server'

/** Read and left again: whatever can be pressed here is a link or a plain form. */
export const handle = { isPlain: true }

export const meta = titled(({ home }) => home.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const roles = [...new Set(person.memberships.map(({ role }) => role))].filter(role => role !== 'student')
  const [student, desk] = await Promise.all([
    has(person, 'student') ? readStudent(person) : null,
    roles.length > 0 || person.memberships.length === 0 ? deskHome(person) : null,
  ])
  return { name: person.usedName, roles, student, desk }
}

/** More than this is for the list of activities to show. */
const SHOWN = 6

async function readStudent(person: PersonActor) {
  const { activities, awards, aims, tally, reviewers, words } = await studentHome(person)
  const offered = awards.filter(({ status }) => status === 'offered').map(({ seriesId }) => seriesId)
  const outlooks = aims.map(aim => outlookOf(aim, tally, offered)).sort(byNearness)
  const tasks = tasksOf(activities, awards, words, now())
  const held = heldOf(activities, reviewers)
  return {
    tasks: tasks.slice(0, SHOWN),
    held: held.slice(0, SHOWN),
    counts: { tasks: tasks.length, held: held.length },
    stretches: stretchesOf(activities, tally),
    milestones: awards.flatMap(({ credentialId, awardedDate, seriesId, title, level, artworkDigest }) =>
      credentialId && awardedDate ? [{ credentialId, awardedDate, seriesId, title, level, artworkDigest }] : [],
    ),
    outlooks: outlooks.slice(0, 3),
    programmes: outlooks.length,
    approved: {
      count: tally.activities.length,
      minutes: tally.activities.reduce((sum, { minutes }) => sum + minutes, 0),
    },
    isNew: activities.length === 0,
  }
}

export default function Home() {
  const { name, roles, student, desk } = useLoaderData<typeof loader>()
  return (
    <>
      {student && <StudentHome name={name} home={student} />}
      {desk && <DeskHome name={name} desk={desk} roles={roles} isMain={student === null} />}
    </>
  )
}
