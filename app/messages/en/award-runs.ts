import type { RunOutcome, RunState } from '~/domain/award-run'
import { capital, plural, spell } from './numbers'

const students = (count: number) => `${spell(count)} ${plural(count, { one: 'student', other: 'students' })}`

/** Awarding to many at once, and how far that is. */
export const awardRuns = {
  title: 'Award to many',
  begin: {
    heading: (programme: string) => `Award “${programme}” to everybody who is ready?`,
    who: 'Whom',
    everybody: 'Everybody who meets every requirement when they are looked at, and has no award in force.',
    only: (words: string) => `Only those ${words}.`,
    offered: 'Each of them gets a mail with an offer and decides. Whoever chose to accept at once holds the credential at once.',
    quiet: 'Without ceremony: the credential is recorded at once with nothing disclosed, and no mail leaves.',
    follows: 'It goes on by itself. You can leave the page and come back.',
    act: 'Award to all of them',
    keep: 'Not now',
    unit: (name: string) => `in ${name}`,
    study: (name: string) => `of the study programme ${name}`,
    year: (year: number) => `who entered in ${year}`,
    name: (words: string) => `whose name has “${words}” in it`,
  },
  heading: (state: RunState, done: number, all: number) => {
    if (state === 'gathering') return `Looking for those who are ready: ${students(all)} so far.`
    if (state === 'working') return `${capital(spell(done))} of ${spell(all)} looked at.`
    if (state === 'cancelled') return `Stopped after ${spell(done)} of ${students(all)}.`
    return all === 0 ? 'Nobody was ready.' : `Done: ${students(all)} looked at.`
  },
  started: (when: string, who: string | null) => (who ? `Started ${when} by ${who}.` : `Started ${when} at the command line or by the clock.`),
  progress: (share: number) => `${share} % done`,
  looking: 'Looking through everybody’s work',
  leave: 'You can leave this page: it goes on, and you find it again at the programme.',
  look: 'Look again',
  stop: 'Stop here',
  stopNote: 'What is done stays. Nobody else is awarded.',
  stopped: 'Stopped. What is done stays.',
  over: 'This run has ended in the meantime.',
  outcomes: 'What became of them',
  outcome: {
    waiting: 'Still to be looked at',
    offered: 'Offered; they have 90 days to answer',
    issued: 'Issued at once',
    already: 'Had an award in force',
    notYet: 'Do not meet it now',
    refused: 'Could not be awarded',
  } satisfies Record<RunOutcome, string>,
  left: 'Left out, and why',
  student: 'Student',
  why: 'Why',
  notYet: 'Some part is no longer met by approved work.',
  next: 'Further students',
  latest: 'Awarded to many',
  latestNote: 'The latest runs.',
  run: (when: string) => `Started ${when}`,
  running: 'Goes on',
  ended: 'Done',
  cancelled: 'Stopped',
}
