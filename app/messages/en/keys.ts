/** Where administrators look after the keys that sign. */
export const keys = {
  title: 'Signing keys',
  heading: (active: number) => (active === 1 ? 'One key signs for the institution.' : 'Two keys sign for the institution.'),
  below:
    'Private parts never leave where they are kept, and are not shown. Public parts stay published for ever, so that what was ' +
    'signed can always be checked.',
  now: 'Sign now',
  nowNote: 'The key for tokens is made when somebody first asks for a credential as a JWT.',
  former: 'Signed before',
  formerNote: 'Private parts that were kept here are destroyed. Those that an agent kept stay with it until you remove them there.',
  noFormer: 'No key has been changed yet.',
  kinds: { Ed25519: 'Documents (Ed25519)', P256: 'The same as tokens, JWT (P-256)' },
  since: (moment: string) => `Since ${moment}.`,
  until: (from: string, to: string) => `From ${from} to ${to}.`,
  happened: {
    retired: 'Changed as a matter of routine; what it signed stays valid.',
    lost: 'Lost; what it signed stays valid.',
  },
  compromised: (since: string) => `In other hands since ${since}: what it signed from then on is refused.`,
  outside: 'An agent outside this server keeps its private part.',
  next: (documents: number, tokens: number) =>
    `The next key comes from the agent, which holds ${documents} for documents and ${tokens} for tokens that can follow.`,
  change: 'Change this key',
  report: 'It was in other hands',
  published: 'How everybody sees them',

  one: {
    title: 'Change a key',
    reportTitle: 'A key was in other hands',
    question: (kind: string) => `Change the key for ${kind}?`,
    reportQuestion: (kind: string) => `Was this key for ${kind} in other hands?`,
    kinds: { Ed25519: 'documents', P256: 'tokens' },
    back: 'Signing keys',
    follows:
      'A new key signs from then on, and the private part of this one is destroyed. Its public part stays published.',
    followsOutside:
      'Another key signs from then on. The agent keeps the private part of this one until you remove it there; its public ' +
      'part stays published.',
    reportFollows:
      'It signs no more already. What it signed since the moment you say will be refused by everybody who checks, ' +
      'credentials that you issued yourselves among it. It cannot be taken back.',
    over: 'Everybody who checks is told so. Nothing more can be done with it.',
    why: 'Why',
    reasons: {
      routine: 'As a matter of routine',
      lost: 'It is lost',
      compromised: 'Somebody else may have it',
    },
    notes: {
      routine: 'Whatever it signed stays valid for ever.',
      lost: 'It can no longer sign, and nobody else can. Whatever it signed stays valid for ever.',
      compromised:
        'Whatever it signed since the moment below is refused by everybody who checks, what you issued yourselves ' +
        'among it. What it signed earlier is valid where our records are asked. It cannot be taken back.',
    },
    since: 'In other hands since',
    sinceHint: (timeZone: string, isAsked: boolean) =>
      `${isAsked ? 'Only if somebody else may have it. ' : ''}By the clock of ${timeZone}.`,
    hour: 'Hour',
    hourHint: 'Left open: from the first moment of that day.',
    hours: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
    change: 'Change the key',
    record: 'Record it',
    leave: 'Leave it as it is',
    changed: 'The new key signs from now on.',
    recorded: 'It is published that the key was in other hands.',
    chooseWhy: 'Choose why.',
    sayWhen: 'Say since which day.',
    notAhead: 'A key cannot have been in other hands in the future.',
    meanwhile: 'Somebody changed this key in the meantime. Look at the list before you do it again.',
  },

  /** Keys that an agent outside keeps. */
  agent: {
    kinds: { Ed25519: 'Ed25519', P256: 'ECDSA P-256' },
    notNow:
      'The key that signs cannot be reached at the moment. Nothing was changed. Try again in a while; whoever runs the ' +
      'server finds the reason in its log.',
    notSet: 'The key that signs is kept by an agent, and SIGNING_AGENT does not say where it is.',
    trouble: (reason: string) => `Signing keys are kept outside, and ${reason}. See SIGNING_AGENT.`,
    notHeld: (key: string) =>
      `The agent no longer holds ${key}. Add that key to it again, or change the key as lost.`,
    noneLeft: (kind: string, slug: string) =>
      `The agent holds no ${kind} key with the word ${slug} in its comment that was not used yet. Add one, then do this again.`,
  },
}
