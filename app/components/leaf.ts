/** One leaf as an SVG path: from its stalk at x, y, pointing along `turn` in degrees. */
export function leaf(x: number, y: number, turn: number, length: number): string {
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const at = (along: number, across: number) =>
    [x + length * (along * cos - across * sin), y + length * (along * sin + across * cos)]
      .map(value => Math.round(value * 10) / 10)
      .join(' ')
  return `M${at(0, 0)}C${at(0.18, -0.3)} ${at(0.64, -0.36)} ${at(1, -0.08)}C${at(0.82, 0.22)} ${at(
    0.34,
    0.24,
  )} ${at(0, 0)}Z`
}
