/** One leaf as an SVG path: from its stalk at x, y, pointing along `turn` in degrees. From there on relative, which is shorter. */
export function leaf(x: number, y: number, turn: number, length: number): string {
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [length * Math.cos(angle), length * Math.sin(angle)]
  const by = (along: number, across: number) =>
    pair(along * cos - across * sin, along * sin + across * cos)
  const back = (along: number, across: number) => by(along - 1, across + 0.08)
  return `M${pair(x, y)}c${by(0.18, -0.3)} ${by(0.64, -0.36)} ${by(1, -0.08)}c${back(0.82, 0.22)} ${back(0.34, 0.24)} ${back(0, 0)}z`
}

const pair = (x: number, y: number) => `${tenth(x)} ${tenth(y)}`
const tenth = (value: number) => Math.round(value * 10) / 10
