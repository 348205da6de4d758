import { isDay } from '~/domain/day'
import { parseMinutes } from '~/domain/minutes'
import { useWords } from '~/messages/messages'
import { HeatMap } from './heat-map'
import { RangeBar } from './range-bar'

type Props = {
  /** As typed so far: anything may stand in it. */
  lines: unknown
  usual: readonly [number, number]
}

/** What the lines add up to, against what is usual, and when it was. */
export function TimeSum({ lines, usual: [least, most] }: Props) {
  const { messages, format } = useWords()
  const { when } = messages.log
  const entries = Array.isArray(lines) ? lines.flatMap(entryOf) : []
  const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0)
  const days = new Set(entries.map(entry => entry.day)).size
  const usual = most > 0 ? when.usual(format.hours(least), format.hours(most)) : ''
  return (
    <div className="grid gap-4">
      <div>
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <p className="serif num text-lg">
            {minutes > 0 ? when.sum(format.hours(minutes), days) : when.noTime}
          </p>
          {usual && <p className="label num">{usual}</p>}
        </div>
        {most > 0 && (
          <RangeBar
            value={minutes}
            most={Math.max(minutes, most * 1.25)}
            usual={[least, most]}
            label={usual}
          />
        )}
      </div>
      {isDrawable(entries) && <HeatMap entries={entries} label={when.heat(format.hours(minutes))} />}
    </div>
  )
}

type Entry = { day: string; minutes: number }

function entryOf(line: unknown): Entry[] {
  if (typeof line !== 'object' || line === null || !('day' in line && 'minutes' in line)) return []
  const { day, minutes } = line
  const parsed = typeof minutes === 'string' ? parseMinutes(minutes) : null
  return typeof day === 'string' && isDay(day) && parsed ? [{ day, minutes: parsed }] : []
}

/** A year half typed must not draw a calendar of centuries. */
function isDrawable(entries: readonly Entry[]) {
  const years = entries.map(entry => Number(entry.day.slice(0, 4)))
  return entries.length > 0 && Math.max(...years) - Math.min(...years) <= 10
}
