import { useId } from 'react'
import { EMBLEM_SIZE, type EmblemSource } from '~/domain/emblem'
import { addressOf, letteringOf, plainEmblem } from './emblem-drawing'

type Props = {
  source: EmblemSource
  size: number
  /** Drained of its ink; the word beside it says why. */
  isRevoked?: boolean
  /** Where nothing beside it names the programme. */
  label?: string
}

const VIEW = `0 0 ${EMBLEM_SIZE} ${EMBLEM_SIZE}`

/** A programme's emblem, on its own paper in both themes. The smaller it is, the less is engraved. */
export function Emblem({ source, size, isRevoked, label }: Props) {
  const svg = {
    className: isRevoked ? 'emblem emblem-revoked' : 'emblem',
    width: size,
    height: size,
    viewBox: VIEW,
    ...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }),
  }
  if (source.artwork) return <Picture src={source.artwork} size={size} label={label} className={svg.className} />
  if (size < 80) return <svg {...svg} dangerouslySetInnerHTML={plainEmblem(source)} />
  const detail = size < 150 ? 'engraved' : 'words'
  return (
    <svg {...svg}>
      <image href={addressOf(source, detail)} width={EMBLEM_SIZE} height={EMBLEM_SIZE} />
      {detail === 'words' && <Lettering source={source} />}
    </svg>
  )
}

type PictureProps = { src: string; className: string } & Pick<Props, 'size' | 'label'>

function Picture({ src, size, label = '', className }: PictureProps) {
  return <img className={`${className} emblem-picture`} src={src} width={size} height={size} alt={label} decoding="async" />
}

function Lettering({ source }: { source: EmblemSource }) {
  const id = useId()
  const { ink, inscriptions } = letteringOf(source)
  return inscriptions.map(({ side, arc, size, tracking, text }) => (
    <g key={side} fill={ink} fontSize={size} letterSpacing={tracking}>
      <path id={id + side} d={arc} fill="none" />
      <text>
        <textPath href={`#${id}${side}`} startOffset="50%">
          {text}
        </textPath>
      </text>
    </g>
  ))
}
