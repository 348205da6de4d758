import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '~/lib/refusal'
import { readCalendar, type CalendarAnswer, type CalendarAsked } from './calendar-times.server'

// Started by nobody but `calendar.server.ts`, which says this.
const { text, span } = workerData as CalendarAsked
parentPort?.postMessage(answer())

function answer(): CalendarAnswer {
  try {
    return { brought: readCalendar(text, span) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refusal: error.message }
  }
}
