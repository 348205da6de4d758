import { useMessages } from '~/messages/messages'

type CompetencyBar = {
  key: string
  name: string
  code?: string
  /** Position in the scale, 0 while nobody has seen it. */
  at: number
  levelName?: string
  /** What a programme asks for. */
  goal?: { at: number; name: string }
}

type Props = { bars: readonly CompetencyBar[]; levels: number }

/** One bar a competency, as many parts as the scale has levels. The level's word beside it says the same. */
export function CompetencyBars({ bars, levels }: Props) {
  const { none, goal: asked } = useMessages().charts.competencies
  return (
    <ul className="bars">
      {bars.map(({ key, name, code, at, levelName, goal }) => (
        <li key={key}>
          <span className="font-medium">
            {name} {code && <span className="label">{code}</span>}
          </span>
          <Parts at={at} of={levels} goal={goal?.at} />
          <span className="label">
            <span className={at > 0 ? 'text-ink' : undefined}>{levelName ?? none}</span>
            {goal && at < goal.at && <span className="block">{asked(goal.name)}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

const GAP = 1.5

function Parts({ at, of, goal }: { at: number; of: number; goal?: number | undefined }) {
  const width = (100 - GAP * (of - 1)) / of
  const part = (index: number) => {
    const look = index < at ? `cell-${Math.max(1, Math.round(((index + 1) / of) * 4))}` : 'cell-0'
    return `<rect class="${look}${goal === index + 1 ? ' cell-goal' : ''}" x="${
      index * (width + GAP)
    }%" width="${width}%" y="1" height="10" rx="3"/>`
  }
  const __html = Array.from({ length: of }, (_, index) => part(index)).join('')
  return (
    <svg
      className="mirrored"
      width="100%"
      height="12"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html }}
    />
  )
}
