import { CompetencyBars } from '~/components/competency-bars'
import { Emblem } from '~/components/emblem'
import { HeatMap } from '~/components/heat-map'
import { Disc, Level } from '~/components/level'
import { Qr } from '~/components/qr'
import { Section } from '~/components/section'
import { Sprig } from '~/components/sprig'
import { Timeline, type Stretch } from '~/components/timeline'
import { Track } from '~/components/track'
import { Wreath } from '~/components/wreath'

const inclusive = {
  seed: 'inclusive',
  title: 'Inclusive Leadership',
  issuer: 'Northbridge University',
  level: 2,
}
const community = {
  seed: 'community',
  title: 'Community Partnership',
  issuer: 'Northbridge University',
  level: 1,
}
const field = { seed: 'field', title: 'Field Research', issuer: 'Northbridge University', level: 3 }

const stretch = (
  key: string,
  from: string,
  to: string | null,
  minutes: number,
  state: Stretch['state'],
): Stretch => ({
  key,
  title: key,
  href: '/activities/1',
  from,
  to,
  minutes,
  state,
})

const stretches = [
  stretch('Rowing, novice eight', '2023-10-01', '2024-05-30', 3840, 'counted'),
  stretch('First-year Buddy, mentor', '2024-09-10', '2025-02-01', 1740, 'counted'),
  stretch('Climate Action Week', '2025-02-03', '2025-02-09', 1440, 'counted'),
  stretch('Estuary sampling, research assistant', '2025-06-01', '2025-09-15', 4320, 'asking'),
  stretch('Treasurer, Debating Society', '2025-10-01', '2026-05-15', 2760, 'waiting'),
  stretch('Nightline, listener in training', '2026-04-01', null, 90, 'draft'),
]

export const saturdays = Array.from({ length: 26 }, (_, week) => ({
  day: new Date(Date.UTC(2025, 9, 4 + week * 7)).toISOString().slice(0, 10),
  minutes: [60, 120, 150, 0, 240][week % 5] ?? 0,
  note: 'Saturday floor',
})).filter(entry => entry.minutes > 0)

export function Pictures() {
  return (
    <>
      <Section title="Track">
        <Track
          stops={[
            { name: 'Logged', at: 'done', detail: 'by you, version 2', note: '10 May' },
            { name: 'Endorsed', at: 'done', detail: 'by Eleni Papadaki', note: '20 May' },
            {
              name: 'In review',
              at: 'current',
              detail: 'with Mina Sato since yesterday',
              note: 'usually 2 working days',
            },
            { name: 'Approved', at: 'next', detail: 'then it counts' },
          ]}
        />
      </Section>
      <Section title="Progress" note="A filled leaf is met. An amber one is waiting for somebody.">
        <div className="flex flex-wrap gap-8">
          <Wreath
            arcs={[{ state: 'met' }, { state: 'met' }, { state: 'waiting' }]}
            figure="2"
            measure="of 3"
            label="2 of 3 requirements met, 1 waiting"
          />
          <Wreath
            arcs={[{ state: 'waiting', share: 0.77 }]}
            figure="46"
            measure="of 60 h"
            label="46 of 60 hours, 14 waiting"
          />
          <Wreath
            arcs={[{ state: 'met' }, { state: 'open', share: 0.5 }, { state: 'open' }, { state: 'open' }]}
            figure="1"
            measure="of 4"
            label="1 of 4 requirements met"
          />
          <Wreath
            arcs={[{ state: 'open' }, { state: 'open' }, { state: 'open' }]}
            figure="0"
            measure="of 3"
            label="0 of 3"
            size={120}
          />
        </div>
        <Sprig
          elements={Array.from({ length: 11 }, (_, at) => at < 9)}
          label="9 of 11 elements are complete"
        />
      </Section>
      <Section title="Levels">
        <div className="grid justify-items-start gap-2">
          {['Beginning', 'Practising', 'Independent', 'Leading'].map((name, at) => (
            <Level key={name} at={at + 1} of={4} name={name} />
          ))}
          <p className="flex flex-wrap gap-3">
            {[1, 2, 3, 4].map(at => (
              <Disc key={at} seen={{ at, of: 4, name: 'Level' }} />
            ))}
            <Disc seen={{ at: 2, of: 4, name: 'Practising' }} isClaimed />
            <Disc seen="notYet" />
            <Disc seen="notObserved" />
            <Disc seen={null} />
          </p>
        </div>
        <CompetencyBars
          levels={4}
          bars={[
            {
              key: 'a',
              name: 'Coordinating others',
              code: 'S3',
              at: 3,
              levelName: 'Independent',
              goal: { at: 3, name: 'Independent' },
            },
            {
              key: 'b',
              name: 'Listening and dialogue',
              code: 'S2',
              at: 1,
              levelName: 'Beginning',
              goal: { at: 2, name: 'Practising' },
            },
            { key: 'c', name: 'Critical thinking', at: 0 },
          ]}
        />
      </Section>
      <Section title="Time" note="58 hours on 31 days.">
        <HeatMap entries={saturdays} label="58 hours between October and March, mostly on Saturdays" />
      </Section>
      <Section title="By calendar">
        <Timeline
          stretches={stretches}
          milestones={[
            {
              key: 'm1',
              title: 'Community Partnership',
              href: '/credentials/1',
              day: '2025-03-10',
              emblem: community,
            },
            { key: 'm2', title: 'Field Research', href: '/credentials/2', day: '2025-11-02', emblem: field },
          ]}
        />
      </Section>
      <Section title="Emblems">
        <div className="flex flex-wrap items-center gap-6">
          <Emblem source={inclusive} size={280} label="Inclusive Leadership" />
          <Emblem source={field} size={150} />
          <Emblem source={community} size={112} />
          <Emblem source={inclusive} size={64} />
          <Emblem source={community} size={44} />
          <Emblem source={field} size={28} />
          <Emblem source={inclusive} size={112} isRevoked />
          <Qr
            value="https://northbridge.example/credentials/7d3c1a549f0e4b7a8c21"
            label="The address of this credential"
          />
        </div>
      </Section>
    </>
  )
}
