type Props = {
  value: number
  /** Where the bar ends. */
  most: number
  /** What is usual, marked on the bar. */
  usual?: readonly [number, number]
  /** Says the same in words. */
  label: string
}

/** How much there is, against what is usual or asked for. */
export function RangeBar({ value, most, usual = [0, 0], label }: Props) {
  const share = (amount: number) => `${Math.min(100, Math.max(0, (100 * amount) / (most || 1)))}%`
  return (
    <svg className="range-bar mirrored" width="100%" height="20" role="img" aria-label={label}>
      <rect className="range-rest" y="5" width="100%" height="10" rx="5" />
      <rect className="range-value" y="5" width={share(value)} height="10" rx="5" />
      {usual.map(mark => mark > 0 && <line key={mark} x1={share(mark)} x2={share(mark)} y1="1" y2="19" />)}
    </svg>
  )
}
