import type { Measure } from '~/domain/measure'
import type { Outlook } from '~/domain/outlook'
import { useWords, type Words } from '~/messages/messages'
import { ProgressCard } from './progress-card'

/** A wreath a programme, and beside it in words what is missing. */
export function OutlookCards({ outlooks }: { outlooks: readonly Outlook[] }) {
  const words = useWords()
  return (
    <ul className="grid gap-x-10 gap-y-10 md:grid-cols-3">
      {outlooks.map(outlook => (
        <ProgressCard
          key={outlook.id}
          title={outlook.title}
          href={`/programmes/${outlook.id}`}
          level={words.messages.programme.level[outlook.level]}
          {...wreathOf(outlook, words)}
        >
          {missingOf(outlook, words)}
        </ProgressCard>
      ))}
    </ul>
  )
}

/** The figure in the middle: hours where hours are all it asks for, else how many of its parts are met. */
export function wreathOf({ arcs, only }: Outlook, { messages, format }: Words) {
  const met = arcs.filter(({ state }) => state === 'met').length
  const waiting = arcs.filter(({ state }) => state === 'waiting').length
  const amount = (value: number) => (only?.of === 'minutes' ? format.hours(value) : format.number(value))
  return {
    arcs,
    figure: amount(only ? only.have : met),
    measure: messages.outlook.of(amount(only ? only.need : arcs.length)),
    label: messages.charts.progress(met, arcs.length, waiting),
  }
}

function missingOf(
  { isHeld, isOffered, isMet, missing, next, names }: Outlook,
  { messages, format }: Words,
) {
  const { outlook } = messages
  if (isHeld) return outlook.held
  if (isOffered) return outlook.offered
  if (isMet || !next) return outlook.met
  const said = outlook.missing(missing, messages.requirement.clause(next.requirement, names, format))
  return next.measure?.of === 'minutes' && next.measure.have > 0
    ? `${said} ${soFar(next.measure, messages, format)}`
    : said
}

function soFar({ have, need }: Measure, { outlook }: Words['messages'], { hours }: Words['format']) {
  return outlook.soFar(hours(have), hours(need))
}
