import { useMessages } from '~/messages/messages'
import { Icon } from './icon'
import { remembering } from './memory'

const STEP = 14.5

/** One dot a level of the scale, filled up to the one reached; the word always stands beside it. */
export function LevelDots({ at, of }: { at: number; of: number }) {
  return (
    <svg
      className="dots"
      width={of * STEP}
      height={14}
      viewBox={`0 0 ${of * STEP} 14`}
      aria-hidden="true"
      dangerouslySetInnerHTML={dots(`${at}/${of}`)}
    />
  )
}

const dots = remembering(key => {
  const [at = 0, of = 0] = key.split('/').map(Number)
  const circle = (index: number) =>
    `<circle${index < at ? ' class="on"' : ''} cx="${7 + index * STEP}" cy="7" r="4.75"/>`
  return { __html: Array.from({ length: of }, (_, index) => circle(index)).join('') }
})

export function Level({ at, of, name }: { at: number; of: number; name: string }) {
  return (
    <span className="level">
      <LevelDots at={at} of={of} />
      <span>{name}</span>
    </span>
  )
}

type DiscProps = {
  /** A level of the scale, what was observed without one, or nothing at all. */
  seen: { at: number; of: number; name: string } | 'notYet' | 'notObserved' | null
  /** Claimed and not yet approved. */
  isClaimed?: boolean
}

/** One cell of the evidence map: the level as a figure, darker the higher. */
export function Disc({ seen, isClaimed }: DiscProps) {
  const { judgement, disc } = useMessages().status
  if (seen === null) {
    return (
      <span className="disc disc-none">
        <span className="sr-only">{disc.nothing}</span>
      </span>
    )
  }
  if (typeof seen === 'string') {
    return (
      <span className="disc">
        <Icon name={seen === 'notYet' ? 'eye' : 'eye-off'} />
        <span className="sr-only">{judgement[seen]()}</span>
      </span>
    )
  }
  const heat = Math.max(1, Math.round((seen.at / seen.of) * 4))
  return (
    <span className={isClaimed ? 'disc disc-claimed' : `disc heat-${heat}`}>
      <span aria-hidden="true">{seen.at}</span>
      <span className="sr-only">{isClaimed ? disc.claimed(seen.name) : seen.name}</span>
    </span>
  )
}
