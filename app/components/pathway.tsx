import type { Pathway as Stacked, Stop } from '~/domain/pathway'
import { useMessages } from '~/messages/messages'
import { Icon, type IconName } from './icon'
import type { StatusTone } from './status'

type Props = {
  pathway: Stacked
  /** The one whose page this is. */
  here?: string
}

/** One column a step, lines from each programme to what builds on it; one below the other where it is narrow. */
export function Pathway({ pathway: { stops }, here }: Props) {
  const { pathway: words } = useMessages()
  const steps = stepsOf(stops)
  const rows = Math.max(...steps.map(step => step.length))
  return (
    <ol className="pathway" aria-label={words.label}>
      {steps.map((step, at) => (
        <li key={at} className="pathway-step">
          {at > 0 && <Lines below={steps[at - 1] ?? []} above={step} rows={rows} />}
          <div className="pathway-stops">
            <p className="label md:sr-only">{words.step(at + 1, steps.length)}</p>
            <ul className="contents">
              {step.map(stop => (
                <PathwayStop key={stop.seriesId} stop={stop} stops={stops} isHere={stop.id === here} />
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  )
}

function PathwayStop({ stop, stops, isHere }: { stop: Stop; stops: readonly Stop[]; isHere: boolean }) {
  const { pathway: words, programme } = useMessages()
  const { icon, tone } = looks[stop.state]
  const lower = stops.filter(({ seriesId }) => stop.buildsOn.includes(seriesId)).map(({ title }) => title)
  return (
    <li className={isHere ? 'pathway-stop pathway-here' : 'pathway-stop'}>
      <p className="line-clamp-2 font-medium leading-5">
        {isHere ? (
          stop.title
        ) : (
          <a className="quiet-link" href={`/programmes/${stop.id}`}>
            {stop.title}
          </a>
        )}
      </p>
      <p className="label">{isHere ? words.this : programme.level[stop.level]}</p>
      <p className={`status tint-${tone}`}>
        <Icon name={icon} size={16} />
        <span>{words.state[stop.state]}</span>
      </p>
      {lower.length > 0 && <p className="label md:sr-only">{words.buildsOn(lower)}</p>}
    </li>
  )
}

const looks: Record<Stop['state'], { icon: IconName; tone: StatusTone }> = {
  held: { icon: 'award', tone: 'laurel' },
  offered: { icon: 'gift', tone: 'sky' },
  met: { icon: 'circle-check', tone: 'laurel' },
  begun: { icon: 'milestone', tone: 'amber' },
  open: { icon: 'circle-dashed', tone: 'soft' },
}

/** In the units of the drawing, which the style sheet gives the stops as well. */
const HEIGHT = 104
const GAP = 16
const WIDTH = 56

function Lines({ below, above, rows }: { below: readonly Stop[]; above: readonly Stop[]; rows: number }) {
  const height = rows * HEIGHT + (rows - 1) * GAP
  const middle = (at: number, of: number) => (height - of * HEIGHT - (of - 1) * GAP) / 2 + at * (HEIGHT + GAP) + HEIGHT / 2
  const curves = above.flatMap((upper, to) =>
    below.flatMap((lower, from) => {
      if (!upper.buildsOn.includes(lower.seriesId)) return []
      const [start, end] = [middle(from, below.length), middle(to, above.length)]
      return `M2 ${start}C${WIDTH / 2} ${start} ${WIDTH / 2} ${end} ${WIDTH - 7} ${end}m-6 -5l6 5l-6 5`
    }),
  )
  return (
    <svg className="pathway-lines mirrored" width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
      <path d={curves.join('')} />
    </svg>
  )
}

function stepsOf(stops: readonly Stop[]): Stop[][] {
  const layers = [...new Set(stops.map(({ layer }) => layer))].sort((a, b) => a - b)
  return layers.map(layer => stops.filter(stop => stop.layer === layer))
}
