import { plural } from './numbers'

/** Writes a moment as a day, in the reader’s calendar. The codes are those of the standards’ checks. */
interface Words {
  day(moment: string): string
}

const unreadable = {
  'not-json': 'This is not a credential: it is neither JSON nor another form that can be read here.',
  'not-an-object': 'This is JSON, but not a credential.',
  'too-long': 'This is longer than any credential that can be read here (8 MB, or 12 MB with a picture).',
  'too-deep': 'This is nested more deeply than any credential that can be read here.',
  'too-many-members': 'This has more parts than any credential that can be read here.',
  'repeated-member':
    'A name stands twice in the same place, so two programs could read two different credentials.',
  'broken-text': 'Some characters in it are broken, so it can’t be what anyone signed.',
  'not-text': 'This is not text, nor a file that can carry a credential. Ask for the JSON file, or for its address.',
  'archive': 'This is an archive. Take the files out, or put it where several are checked at once.',
  'other-picture':
    'A picture of this kind carries no credential. Ask for the PNG or SVG itself, not a photo or screenshot of it.',
  'picture-without':
    'No credential is baked into this picture. A program it went through may have taken it out; ask for the original.',
  'picture-broken': 'This picture is damaged, so nothing in it can be relied on.',
  'picture-packed': 'The credential in this picture is compressed, which the standard does not allow.',
  'picture-twice':
    'Two credentials are baked into this picture, so two programs could read two different ones.',
  'pdf-without':
    'No credential is attached to this PDF: anyone could have printed it. Ask for the file, or open its QR code.',
  'pdf-locked': 'This PDF is locked with a password, so what is attached to it can’t be read.',
  'pdf-several': 'Several credentials are attached to this PDF. Take them out and check each.',
}

const older = {
  'open-badge': 'Open Badge 3.0',
  endorsement: 'endorsement of Open Badges 3.0',
  clr: 'learner record (CLR 2.0)',
}

export const verification = {
  outcomes: {
    passed: 'Passed',
    failed: 'Failed',
    unknown: 'Could not be checked',
  },
  meanings: {
    passed: 'We checked, and it is so.',
    failed: 'We checked, and it is not so. Do not rely on this credential.',
    unknown: 'We could not find out. It says nothing for or against.',
  },
  /** What a check is called. `name` is that of the check: `proof 2` is the second of several proofs. */
  check(name: string): string {
    const [kind = '', number] = name.split(' ')
    const title = titles[kind] ?? kind
    return number ? `${title} ${number}` : title
  },
  details: {
    'format.open-badge': () => 'It is a well-formed Open Badge 3.0.',
    'format.endorsement': () => 'It is a well-formed endorsement of Open Badges 3.0.',
    'format.clr': () => 'It is a well-formed learner record (CLR 2.0).',
    'format.older': ({ kind }: { kind: keyof typeof older }) =>
      `It is a well-formed ${older[kind]}, made to the older version of the standard (VC Data Model 1.1).`,
    'format.open-badge-2': () => 'It is a well-formed Open Badge 2.0, as they were before verifiable credentials.',
    'format.kept-elsewhere': ({ address }: { address: string }) =>
      `It says only where the badge is kept (${address}), and nothing that can be read answered there.`,
    'format.envelope': () => 'The credential comes in an envelope of a kind that is not read here.',
    'format.unreadable': ({ why }: { why: keyof typeof unreadable }) => unreadable[why],
    'format.not-a-credential': () => 'It does not say that it is a verifiable credential.',
    'format.other-credential': ({ types }: { types: string }) =>
      `It is a credential of another kind (${types}), not an Open Badge or an endorsement.`,
    'format.model': ({ member }: { member: string }) =>
      `It breaks the rules for verifiable credentials at “${member}”.`,

    'schema.followed': () => 'Everything its standard asks for is there and in its place.',
    'schema.broken': ({ member }: { member: string }) =>
      `It is not built as its standard asks${member ? `: look at “${member}”` : ''}.`,
    'schema.older': ({ member }: { member: string }) =>
      `It is from before the standard was settled, and not built as it asks since${member ? `: look at “${member}”` : ''}.`,

    'proof.valid': ({ count }: { count: number }) =>
      plural(count, {
        one: 'The content is exactly what was signed; nothing has been changed since.',
        other: 'The content is exactly what was signed; # signatures say so.',
      }),
    'proof.none': () => 'It carries no signature, so anyone could have written it.',
    'proof.changed': () => 'The signature does not fit the content: one of the two has been changed.',
    'proof.malformed': ({ member }: { member: string }) =>
      `The signature can’t be right: its “${member}” is not.`,
    'proof.other-suite': ({ suite }: { suite: string }) =>
      `It is signed in a way that is not read here yet${suite ? ` (${suite})` : ''}.`,
    'proof.no-such-suite': ({ suite }: { suite: string }) =>
      `It is signed in a way no standard names${suite ? ` (${suite})` : ''}, so nothing shows who wrote it.`,
    'proof.chained': () => 'The signature builds on an earlier one, which is not read here yet.',
    'proof.underived': () =>
      'This is the whole that its issuer signed for the holder alone. Ask for the part they want to show.',
    'proof.claims-differ': ({ claim }: { claim: string }) =>
      `It says one thing in its “${claim}” and another in the credential, so two programs could read two of them.`,
    'proof.private-key': () =>
      'It carries the secret half of the key it was signed with, so anyone who saw it can sign the like.',
    'proof.expired': ({ expires }: { expires: string }, { day }: Words) =>
      `The signature was good until ${day(expires)}.`,
    'proof.key-not-found': ({ method }: { method: string }) =>
      `The key it was signed with (${method}) could not be fetched.`,
    'proof.unknown-context': ({ context }: { context: string }) =>
      context === 'inline'
        ? 'It explains its words in a way of its own, which is not read here.'
        : `It uses a vocabulary that is not read here (${context}).`,
    'proof.newer-words': () =>
      'It uses words that were added to the Open Badges vocabulary later than the copy that is kept here.',
    'proof.undefined-words': () =>
      'It says things that its own vocabularies do not define, so they can’t have been signed.',
    'proof.too-large': () =>
      'It holds more than is checked here of an issuer whose keys can’t be looked up, so the signature was left alone.',

    'hosted.kept': ({ address }: { address: string }) =>
      `It carries no signature; its issuer keeps it at ${address}, and there it says the same.`,
    'hosted.differs': ({ address, member }: { address: string; member: string }) =>
      `It carries no signature, and where its issuer keeps it (${address}), the “${member}” is another.`,
    'hosted.unreachable': ({ address }: { address: string }) =>
      `It carries no signature, and where its issuer keeps it (${address}), nothing that can be read answered.`,

    'issuer.keeps': ({ issuer, host }: { issuer: string; host: string }) =>
      `${issuer} says that what is kept at ${host} is its own.`,
    'issuer.not-there': ({ issuer, host }: { issuer: string; host: string }) =>
      `${issuer} does not keep its badges at ${host}.`,
    'issuer.published': ({ issuer }: { issuer: string }) =>
      `The key is one that ${issuer} publishes as its own.`,
    'issuer.is-the-key': () =>
      'The issuer is known only by the key itself. Who holds it, the credential can’t prove.',
    'issuer.not-published': ({ issuer }: { issuer: string }) =>
      `${issuer} does not publish this key: someone else may have signed in its name.`,
    'issuer.no-keys': ({ issuer }: { issuer: string }) =>
      `${issuer} publishes no keys, so whether this one belongs to it could not be found out.`,
    'issuer.unreachable': ({ issuer }: { issuer: string }) =>
      `Whether the key belongs to ${issuer} could not be found out: it did not answer.`,
    'issuer.nowhere': ({ issuer }: { issuer: string }) =>
      `Whether the key belongs to ${issuer} could not be found out: such a name has no address to ask at.`,
    'issuer.unproven': () => 'Without a signature that holds, nothing ties it to the issuer it names.',
    'issuer.compromised': ({ since }: { since: string }, { day }: Words) =>
      `The key has been in other hands since ${day(since)}, and nothing shows that this was signed before.`,
    'issuer.compromised-later': ({ since }: { since: string }, { day }: Words) =>
      `The key has been in other hands since ${day(since)}. Only the issuer knows if this was signed before.`,

    'validity.open': ({ from }: { from: string }, { day }: Words) => `Valid from ${day(from)}, without end.`,
    'validity.until': ({ from, until }: { from: string; until: string }, { day }: Words) =>
      `Valid from ${day(from)} to ${day(until)}.`,
    'validity.not-yet': ({ from }: { from: string }, { day }: Words) =>
      `It is not valid before ${day(from)}.`,
    'validity.over': ({ until }: { until: string }, { day }: Words) => `It was valid until ${day(until)}.`,
    'validity.unreadable': () => 'The dates from when and until when it is valid can’t be read.',

    'status.none': () =>
      'It has no entry in a list of revoked credentials: its issuer has no such way to take it back.',
    'status.good': () => 'It has not been revoked.',
    'status.good-then': ({ at }: { at: string }, { day }: Words) =>
      `It was not revoked on ${day(at)}. Whether it has been since then, only its issuer can tell.`,
    'status.revoked': () => 'Its issuer has revoked it.',
    'status.suspended': () => 'Its issuer has suspended it.',
    'status.other-method': ({ method }: { method: string }) =>
      `Whether it was revoked is published in a way that is not read here (${method}).`,
    'status.unreachable': ({ list }: { list: string }) =>
      `The list of revoked credentials did not answer (${list}).`,
    'status.unreadable': ({ list }: { list: string }) =>
      `The list of revoked credentials does not say anything about this one that can be read (${list}).`,
    'status.untrusted': ({ list }: { list: string }) =>
      `The list of revoked credentials is not signed as it should be (${list}).`,
    'status.other-issuer': ({ list }: { list: string }) =>
      `The list of revoked credentials is somebody else’s (${list}).`,
    'status.out-of-date': ({ list, until }: { list: string; until: string }, { day }: Words) =>
      `The list of revoked credentials is not of today; it was good until ${day(until)} (${list}).`,

    'associations.here': ({ count }: { count: number }) =>
      plural(count, {
        one: 'The connection it draws is between achievements that are in it.',
        other: 'The # connections it draws are between achievements that are in it.',
      }),
    'associations.elsewhere': ({ achievement }: { achievement: string }) =>
      `It connects an achievement that is not in it (${achievement || 'nothing named'}).`,

    'because.bound': ({ parts }: { parts: number }) =>
      parts === 0
        ? 'The reasons file is the one that was signed.'
        : plural(parts, {
            one: 'The reasons file and the part of it you were given are those that were signed.',
            other: 'The reasons file and the # parts of it you were given are those that were signed.',
          }),
    'because.not-bound': () => 'The reasons file does not belong to this credential.',
    'because.part-not-bound': () => 'A part you were given is not among those that were signed.',

    'printed.same': ({ name }: { name: string }) => `The page names ${name}, as the signed credential does. What proves it is the signed credential, not the page.`,
    'printed.differs': ({ name }: { name: string }) =>
      `The page is not made out to ${name}, to whom the signed credential was awarded. Rely on what is signed, not on the page.`,
    'printed.unread': ({ name }: { name: string }) =>
      `The page was made or changed by another program, so what it says was not compared. What is signed names ${name}.`,

    'subject.here': () => 'It speaks about something in this credential.',
    'subject.elsewhere': ({ subject }: { subject: string }) =>
      `It speaks about something else (${subject || 'nothing named'}), not about this credential.`,
  },
}

const titles: Record<string, string> = {
  format: 'Format',
  schema: 'Layout',
  proof: 'Signature',
  issuer: 'Issuer',
  validity: 'Dates',
  status: 'Revocation',
  associations: 'Connections',
  because: 'Reasons',
  subject: 'What it is about',
  printed: 'The page',
}
