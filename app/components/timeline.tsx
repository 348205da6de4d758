import type { EmblemSource } from '~/domain/emblem'
import type { Day } from '~/messages/format'
import { useWords, type Words } from '~/messages/messages'
import { along, axisOf, gridOf, yearsOn, type Axis } from './calendar-axis'
import { Emblem } from './emblem'
import { Disclosure } from './section'
import { Table } from './table'

export type Stretch = {
  key: string
  title: string
  href: string
  from: Day
  /** Null while it goes on. */
  to: Day | null
  minutes: number
  state: 'counted' | 'waiting' | 'asking' | 'draft'
}

type Milestone = { key: string; title: string; href: string; day: Day; emblem: EmblemSource }

type Props = { stretches: readonly Stretch[]; milestones: readonly Milestone[] }

/** What was done when, by calendar: people who study part-time or online have no "years". */
export function Timeline({ stretches, milestones }: Props) {
  const words = useWords()
  const { today } = words.format
  const days = [
    ...stretches.flatMap(({ from, to }) => [from, to ?? today]),
    ...milestones.map(({ day }) => day),
  ]
  const axis = axisOf([...days, today])
  const isMirrored = words.messages.direction === 'rtl'
  return (
    <figure>
      <div className="timeline">
        <Calendar axis={axis} today={today} isMirrored={isMirrored} />
        <ul>
          {stretches.map(stretch => (
            <Bar key={stretch.key} stretch={stretch} axis={axis} words={words} isMirrored={isMirrored} />
          ))}
          {milestones.map(milestone => (
            <Award key={milestone.key} milestone={milestone} at={along(axis, milestone.day)} />
          ))}
        </ul>
      </div>
      <figcaption className="mt-3 grid gap-2">
        <Key words={words} stretches={stretches} />
        <Disclosure summary={words.messages.charts.sameAsTable}>
          <AsTable stretches={stretches} words={words} />
        </Disclosure>
      </figcaption>
    </figure>
  )
}

function Calendar({ axis, today, isMirrored }: { axis: Axis; today: Day; isMirrored: boolean }) {
  const x = (day: Day) => `${isMirrored ? 100 - along(axis, day) : along(axis, day)}%`
  const grid = gridOf(axis).map(day => `<line x1="${x(day)}" x2="${x(day)}" y1="28" y2="100%"/>`)
  return (
    <svg className="timeline-grid axis" width="100%" height="100%" aria-hidden="true">
      <g dangerouslySetInnerHTML={{ __html: grid.join('') }} />
      <line className="timeline-edge" x1="0" x2="100%" y1="28" y2="28" />
      <line className="timeline-edge" x1={x(today)} x2={x(today)} y1="28" y2="100%" />
      {yearsOn(axis).map(day => (
        <text key={day} x={x(day)} y="18">
          {day.slice(0, 4)}
        </text>
      ))}
    </svg>
  )
}

type BarProps = { stretch: Stretch; axis: Axis; words: Words; isMirrored: boolean }

/** The words stand under the bar, on the side that has room; on a phone above it. */
function Bar({ stretch: { title, href, from, to, minutes, state }, axis, words, isMirrored }: BarProps) {
  const start = along(axis, from)
  const width = Math.max(1.5, along(axis, to ?? words.format.today) - start)
  const room = 100 - start - width
  return (
    <li className={start > room + width ? 'timeline-row timeline-late' : 'timeline-row'}>
      <svg className="timeline-bar" width="100%" height="12" aria-hidden="true">
        <rect
          className={`bar-${state}`}
          x={`${isMirrored ? room : start}%`}
          y="1"
          width={`${width}%`}
          height="10"
          rx="5"
        />
      </svg>
      <p>
        <svg
          className="spacer"
          width={`${start > room + width ? room : start}%`}
          height="1"
          aria-hidden="true"
        />
        <a href={href}>{title}</a>
        <span className="label num">{words.format.hours(minutes)}</span>
        <span className="sr-only">{words.messages.charts.timeline.states[state]}</span>
      </p>
    </li>
  )
}

function Award({ milestone: { title, href, emblem }, at }: { milestone: Milestone; at: number }) {
  return (
    <li className={at > 50 ? 'timeline-award timeline-late timeline-row' : 'timeline-award timeline-row'}>
      <p>
        <svg className="spacer" width={`${at > 50 ? 100 - at : at}%`} height="1" aria-hidden="true" />
        <Emblem source={emblem} size={44} />
        <a href={href}>{title}</a>
      </p>
    </li>
  )
}

function Key({ words: { messages }, stretches }: { words: Words; stretches: readonly Stretch[] }) {
  const { states, today } = messages.charts.timeline
  const shown = [...new Set(stretches.map(stretch => stretch.state))]
  return (
    <p className="label flex flex-wrap gap-x-6 gap-y-1" aria-hidden="true">
      {shown.map(state => (
        <span key={state} className="inline-flex items-center gap-2">
          <svg width="22" height="12" aria-hidden="true">
            <rect className={`bar-${state}`} x="1" y="1" width="20" height="10" rx="5" />
          </svg>
          {states[state]}
        </span>
      ))}
      <span className="timeline-today">{today}</span>
    </p>
  )
}

function AsTable({
  stretches,
  words: { messages, format },
}: {
  stretches: readonly Stretch[]
  words: Words
}) {
  const { timeline } = messages.charts
  return (
    <Table
      caption={timeline.label}
      isSmall
      columns={[
        { title: timeline.activity },
        { title: timeline.period },
        { title: timeline.hours, isEnd: true },
        { title: timeline.state },
      ]}
      rows={stretches.map(({ key, title, from, to, minutes, state }) => ({
        key,
        cells: [title, format.months(from, to), format.hours(minutes), timeline.states[state]],
      }))}
    />
  )
}
