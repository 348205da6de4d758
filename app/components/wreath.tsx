import { leaf } from './leaf'

export type Arc = {
  state: 'met' | 'waiting' | 'open'
  /** How much of an arc that is not met is filled, 0 to 1. */
  share?: number
}

type Props = {
  arcs: readonly Arc[]
  /** In the middle, the figure over its measure: "2" over "of 3". */
  figure: string
  measure: string
  /** The same as a sentence, for whoever does not see the leaves. */
  label: string
  size?: number
}

/** Progress: one arc of leaves a requirement. Filled: met; amber: waiting for somebody; hollow: open. */
export function Wreath({ arcs, figure, measure, label, size = 148 }: Props) {
  const { met, waiting, open } = leavesOf(arcs)
  return (
    <svg className="wreath" width={size} height={size} viewBox="-6 -6 132 132" role="img" aria-label={label}>
      {met && <path className="wreath-met" d={met} />}
      {waiting && <path className="wreath-waiting" d={waiting} />}
      {open && <path className="wreath-open" d={open} />}
      <text className="wreath-figure" x="60" y="62">
        {figure}
      </text>
      <text className={measure.length > 7 ? 'wreath-measure wreath-long' : 'wreath-measure'} x="60" y="81">
        {measure}
      </text>
    </svg>
  )
}

const PLACES = 30

/** A pair of leaves at each place around the ring, drawn once. */
const pairs = Array.from({ length: PLACES }, (_, place) => {
  const turn = (place / PLACES) * 360 - 84
  const angle = (turn * Math.PI) / 180
  const [x, y] = [60 + 50 * Math.cos(angle), 60 + 50 * Math.sin(angle)]
  return leaf(x, y, turn + 46, 13.5) + leaf(x, y, turn + 132, 12)
})

function leavesOf(arcs: readonly Arc[]) {
  const paths = { met: '', waiting: '', open: '' }
  const gap = arcs.length > 1 && arcs.length <= PLACES / 3 ? 1 : 0
  arcs.forEach(({ state, share = 0 }, index) => {
    const start = Math.round((index / arcs.length) * PLACES)
    const end = Math.max(start + 1, Math.round(((index + 1) / arcs.length) * PLACES) - gap)
    const filled = state === 'met' ? end : start + Math.round((end - start) * share)
    for (let place = start; place < end; place++) paths[place < filled ? 'met' : state] += pairs[place] ?? ''
  })
  return paths
}
