/** Accepting an award: what it is, what it rests on, and what the student decides about it. */
export const offer = {
  title: (programme: string) => `Your offer: ${programme}`,
  heading: (programme: string) => `${programme} is yours to accept.`,
  above: (day: string) => `Offered ${day}`,
  below: (day: string) =>
    'Below is what it would say. Choose how, then accept: it is signed at once and stays as it is. The ' +
      `offer stands until ${day}.`,
  rests: 'What it rests on',
  choose: 'What it says about you and others',
  nameForm: 'Your name on it',
  nameFormHint: 'It stands on the certificate and in the signed credential, for good.',
  official: 'Your official name',
  used: 'The name you use',
  named: 'Who is named',
  namedHint:
    'They agreed to be named. What someone wrote goes along only if you name them; of the others it ' +
      'says only in which role they confirmed your work.',
  nobodyToName:
    'Nobody who confirmed this work is named: they asked to be shown by their role only, or you keep ' +
      'the activity discreet.',
  about: (activity: string) => `About ${activity}`,
  evidence: 'Which evidence is mentioned',
  evidenceHint: 'Only its name is told, never the file or what is in it.',
  accept: 'Accept',
  acceptNote: 'Nobody sees the credential until you share it.',
  decline: {
    open: 'I do not want it',
    title: 'Decline this offer?',
    follows:
      'Nothing is issued and your activities stay as they are. If you change your mind, the registrar’s ' +
        'office can offer it again.',
    button: 'Decline it',
    keep: 'Keep the offer open',
    done: 'Declined. Nothing was issued.',
  },
  notMet: {
    title: 'Something this rests on no longer counts.',
    words:
      'An approval or an endorsement was taken back since it was offered. The registrar’s office can ' +
        'tell you what is missing, and offer it again.',
  },
  over: {
    accepted: (day: string) => `You accepted this ${day}.`,
    declined: (day: string) =>
      `You declined this ${day}. Ask the registrar’s office if you want it after all.`,
    lapsed: (day: string) => `This offer ran out ${day}. Ask the registrar’s office to make it again.`,
    gone: 'The credential was revoked since. Ask the registrar’s office.',
    see: 'See the credential',
    back: 'Your credentials',
  },
}
