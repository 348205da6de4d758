import { apart } from './apart.server'
import { isBuilt } from './built.server'
import { squarePicture, type PictureAsked, type Squared } from './square-picture.server'

// A picture takes a quarter of a second; a drawing that takes this long is made to.
const PATIENCE = 10_000

let before: Promise<unknown> = Promise.resolve()

/** One after the other, each in a process of its own: whatever a stranger's file does there, nobody else has it. */
export function squared(asked: PictureAsked): Promise<Squared> {
  const mine = before.then(() => (isBuilt ? inProgram(asked) : squarePicture(asked)))
  before = mine.catch(() => undefined) // whoever asked hears of it
  return mine
}

async function inProgram(asked: PictureAsked): Promise<Squared> {
  return (await apart<Squared>('picture-program', { ...asked }, PATIENCE)) ?? { refused: 'unreadable' }
}
