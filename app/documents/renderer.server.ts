import type { CertificateFacts } from './certificate'
import { UncoveredCharacters } from './characters'
import { startThread, type DrawingThread } from './drawing-thread'
import type { PrintedSheet } from './record-sheet'
import { answer, type Answer, type Picture, type Request } from './requests'
import { specimen } from './specimen'
import type { TranscriptFacts } from './transcript'

export interface Renderer {
  /** PDF/A-3a and PDF/UA-1, not sealed yet. Throws UncoveredCharacters where a character can't be printed. */
  renderCertificate(facts: CertificateFacts, sealedBy?: string): Promise<Buffer>
  /** The same of a transcript. */
  renderTranscript(facts: TranscriptFacts, sealedBy?: string): Promise<Buffer>
  /** And of a sheet about one thing on record. */
  renderRecordSheet(printed: PrintedSheet, sealedBy?: string): Promise<Buffer>
  /** As an SVG whose words are outlines. */
  drawPicture(picture: Picture): Promise<string>
  /** Distinct characters of a text that no font has; ask before offering to print it. */
  uncoveredCharacters(text: string, language: string): Promise<string[]>
  /** What was asked is finished first. */
  stop(): Promise<void>
}

interface RendererOptions {
  /** The built worker. Without it everything is drawn in the asking thread, as in development. */
  workerUrl?: URL
  workers?: number
}

/** Resolves when fonts are open and the code is warm. */
export async function startRenderer({ workerUrl, workers = 1 }: RendererOptions = {}): Promise<Renderer> {
  const threads = workerUrl ? Array.from({ length: workers }, () => startThread(workerUrl)) : []
  let hasStopped = false
  const ask = (request: Request) => {
    if (hasStopped) throw new Error('The renderer has been stopped.')
    return workerUrl ? leastBusy(threads, workerUrl).ask(request) : answer(request)
  }
  await Promise.all(threads.map(thread => thread.ask({ facts: specimen() })))
  return {
    renderCertificate: async (facts, sealedBy) => pdfIn(await ask({ facts, ...(sealedBy !== undefined && { sealedBy }) })),
    renderTranscript: async (transcript, sealedBy) => pdfIn(await ask({ transcript, ...(sealedBy !== undefined && { sealedBy }) })),
    renderRecordSheet: async (sheet, sealedBy) => pdfIn(await ask({ sheet, ...(sealedBy !== undefined && { sealedBy }) })),
    drawPicture: async picture => drawingIn(await ask(picture)),
    uncoveredCharacters: async (text, language) => charactersIn(await ask({ text, language })),
    stop: async () => {
      hasStopped = true
      await Promise.all(threads.map(thread => thread.stop()))
    },
  }
}

/** A thread that broke has failed what it was asked; the next request gets a new one. */
function leastBusy(threads: DrawingThread[], workerUrl: URL): DrawingThread {
  threads.forEach((thread, index) => {
    if (thread.hasEnded) threads[index] = startThread(workerUrl)
  })
  return threads.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least))
}

function pdfIn(answer: Answer): Buffer {
  if ('pdf' in answer) return Buffer.from(answer.pdf.buffer, answer.pdf.byteOffset, answer.pdf.byteLength)
  throw 'uncovered' in answer ? new UncoveredCharacters(answer.uncovered) : new Error(failureIn(answer))
}

function drawingIn(answer: Answer): string {
  if ('svg' in answer) return answer.svg
  throw new Error(failureIn(answer))
}

function charactersIn(answer: Answer): string[] {
  if ('uncovered' in answer) return answer.uncovered
  throw new Error(failureIn(answer))
}

function failureIn(answer: Answer): string {
  return 'failure' in answer ? answer.failure : 'The thread that draws answered another question.'
}
