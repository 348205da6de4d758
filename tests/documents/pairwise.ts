/**
 * Few rows in which every choice of each factor meets every choice of each other one. `sizes` says how many
 * choices a factor has; a row holds which of them, counted from 0.
 */
export function everyPair(sizes: number[]): number[][] {
  const open = new Map(pairsOf(sizes).map(pair => [keyOf(...pair), pair]))
  const rows: number[][] = []
  for (const [one, other] of open.values()) {
    const row: (number | undefined)[] = sizes.map(() => undefined)
    row[one.factor] = one.choice
    row[other.factor] = other.choice
    sizes.forEach((size, factor) => { row[factor] ??= most(choicesOf(size), choice => gain(row, { factor, choice }, open)) })
    const full = row.map(choice => choice ?? 0)
    pairsIn(full).forEach(pair => open.delete(keyOf(...pair)))
    rows.push(full)
  }
  return rows
}

interface Choice {
  factor: number
  choice: number
}

type Pair = [Choice, Choice]

const choicesOf = (size: number) => Array.from({ length: size }, (_, choice) => choice)
const keyOf = (one: Choice, other: Choice) => `${one.factor}.${one.choice} ${other.factor}.${other.choice}`
const most = (choices: number[], of: (choice: number) => number) => {
  return choices.reduce((best, choice) => (of(choice) > of(best) ? choice : best))
}

function pairsOf(sizes: number[]): Pair[] {
  return sizes.flatMap((size, one) => sizes.slice(one + 1).flatMap((otherSize, between) => {
    return choicesOf(size).flatMap(choice => choicesOf(otherSize).map((other): Pair => {
      return [{ factor: one, choice }, { factor: one + 1 + between, choice: other }]
    }))
  }))
}

export function pairsIn(row: number[]): Pair[] {
  return row.flatMap((choice, factor) => row.slice(factor + 1).map((other, between): Pair => {
    return [{ factor, choice }, { factor: factor + 1 + between, choice: other }]
  }))
}

function gain(row: (number | undefined)[], added: Choice, open: Map<string, Pair>): number {
  const others = row.flatMap((choice, factor) => (choice === undefined ? [] : [{ factor, choice }]))
  return others.filter(other => {
    return open.has(other.factor < added.factor ? keyOf(other, added) : keyOf(added, other))
  }).length
}
