import { useMessages } from '~/messages/messages'
import { Icon, type IconName } from './icon'
import type { StatusTone } from './status'

export type Stop = {
  name: string
  /** Done, where it stands now, or still to come. */
  at: 'done' | 'current' | 'next'
  /** Who, and since when. */
  detail?: string
  note?: string
  /** For the current stop: whose turn it is decides the colour. */
  tone?: StatusTone
  icon?: IconName
}

/** Where an activity stands, from left to right on a desk and downwards on a phone. */
export function Track({ stops }: { stops: readonly Stop[] }) {
  const { track } = useMessages().status
  return (
    <ol className="track" aria-label={track.label}>
      {stops.map(({ name, at, detail, note, tone = 'amber', icon }) => (
        <li key={name} className={`track-${at}`} aria-current={at === 'current' ? 'step' : undefined}>
          <span className={at === 'current' ? `track-stop tint-${tone}` : 'track-stop'}>
            {at !== 'next' && <Icon name={at === 'done' ? 'check' : icon ?? 'hourglass'} size={15} />}
          </span>
          <div>
            <p className="font-medium">
              {name} <span className="sr-only">({track[at]})</span>
            </p>
            {detail && <p className={at === 'current' ? `status tint-${tone}` : 'label'}>{detail}</p>}
            {note && <p className="label num">{note}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
