import type { PaperKind, PaperOutcome, PaperRunState } from '~/domain/paper-run'
import { capital, plural, spell } from './numbers'

const nouns = {
  certificate: (count: number) => `${spell(count)} ${plural(count, { one: 'certificate', other: 'certificates' })}`,
  transcript: (count: number) => `${spell(count)} ${plural(count, { one: 'transcript', other: 'transcripts' })}`,
} satisfies Record<PaperKind, (count: number) => string>

/** Papers of many at once, in the background, taken along as one file. */
export const paperRuns = {
  title: 'Papers for many',
  open: 'Papers for many',
  heading: 'Papers for many',
  below: {
    all: 'Certificates and transcripts of many students as one file. It is made in the background and kept for seven days.',
    shared: 'Certificates and transcripts of many students as one file, of what they have shared. It is made in the background and kept for seven days.',
  },
  begin: {
    certificate: 'Print certificates',
    transcript: 'Issue transcripts',
    heading: { certificate: 'Whose certificates?', transcript: 'Whose transcripts?' },
    below: {
      certificate: 'Of credentials in force whose public page is on: that is where the code on the paper leads. Each is drawn and sealed as the single one is.',
      transcript: {
        all: 'A complete transcript of each student as at now, signed and under the official name. Each is told whom you issued it to, and why.',
        shared: 'A transcript of what each student has shared, signed and under the official name. Each is told whom you issued it to, and why.',
      },
    },
    paper: 'What',
    whom: 'Whose',
    programme: 'Programme',
    everyProgramme: 'Every programme',
    form: 'Form',
    name: 'Words of the name',
    unit: 'Unit, with those below it',
    study: 'Study programme',
    year: 'Entry year',
    any: 'Any',
    whomNote: 'What you leave open narrows nothing.',
    language: 'Language',
    act: { certificate: 'Print them', transcript: 'Sign and print them' },
    keep: 'Not now',
    nobody: {
      certificate: 'No credential in force fits. Choose another programme or fewer conditions.',
      transcript: 'No student fits whose transcript you may issue. Choose fewer conditions.',
    },
    tooMany: (most: number) => `These are more than ${most.toLocaleString('en-GB')} papers. Narrow them down, by unit or entry year for instance, and begin several.`,
  },
  none: {
    title: 'No papers for many yet.',
    words: 'Choose whose, and come back when they are made. What cannot be printed is told with its reason, and the others are made.',
  },
  started: (when: string, who: string | null) => (who ? `Started ${when} by ${who}.` : `Started ${when}.`),
  of: {
    certificate: (programme: string | null) => (programme ? `Certificates of “${programme}”` : 'Certificates of every programme'),
    transcript: (form: string) => `Transcripts: ${form}`,
  },
  headings: (kind: PaperKind, state: PaperRunState, made: number, all: number) => {
    const papers = nouns[kind]
    const some = `${made === 0 ? 'None' : capital(spell(made))} of ${papers(all)} made`
    if (state === 'working') return made === 0 ? `${some} yet.` : `${some}.`
    if (state === 'cancelled') return made === 0 ? `Stopped before the first of ${papers(all)}.` : `Stopped after ${spell(made)} of ${papers(all)}.`
    if (state === 'cleared') return made === 0 ? 'Nothing of this run is left.' : `${capital(papers(made))} thrown away.`
    return made === all ? `${capital(papers(all))} made.` : `${some}.`
  },
  states: { working: 'Goes on', cancelled: 'Stopped', ended: 'Done', cleared: 'Thrown away' } satisfies Record<PaperRunState, string>,
  row: (made: number, all: number) => `${made.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}`,
  outcomes: 'What became of them',
  outcome: { waiting: 'Still to be made', made: 'Made', refused: 'Could not be printed' } satisfies Record<PaperOutcome, string>,
  progress: (share: number) => `${share} % done`,
  leave: 'You can leave this page: it goes on.',
  look: 'Look again',
  stop: 'Stop here',
  stopNote: 'What is made stays and can be taken along. You can go on later.',
  stopped: 'Stopped. What is made stays.',
  goOn: 'Go on',
  goOnNote: (count: number) => `${capital(spell(count))} ${plural(count, { one: 'is', other: 'are' })} still to be made.`,
  wentOn: 'It goes on.',
  over: 'This run has ended in the meantime.',
  notStopped: 'This run is not stopped, or it has ended in the meantime.',
  leftBy: 'Whoever began this run may make papers no longer, so nobody goes on in their name. Begin another.',
  take: 'Take them along',
  download: 'Download the ZIP',
  size: (papers: number, size: string) => `${capital(spell(papers))} ${plural(papers, { one: 'PDF', other: 'PDFs' })}, ${size}. A download that breaks off can be resumed.`,
  kept: (day: string) => `Kept until ${day}, then thrown away. That you took them is on record.`,
  cleared: 'The files of a run are thrown away after seven days. Begin another to print them again.',
  file: { certificate: 'Certificates', transcript: 'Transcripts' } satisfies Record<PaperKind, string>,
  about: 'What was asked for',
  issuedTo: 'Issued to',
  basis: 'On what basis',
  language: 'Language',
  left: 'Could not be printed, and why',
  student: 'Student',
  named: (name: string, credential: string) => `${name}, ${credential}`,
  nobodyNamed: 'Erased',
  why: 'Why',
  next: 'Further students',
  refused: {
    hidden: 'The public page of the credential is off, so the code on the paper would lead nowhere.',
    revoked: 'The credential was revoked.',
    withdrawn: 'Its holder has withdrawn the transcript.',
    gone: 'There is no such person here any more, or nothing of it is left.',
    wrong: 'Something went wrong. Whoever runs the server finds the reason in its log.',
  },
}
