import type { Sheet, SheetEndorser } from '~/domain/credential'
import { emblemOf } from '~/domain/programme-description'
import { programmeLevels } from '~/domain/programme'
import { elementsOf } from '~/domain/sheet-words'
import type { PrintedCredential } from '~/domain/shown-credential'
import type { PaperWords } from '~/messages/papers'
import type { CertificateFacts, Endorser } from './certificate'
import type { PaperHouse } from './house-look'

/** The credential as its certificate prints it: the page's sheet, and the document's bytes. */
export function certificateFacts(
  credential: PrintedCredential,
  signed: { bytes: Uint8Array; digest: Uint8Array },
  words: PaperWords,
  { look, signatories }: Pick<PaperHouse, 'look' | 'signatories'>,
  artwork: Uint8Array | null = null,
): CertificateFacts {
  const { sheet, awardedDate, validUntil, number, url } = credential
  const { messages, format } = words
  const { issuer, programme } = sheet
  const day = (at: Date) => format.day(format.dayOf(at))
  return {
    language: messages.language,
    words: messages.certificate,
    kind: programme.type,
    institution: {
      name: issuer.name,
      unit: issuer.office,
      country: format.country(issuer.country),
      signatories,
      look,
    },
    learner: { name: sheet.holder },
    programme: {
      title: programme.title,
      description: programme.description,
      emblem: emblemOf(programme, issuer.name),
      ...(artwork && { artwork }),
    },
    level: {
      word: messages.programme.level[programme.level],
      position: programmeLevels.indexOf(programme.level) + 1,
      of: programmeLevels.length,
    },
    workload: { notionalMinutes: programme.workloadMinutes, confirmedMinutes: sheet.minutes },
    ...(programme.credits !== null && { credit: messages.catalogue.credits(programme.credits) }),
    awarded: { on: awardedDate, words: day(awardedDate) },
    ...(validUntil && { validUntil: day(validUntil) }),
    ...listsOf(sheet, words),
    credential: { number, url, ...signed },
  }
}

function listsOf(
  sheet: Sheet,
  words: PaperWords,
): Pick<CertificateFacts, 'competencies' | 'scale' | 'endorsers' | 'elements' | 'activities'> {
  const { results, scale, activities, endorsers } = sheet
  return {
    competencies: results.map(({ name, code, level }) => ({
      name,
      code: code ?? '',
      level: { word: level.name, position: level.position, of: scale.length },
    })),
    scale,
    endorsers: onceEach(endorsers.map(endorser => endorserOf(endorser, words))),
    elements: elementsOf(sheet, words),
    activities: activities.map(({ title, organisation, from, to, minutes }) => ({
      title: [title, organisation].filter(Boolean).join(', '),
      period: words.format.months(from, to),
      minutes,
    })),
  }
}

function endorserOf(
  { name, roleTitle, organisation, assurance, endorsedOn }: SheetEndorser,
  { messages, format }: PaperWords,
): Endorser {
  const [first, ...rest] = [name, roleTitle, organisation].filter(part => part !== null)
  return {
    name: first ?? messages.issuing.somebody,
    standing: rest.join(', '),
    assurance: messages.endorsement.assurance[assurance],
    month: format.month(endorsedOn),
  }
}

/** Who confirmed several activities stands there once, with the last month. */
function onceEach(endorsers: Endorser[]): Endorser[] {
  return [
    ...new Map(endorsers.map(endorser => [`${endorser.name}\n${endorser.standing}`, endorser])).values(),
  ]
}
