/** What is kept about a person, and to whom it was shown. */
export const ownData = {
  title: 'Your data',
  section: 'Your data',
  note: 'See who was shown what, and take everything with you.',
  open: 'Your data and who saw it',
  take: 'Take everything with you',
  takeNote:
    'One ZIP file with what you wrote, your evidence, what others said of it, your credentials as they were signed, and this list. ' +
    'What endorsers told the university in confidence is not in it.',
  button: 'Download your data',

  shown: 'Shown to whom, and when',
  shownNote: 'The latest first. A link that nobody has opened shows your first name, what it was and when, and no more.',
  none: 'Nothing of yours was shown to anybody yet.',
  anybody: 'Whoever has the address',
  request: (title: string, version: number) => `Version ${version} of “${title}”, with its evidence, to be confirmed`,
  opened: (on: string) => `opened ${on}`,
  notOpened: 'not opened yet',
  review: (title: string, version: number) => `Version ${version} of “${title}”, with its evidence, for the review`,
  shared: (title: string) => `The public page of “${title}” was switched on`,
  unshared: (title: string) => `The public page of “${title}” was switched off`,
}
