import type { CorrectionCause, CorrectionOutcome } from '~/domain/correction'
import type { Letter } from '../letter'

interface Told {
  name: string
  programme: string
  url: string
}

const happened: Record<CorrectionCause, string> = {
  approvalRescinded: 'The approval of an activity it rests on was taken back',
  endorsementWithdrawn: 'Somebody took back what they had confirmed about an activity it rests on',
  credentialRevoked: 'A credential it rests on was revoked',
  waiverWithdrawn: 'A part that was set aside for you no longer is',
}

const decided: Record<CorrectionOutcome, string> = {
  stands: 'It stands as it was signed.',
  reissued: 'You have a new one in its place, on what still counts. Share the new one: the old one says it was replaced.',
  revoked: 'It was revoked. Whoever verifies it is told so, without your name.',
}

/** When something a credential rests on was taken back, to whom it belongs to. */
export const correctionMail = {
  opened: ({ name, programme, url, cause, until }: Told & { cause: CorrectionCause; until: string }): Letter => ({
    subject: 'Your credential is looked at again',
    greeting: `Dear ${name},`,
    paragraphs: [
      `${happened[cause]}. So the registrar’s office looks at your credential “${programme}” again.`,
      `Nothing has changed so far, and nothing is decided before you have answered, or before ${until}.`,
    ],
    action: { words: 'Read what it is about, and answer', url },
  }),

  decided: (
    { name, programme, url, outcome, reason, by }: Told & { outcome: CorrectionOutcome; reason: string; by: string },
  ): Letter => ({
    subject: 'It was decided about your credential',
    greeting: `Dear ${name},`,
    paragraphs: [`The registrar’s office has looked at your credential “${programme}”. ${decided[outcome]}`],
    quote: { words: reason, by },
    action: { words: 'Open your credentials', url },
  }),
}
