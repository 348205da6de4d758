/** Everything that proves a credential, in one file that needs nobody. */
export const bundle = {
  title: 'Take it with you',
  heading: 'Everything that proves it, in one file.',
  note: 'The signed credential in every form, the keys and the status list as they are today. It can be checked without us.',
  parts: 'What else you show',
  partsNote: 'Chosen by you: the rest stays sealed, and whoever checks sees only that there is more.',
  tree: 'How the requirements were met, step by step',
  activity: (title: string) => `${title}: role, dates, minutes, evidence by name and what was confirmed`,
  take: 'Download the file (ZIP)',
  back: 'Your credentials',
  open: 'Everything in one file, to be checked without us.',
  name: 'Offline bundle',

  readme: ({ kind, title, issuer, did, day, hasList, isDisclosed }: Facts) =>
    [
      title,
      `Issued by ${issuer} (${did}). Put together on ${day}.`,
      '',
      ...(kind === 'credential' ? credentialFiles : transcriptFiles),
      ...(isDisclosed ? ['disclosed.json     the parts of it that the holder chose to show, with what opens them'] : []),
      'did.json           the issuer’s public keys, as the issuer published them that day',
      ...(hasList ? ['status-list.json   the issuer’s signed list of what was revoked, as it was that day; others have a number'] : []),
      'contexts/          what the words in it mean, as published by W3C and 1EdTech',
      '',
      'To check it without a network:  vouch verify THIS.zip --offline --trust KEY',
      'KEY is the issuer’s public key (it begins with z6Mk). Get it from the issuer, not from this file: whoever',
      'forges a credential forges the keys beside it. ' +
        (kind === 'credential'
          ? 'Any verifier of Open Badges 3.0 reads credential.json too.'
          : 'Any verifier of CLR 2.0 reads transcript.json too.'),
      'Whether it was revoked since then, only the issuer’s list of today can tell.',
      '',
    ].join('\r\n'),
}

const credentialFiles = [
  'credential.json    the signed Open Badges 3.0 credential; this is the original',
  'credential.jwt     the same as a JSON Web Token',
  'credential.png     the same inside a picture of its emblem',
  'certificate.pdf    to read and print, with credential.json attached, where its page was public',
  'because.json       what it rests on, sealed: the credential names this file by its digest',
]

const transcriptFiles = [
  'transcript.json    the signed Comprehensive Learner Record 2.0 with every credential in it; this is the original',
  'transcript.png     the same inside a picture',
]

interface Facts {
  kind: 'credential' | 'transcript'
  title: string
  issuer: string
  did: string
  day: string
  hasList: boolean
  isDisclosed: boolean
}
