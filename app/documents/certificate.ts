import type { EmblemSource } from '~/domain/emblem'
import type { Signatory } from '~/domain/signatory'
import type { PaperMessages } from '~/messages/en/papers'
import { drawFront } from './certificate-front'
import { drawReverse } from './certificate-reverse'
import { UncoveredCharacters, uncoveredCharacters } from './characters'
import type { HouseLook } from './house-look'
import { Paper } from './paper'
import { drawPreviewMark } from './preview-mark'
import { leavePlace } from './seal-place'
import { stationery } from './stationery'
import { textsIn } from './texts'

type CertificateWords = PaperMessages['certificate']

/** A step on a named scale, counted from 1. */
export interface Step {
  word: string
  position: number
  of: number
}

export interface Endorser {
  /** As consented to: a name, or only a role. */
  name: string
  /** Role and organisation, or the organisation alone. */
  standing: string
  /** How we know who it was, in words. */
  assurance: string
  month: string
}

/** Everything a certificate prints, in words and formats of its language. */
export interface CertificateFacts {
  /** BCP 47, of the printed sentences. */
  language: string
  words: CertificateWords
  /** Nobody has earned it: every page says so, and nothing is attached. */
  isSpecimen?: boolean
  kind: keyof CertificateWords['kinds']
  institution: { name: string; unit?: string; country: string; signatories: Signatory[]; look: HouseLook }
  /** The name's language decides how Han characters are drawn. */
  learner: { name: string; language?: string }
  /** `artwork` is a PNG without transparency that stands in the place of the emblem. */
  programme: { title: string; description: string; emblem: EmblemSource; artwork?: Uint8Array }
  level: Step
  workload: { notionalMinutes: number; confirmedMinutes: number }
  credit?: string
  /** `on` also dates the file, so that the same facts give the same bytes. */
  awarded: { on: Date; words: string }
  validUntil?: string
  competencies: { name: string; code: string; level: Step }[]
  /** The names of the competencies' levels, lowest first. */
  scale: string[]
  endorsers: Endorser[]
  /** What the reverse lists about the programme, such as the European standard elements. */
  elements: { term: string; meaning: string }[]
  activities: { title: string; period: string; minutes: number }[]
  credential: {
    /** Short, for the phone. */
    number: string
    url: string
    /** As it was signed and stored: attached byte for byte. */
    bytes: Uint8Array
    /** SHA-256 of those bytes. */
    digest: Uint8Array
  }
}

/**
 * PDF/A-3a and PDF/UA-1, with a place for the seal of whoever seals it. Throws UncoveredCharacters
 * rather than print a box.
 */
export async function renderCertificate(facts: CertificateFacts, sealedBy?: string): Promise<Buffer> {
  const uncovered = uncoveredIn(facts)
  if (uncovered.length > 0) throw new UncoveredCharacters(uncovered)
  const { words, institution, learner, programme, awarded, credential } = facts
  const paper = new Paper({
    title: `${programme.title}: ${learner.name}`,
    author: institution.name,
    subject: words.kinds[facts.kind].heading,
    language: facts.language,
    date: awarded.on,
  }, stationery(institution.look))
  drawFront(paper, facts)
  drawReverse(paper, facts)
  if (facts.isSpecimen) markPages(paper, words.specimen)
  if (sealedBy !== undefined) leavePlace(paper, sealedBy)
  if (!facts.isSpecimen) paper.attach({
    name: 'credential.json',
    type: 'application/json',
    description: words.attachment,
    bytes: credential.bytes,
  })
  return paper.bytes()
}

function markPages(paper: Paper, words: string): void {
  const { start, count } = paper.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    paper.switchToPage(start + page)
    drawPreviewMark(paper, words)
  }
}

/** Every character on a certificate that no font has; ask before offering one. */
export function uncoveredIn(facts: CertificateFacts): string[] {
  const { language, learner, ...printed } = facts
  const ownLanguage = learner.language ?? language
  const found = textsIn(printed).flatMap(text => uncoveredCharacters(text, language))
  return [...new Set([...uncoveredCharacters(learner.name, ownLanguage), ...found])]
}
