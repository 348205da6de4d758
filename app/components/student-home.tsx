import type { Held, Task } from '~/domain/home-view'
import type { Outlook } from '~/domain/outlook'
import { emblemOf } from '~/domain/programme-description'
import type { ProgrammeLevel } from '~/domain/programme'
import { givenName } from '~/domain/people'
import { useWords } from '~/messages/messages'
import { HeldList } from './held-list'
import { OutlookCards } from './outlook-cards'
import { PageTitle } from './page-title'
import { Section } from './section'
import { StartHere } from './start-here'
import { TaskList } from './task-list'
import { Timeline, type Stretch } from './timeline'

type HomeShown = {
  tasks: readonly Task[]
  held: readonly Held[]
  /** Of all there are, also those not shown. */
  counts: { tasks: number; held: number }
  stretches: readonly Stretch[]
  milestones: readonly {
    credentialId: string
    awardedDate: Date
    seriesId: string
    title: string
    level: ProgrammeLevel
    artworkDigest: string | null
  }[]
  outlooks: readonly Outlook[]
  programmes: number
  approved: { count: number; minutes: number }
  isNew: boolean
}

/** What needs the student, who holds the rest, what it adds up to, and when it all was. */
export function StudentHome({ name, home }: { name: string; home: HomeShown }) {
  const { messages, format } = useWords()
  const { home: words } = messages
  const called = givenName(name)
  const { tasks, held } = home.counts
  const [first] = home.tasks
  const heading =
    home.isNew && tasks === 0
      ? words.start.heading(called)
      : first?.kind === 'offer'
      ? words.offered(called, first.title, tasks - 1)
      : words.heading(called, tasks, held)
  return (
    <>
      <PageTitle above={format.weekday(format.today)}>{heading}</PageTitle>
      {home.isNew ? (
        <StartHere outlook={home.outlooks[0] ?? null} programmes={home.programmes} />
      ) : (
        <Going home={home} />
      )}
    </>
  )
}

function Going({ home }: { home: HomeShown }) {
  const { messages, format } = useWords()
  const { home: words } = messages
  const { tasks, held, counts, outlooks, programmes, stretches, approved } = home
  return (
    <>
      <Section title={words.needs.title} note={counts.tasks > 0 && words.needs.note(counts.tasks)}>
        {tasks.length > 0 ? <TaskList tasks={tasks} /> : <p>{words.needs.none}</p>}
        <More count={counts.tasks - tasks.length} />
      </Section>
      <Section title={words.others.title} note={held.length > 0 && words.others.note}>
        {held.length > 0 ? <HeldList held={held} /> : <p>{words.others.none}</p>}
        <More count={counts.held - held.length} />
      </Section>
      {outlooks.length > 0 && (
        <Section title={words.programmes.title} note={words.programmes.note}>
          <OutlookCards outlooks={outlooks} />
          <p className="mt-6">
            <a className="link" href="/programmes">
              {words.programmes.all(programmes)}
            </a>
          </p>
        </Section>
      )}
      {stretches.length > 0 && (
        <Section
          title={words.time.title}
          note={approved.count > 0 && words.time.note(approved.count, format.hours(approved.minutes))}
        >
          <Time home={home} />
        </Section>
      )}
    </>
  )
}

function More({ count }: { count: number }) {
  const { home } = useWords().messages
  if (count <= 0) return null
  return (
    <p className="mt-5">
      <a className="link" href="/activities">
        {home.more(count)}
      </a>
    </p>
  )
}

function Time({ home: { stretches, milestones } }: { home: HomeShown }) {
  const { format } = useWords()
  return (
    <Timeline
      stretches={stretches}
      milestones={milestones.map(({ credentialId, awardedDate, ...programme }) => ({
        key: credentialId,
        title: programme.title,
        href: `/credentials/${credentialId}`,
        day: format.dayOf(awardedDate),
        emblem: emblemOf(programme, ''),
      }))}
    />
  )
}
