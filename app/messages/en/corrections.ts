import { ANSWER_DAYS, type CorrectionCause, type CorrectionOutcome } from '~/domain/correction'
import { capital, plural, spell } from './numbers'

type What = { title: string; by: string }

const happened: Record<CorrectionCause, (what: What) => string> = {
  approvalRescinded: ({ title }) => `The approval of “${title}” was taken back.`,
  endorsementWithdrawn: ({ title, by }) => `${by || 'Somebody'} took back what they had confirmed about “${title}”.`,
  credentialRevoked: ({ title }) => `The credential “${title}”, on which it stacks, was revoked.`,
  waiverWithdrawn: () => 'A part that was set aside no longer is.',
}

const outcomes: Record<CorrectionOutcome, string> = {
  stands: 'It stands',
  reissued: 'It is issued anew',
  revoked: 'It is revoked',
}

/** Cases about credentials of which something was taken back: the registrar's side, and the student's. */
export const corrections = {
  page: 'Corrections',
  heading: (count: number, isMore: boolean) => {
    if (isMore) return `More than ${count} credentials are looked at again.`
    if (count === 0) return 'No credential is looked at again.'
    return plural(count, {
      one: 'One credential is looked at again.',
      other: `${capital(spell(count))} credentials are looked at again.`,
    })
  },
  note: 'Something they rest on was taken back. Each stands until somebody here has decided.',
  none: 'When an approval, a confirmation, a credential or a waiver is taken back, what rests on it stands here.',
  label: 'Credentials that are looked at again',
  about: (programme: string, student: string) => `${programme}, ${student}`,
  causes: {
    approvalRescinded: 'An approval was taken back',
    endorsementWithdrawn: 'A confirmation was taken back',
    credentialRevoked: 'A credential it stacks on was revoked',
    waiverWithdrawn: 'A waiver was taken back',
  } satisfies Record<CorrectionCause, string>,
  opened: (on: string) => `Came up ${on}`,
  ready: 'Can be decided now',
  waits: (day: string) => `The student can answer until ${day}`,

  one: {
    happened: (cause: CorrectionCause, what: What) => happened[cause](what),
    issued: (day: string) => `The credential was issued on ${day}.`,
    see: 'Open the credential',
    today: 'What still counts today',
    todayMet: 'Without it the programme is still met.',
    todayUnmet: 'Without it the programme is no longer met, so it cannot be issued anew.',
    dependants: 'What rests on this credential in turn',
    dependantsNote: 'If it is revoked, each of these becomes a case of its own.',
    alone: 'Nothing else rests on it.',
    answer: 'In the student’s words',
    noAnswer: (day: string) => `Nothing so far. They can answer until ${day}.`,
    noAnswerLate: 'Nothing. The day to answer is over.',
    decide: 'Your decision',
    decideNote: 'The student reads your words.',
    tooEarly: 'You decide once the student has answered, or once the day to answer is over.',
    outcome: 'The credential',
    outcomes: { stands: 'Stands', reissued: 'Is issued anew', revoked: 'Is revoked' } satisfies Record<
      CorrectionOutcome,
      string
    >,
    follows: {
      stands: 'It stays exactly as it was signed',
      reissued: 'On what still counts, with the same name and endorsers where they still stand; the old one is revoked as replaced',
      revoked: 'For ever; whoever verifies it is told that the university has withdrawn it',
    } satisfies Record<CorrectionOutcome, string>,
    reason: 'Why',
    button: 'Decide',
    decided: (outcome: CorrectionOutcome, by: string, on: string) => `${outcomes[outcome]}, decided by ${by} ${on}.`,
    somebody: 'somebody who is no longer here',
    done: {
      stands: 'It stands. The student is told why.',
      reissued: 'It is issued anew. The student is told why.',
      revoked: 'It is revoked. The student is told why.',
    } satisfies Record<CorrectionOutcome, string>,
  },

  student: {
    page: 'Your credential is looked at again',
    heading: (programme: string) => `“${programme}” is looked at again.`,
    note: (day: string) => `Nothing has changed so far. The registrar’s office decides after your answer, or after ${day}.`,
    happened: 'What happened',
    text: 'What should the registrar’s office know?',
    textHint: 'Whether somebody else saw it too, whether something was mixed up. You can answer once.',
    send: 'Send your answer',
    keep: 'Not now',
    sent: 'Your answer is with the registrar’s office. You hear by mail what was decided.',
    yours: 'Your answer',
    none: 'You have not answered.',
    answered: 'You have answered. You hear by mail what was decided.',
    decision: 'What was decided',
    link: 'Looked at again: answer',
    linkAnswered: 'Looked at again: see your answer',
    days: ANSWER_DAYS,
  },

  /** On the public page, for whoever reads it. */
  publicNote: 'The issuer is looking at this credential again. Until it has decided, it stands as it was signed.',
}
