/** What designers are told when something cannot be done. */
export const designForms = {
  title: 'Write what it is called.',
  day: 'Write a day, such as 2028-06-30.',
  oneOutcomeEach: 'Each competency only once: choose the level that the holder reaches.',
  unknownOutcome: 'Choose outcomes of the list.',
  outcome: 'Choose a competency at a level.',
  changed:
    'Somebody changed this since you opened the page. Nothing of yours was kept over it: what you typed is still here. ' +
    'Open the page in another window, look at what is new, and add yours.',
  movedOn: 'This programme has moved on in the meantime. Look at it again before you decide.',
  ownVersion: 'You made this version, so a colleague publishes it.',
  versionTaken: 'Somebody began the next version a moment ago. Open it in the list of programmes.',
  tooManyParts: 'A requirement has at most 100 parts. Take some away first.',
  unknown: {
    competency: 'It names a competency that this university does not have.',
    framework: 'It names a framework that this university does not have.',
    programme: 'It names a programme that this university does not have.',
  },
  json: {
    nothing: 'Paste the requirement as JSON.',
    tooLong: 'This is longer than any requirement: 60,000 characters are read at most. Nothing was changed.',
    broken: 'This is not JSON. Nothing was changed.',
    brokenAt: (line: number) => `This is not JSON: look at line ${line}. Nothing was changed.`,
    brokenNear: (text: string) => `This is not JSON: look near “${text}”. Nothing was changed.`,
    tooDeep: (most: number) => `Groups stand within groups at most ${most} deep. Nothing was changed.`,
    tooMany: (most: number) => `A requirement has at most ${most} parts. Nothing was changed.`,
    noSuchKind: 'There is no such kind of requirement.',
    unknownNames: (names: readonly string[]) => `Nothing here is called ${names.join(', ')}.`,
    at: (part: string, name: string, reason: string) => {
      const where = part ? `In part ${part}` : 'In the whole'
      return `${where}${name ? `, at “${name}”` : ''}: ${reason} Nothing was changed.`
    },
  },
  comment: 'Write what you have to say.',
  settled: 'This is settled already.',
}
