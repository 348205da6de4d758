import { useWords } from '~/messages/messages'
import { heatOf, minutesByDay, monthsOf, weeksOf, type TimeOnDay, type Weeks } from './heat-calendar'
import { Disclosure } from './section'
import { Table } from './table'

const CELL = 10
const WIDEST = 28
const HEATS = [0, 1, 2, 3, 4] as const

type Props = {
  entries: readonly TimeOnDay[]
  /** What the picture shows, as a sentence. */
  label: string
}

/** The days something was done on: a column a week, Monday on top, darker the longer. */
export function HeatMap({ entries, label }: Props) {
  const { messages, format } = useWords()
  const words = messages.charts.days
  const weeks = weeksOf(entries)
  if (!weeks) return null
  return (
    <figure>
      <div className="heat-map">
        <p className="heat-days label" aria-hidden="true">
          <span>{format.weekdayName(MONDAY)}</span>
          <span>{format.weekdayName(SATURDAY)}</span>
        </p>
        <Calendar {...{ entries, weeks, label }} isMirrored={messages.direction === 'rtl'} />
      </div>
      <figcaption className="mt-2 grid gap-2">
        <p className="label flex items-center gap-1.5">
          {words.least}
          {HEATS.slice(1).map(heat => (
            <i key={heat} className={`heat-key heat-${heat}`} />
          ))}
          {words.most}
        </p>
        <Disclosure summary={words.asTable}>
          <Days entries={entries} />
        </Disclosure>
      </figcaption>
    </figure>
  )
}

const MONDAY = '2024-01-01'
const SATURDAY = '2024-01-06'

type CalendarProps = Props & { weeks: Weeks; isMirrored: boolean }

function Calendar({ entries, weeks, label, isMirrored }: CalendarProps) {
  const { format } = useWords()
  const width = weeks.count * WIDEST
  const minutes = minutesByDay(entries, weeks)
  const across = (week: number) => (isMirrored ? weeks.count - 1 - week : week)
  const cells = (heat: number) =>
    minutes
      .map((spent, at) => (heatOf(spent) === heat ? cell(across(Math.floor(at / 7)), at % 7) : ''))
      .join('')
  const start = (week: number) => (100 * (isMirrored ? weeks.count - week : week)) / weeks.count
  return (
    <div className="min-w-0">
      <svg
        className="fit"
        width={width}
        viewBox={`0 0 ${weeks.count * CELL} ${7 * CELL}`}
        role="img"
        aria-label={label}
      >
        {HEATS.map(heat => (
          <path key={heat} className={`cell-${heat}`} d={cells(heat)} />
        ))}
      </svg>
      <svg className="axis heat-months" width={width} height="22" aria-hidden="true">
        {monthsOf(weeks).map(({ day, week }) => (
          <text key={day} x={`${start(week)}%`} y="16">
            {format.monthName(day)}
          </text>
        ))}
      </svg>
    </div>
  )
}

/** A square with rounded corners and a gap around it. */
const cell = (column: number, row: number) =>
  `M${column * CELL + 2} ${
    row * CELL + 0.5
  }h6q1.5 0 1.5 1.5v6q0 1.5-1.5 1.5h-6q-1.5 0-1.5-1.5v-6q0-1.5 1.5-1.5z`

function Days({ entries }: { entries: readonly TimeOnDay[] }) {
  const { messages, format } = useWords()
  const words = messages.charts.days
  return (
    <Table
      caption={words.asTable}
      isSmall
      columns={[{ title: words.day }, { title: words.time, isEnd: true }, { title: words.note }]}
      rows={entries.map(({ day, minutes, note }, at) => ({
        key: `${day} ${at}`,
        cells: [format.weekday(day), format.hours(minutes), note ?? ''],
      }))}
    />
  )
}
