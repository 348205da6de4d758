import type { CertificateFacts } from './certificate'
import { clean } from './characters'
import type { Row } from './grid'
import type { Paper } from './paper'
import { headline, leadingOf, linesOf, writeLine, writeLines } from './writing'

/** The sentence of a certificate: who has earned what. The description has room down to `bottom`. */
export function drawAward(
  paper: Paper, { words, kind, learner, programme }: CertificateFacts, { x, y, width }: Row, bottom: number,
): void {
  const { phrase, title, text } = paper.look.hands
  const { earned } = words.kinds[kind]
  paper.said('P', [words.certifies], () => writeLine(paper, phrase, words.certifies, { x, y }))
  drawName(paper, learner, { x, y: y + 43, width })
  paper.said('P', [earned], () => writeLine(paper, phrase, earned, { x, y: y + 70 }))

  const what = headline(paper, title, programme.title, { width }, 21)
  const first = y + 72 + leadingOf(what.hand)
  paper.said('H2', [programme.title], () => writeLines(paper, what.hand, what.lines, { x, y: first }))

  if (!clean(programme.description)) return
  const below = first + (what.lines.length - 1) * leadingOf(what.hand) + 21
  const lines = Math.floor((bottom - below) / leadingOf(text)) + 1
  const told = linesOf(paper, text, programme.description, { width: width - 40, lines })
  paper.said('P', [programme.description], () => writeLines(paper, text, told, { x, y: below }))
}

/** Stands on its line; a second line goes above it. */
function drawName(paper: Paper, { name, language }: CertificateFacts['learner'], { x, y, width }: Row): void {
  const { hand, lines } = headline(paper, paper.look.hands.name, name, { width, language }, 24)
  const first = y - (isDeep(name) ? 7 : 0) - (lines.length - 1) * leadingOf(hand)
  paper.said('P', [name], () => writeLines(paper, hand, lines, { x, y: first }), { actual: clean(name) })
}

/** Arabic letters reach far below the line. */
export const isDeep = (name: string) => /\p{Script=Arabic}/u.test(name)
