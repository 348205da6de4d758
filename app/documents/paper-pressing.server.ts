import type { SettledPaper } from '~/domain/paper-run-members.server'
import type { PersonActor } from '~/domain/policy'
import { findPrintables } from '~/domain/printable.server'
import type { TranscriptForm } from '~/domain/transcript'
import { safeFileName } from '~/lib/file-name.server'
import { log, reasonOf } from '~/lib/log.server'
import { NotFound } from '~/lib/refusal'
import { writeRunFile } from '~/lib/run-files.server'
import { paperRuns as words } from '~/messages/en/paper-runs'
import { transcript as transcriptWords } from '~/messages/en/transcript'
import type { PaperLanguage } from '~/messages/paper-languages'
import { certificatePress } from './certificate-press.server'
import { UncoveredCharacters } from './characters'
import { startRenderer, type Renderer } from './renderer.server'
import { transcriptPrinting } from './transcript-print.server'
import { sayUncovered } from './uncovered.server'

/** Some papers of a run. Plain data, like what comes of it: both are handed from thread to thread. */
export type PressOrder = { runId: string } & (
  | { kind: 'certificate'; language: PaperLanguage; papers: readonly PressedPaper[] }
  | { kind: 'transcript'; form: TranscriptForm; actor: PersonActor; papers: readonly PressedPaper[] }
)

/** What it is about has been found, or issued, before. */
export interface PressedPaper {
  position: number
  studentId: string
  credentialId: string | null
  transcriptId: string | null
}

/**
 * Draws, seals and writes each of them, and only reads the database. One that cannot be printed is refused in a
 * sentence, and keeps none of the others from it.
 */
export async function pressPapers(order: PressOrder): Promise<SettledPaper[]> {
  const draw = order.kind === 'certificate' ? await certificates(order) : transcripts(order)
  const settled: SettledPaper[] = []
  for (const paper of order.papers) settled.push({ ...paper, ...(await become(order.runId, paper, draw)) })
  return settled
}

type Drawing = (paper: PressedPaper) => Promise<{ name: string; pdf: Buffer } | { reason: string }>

type Became = { outcome: 'made'; fileName: string; bytes: number; crc32: string } | { outcome: 'refused'; reason: string }

async function become(runId: string, paper: PressedPaper, draw: Drawing): Promise<Became> {
  try {
    const drawn = await draw(paper)
    if ('reason' in drawn) return { outcome: 'refused', ...drawn }
    const { crc32 } = await writeRunFile(runId, paper.position, drawn.pdf)
    return { outcome: 'made', fileName: safeFileName(`${drawn.name}.pdf`), bytes: drawn.pdf.length, crc32 }
  } catch (error) {
    if (error instanceof UncoveredCharacters) return { outcome: 'refused', reason: await sayUncovered(error.characters) }
    if (error instanceof NotFound) return { outcome: 'refused', reason: words.refused.gone }
    log.error({ run: runId, position: paper.position, reason: reasonOf(error) }, 'a paper could not be made')
    return { outcome: 'refused', reason: words.refused.wrong }
  }
}

async function certificates({ language, papers }: Extract<PressOrder, { kind: 'certificate' }>): Promise<Drawing> {
  const ids = papers.flatMap(({ credentialId }) => credentialId ?? [])
  const [press, printables, renderer] = await Promise.all([certificatePress(language), findPrintables(ids), inPlace()])
  return async ({ credentialId }) => {
    const printable = printables.get(credentialId ?? '') ?? 'gone'
    if (typeof printable === 'string') return { reason: words.refused[printable] }
    const { holder, programme } = printable.sheet
    return { name: `${holder}, ${programme.title}`, pdf: await press.print(renderer, printable) }
  }
}

function transcripts({ form, actor }: Extract<PressOrder, { kind: 'transcript' }>): Drawing {
  return async ({ transcriptId }) => {
    const { holder, draw } = await transcriptPrinting(transcriptId ?? '', form, actor)
    return { name: transcriptWords.page.title(holder), pdf: await draw(await inPlace()) }
  }
}

let renderer: Promise<Renderer> | undefined

/** Whoever presses many is in a thread of its own already. */
function inPlace(): Promise<Renderer> {
  return (renderer ??= startRenderer())
}
