const instead = 'Take a PDF, a photo, a text, an office document, or a recording as MP4, WebM, MP3 or WAV.'

/** Of the pieces of evidence of a version, as endorsers and reviewers read them. */
export const evidence = {
  none: 'None was added.',
  link: 'A link; what is behind it can change',
  /** Of a page: `on` is the day somebody of ours read it. */
  readAs: (title: string, day: string) => `“${title}” (as read on ${day})`,
  text: 'In words',
  opens: 'opens in a new window',

  notNow: 'Others have this version. Evidence goes into the next one.',
  full: (most: number) => `An activity holds ${most} pieces of evidence. Remove one first.`,

  ofSeveral: (name: string, place: number) => `${name} (${place})`,

  /** Files on their way, while the page can be used for something else. */
  sending: {
    title: 'On their way',
    waits: 'Waits for those before it',
    share: (share: string, whole: string) => `${share} of ${whole}`,
    checking: 'All of it is here. We look at what it is.',
    progress: (file: string) => `How much of ${file} is here`,
    stop: (file: string) => `Stop ${file}`,
    dismiss: (file: string) => `Take ${file} off this list`,
    again: 'Try again',
    added: (file: string) => `${file} was added.`,
    unfinished: (file: string) => `${file} is not all here yet`,
    goOn: (share: string, whole: string) =>
      `${share} of ${whole} are here. Choose the same file again to go on; we keep it for three days.`,
    forget: (file: string) => `Remove what is here of ${file}`,
    stopped: 'You stopped it. Nothing of it was kept.',
    broken: 'The connection broke off. What you typed is safe.',
    tooLarge: 'It is larger than 1 GB. Put it somewhere and add the link.',
    tooMuch:
      'The files of an activity may be 2 GB in all, those of earlier versions included. Put this one somewhere and ' +
      'add the link, or remove another one first.',
    tooMany: 'Five recordings are on their way already. Finish or remove one of them first.',
    signIn: 'You are no longer signed in. Sign in and choose the file again: we go on where it broke off.',
    unreadable: 'This is not a form of ours, so nothing was done. Open the page again.',
    tooLargeForKind: 'It is larger than 25 MB. Only recordings may be. Make it smaller, or add a link.',
  },

  /** Why a file is not taken, and what to do instead. */
  refused: {
    oneOf: (file: string, why: string) => `“${file}” was not added. ${why}`,
    tooLarge: 'This file is larger than 25 MB. Make it smaller, or put it somewhere and add the link.',
    empty: 'This file is empty. Choose another one.',
    kind: (ending: string) =>
      `We do not take ${ending ? `files that end in .${ending}` : 'files without an ending'}. ${instead}`,
    another: (ending: string) =>
      `It is called .${ending} but holds something else. Save it again under its own type.`,
    damaged: 'We cannot read this document. Open it, save it again, and add that.',
    program: 'This PDF would run a program when it is opened. Print it into a new PDF, and add that.',
    macros: 'This document carries macros, which are programs. Save it as a PDF, and add that.',
    bomb: 'This document unpacks to far more than anybody can open. Save it as a PDF, and add that.',
    picture:
      'We cannot read this picture. It may be damaged, or far larger than a photo. Add a screenshot of it instead.',
  },
}
