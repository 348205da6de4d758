import { leaf } from './leaf'

const STEP = 26

/** Completeness: one leaf an element that must be there, on a stem that is drawn as far as it goes. */
export function Sprig({ elements, label }: { elements: readonly boolean[]; label: string }) {
  const width = elements.length * STEP + 16
  const reached = elements.lastIndexOf(true) + 1
  const leaves = (isThere: boolean) =>
    elements
      .map((there, at) => (there === isThere ? leaf(10 + at * STEP, 20, at % 2 ? 40 : -40, 19) : ''))
      .join('')
  const tip = 6 + reached * STEP
  return (
    <svg
      className="sprig fit"
      width={width}
      height={40}
      viewBox={`0 0 ${width} 40`}
      role="img"
      aria-label={label}
    >
      <path className="sprig-rest" d={`M${tip} 20H${width - 4}`} />
      <path className="sprig-stem" d={`M4 20H${tip}`} />
      <path className="wreath-met" d={leaves(true)} />
      <path className="wreath-open" d={leaves(false)} />
    </svg>
  )
}
