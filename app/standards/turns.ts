import { setImmediate as nextTurn } from 'node:timers/promises'

/** Starts the work on each a turn of the event loop after the last, so that many of them hold nobody up. */
export function inTurns<Item, Result>(
  items: Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  let turn = Promise.resolve()
  const results = items.map(item => {
    turn = turn.then(() => nextTurn())
    return turn.then(() => work(item))
  })
  return Promise.all(results)
}
