import type { EmblemSource } from '~/domain/emblem'
import type { Signatory } from '~/domain/signatory'
import type { TranscriptForm } from '~/domain/transcript'
import type { PaperMessages } from '~/messages/en/papers'
import { UncoveredCharacters, uncoveredCharacters } from './characters'
import type { Step } from './certificate'
import type { HouseLook } from './house-look'
import { Paper } from './paper'
import { leavePlace } from './seal-place'
import { stationery } from './stationery'
import { textsIn } from './texts'
import { drawGlance } from './transcript-glance'
import { drawForEmployers } from './transcript-employer'
import { drawRecord } from './transcript-record'

/** Everything a transcript prints, as the signed record says it, in words and formats of its language. */
export interface TranscriptFacts {
  /** BCP 47, of the printed sentences. */
  language: string
  words: PaperMessages['transcriptPaper']
  form: TranscriptForm
  /** Of a record that nobody has signed: every page says so, and nothing on it leads anywhere. */
  isPreview?: boolean
  institution: {
    name: string
    legalName: string
    office: string
    country: string
    signatories: Signatory[]
    emblem: EmblemSource
    look: HouseLook
    /** Belongs to the scheme of the Higher Education Achievement Report, whose title its transcripts may bear. */
    mayTitleHear: boolean
  }
  holder: string
  /** Selection or complete, and as at when. */
  description: string
  /** `on` also dates the file, so that the same facts give the same bytes. */
  made: { on: Date; words: string }
  period?: string
  /** What was done and at what scale, in one sentence. */
  summary: string
  totals: { activities: string; hours: string; credentials: string; competencies: string }
  /** The highest level of each competency. */
  profile: Reached[]
  /** The names of the levels, lowest first. */
  scale: string[]
  credentials: PrintedCredential[]
  groups: PrintedGroup[]
  record: {
    /** Short, for the phone. */
    number: string
    url: string
    /** As it was signed and stored: attached byte for byte. */
    bytes: Uint8Array
  }
}

export interface Reached {
  name: string
  level: Step
}

export interface PrintedCredential {
  title: string
  awarded: string
  narrative: string
  /** BCP 47, of title and narrative; empty where nobody knows. */
  language: string
}

/** The activities of one kind, the latest first. */
export interface PrintedGroup {
  title: string
  sum: string
  minutes: number
  activities: PrintedActivity[]
}

export interface PrintedActivity {
  title: string
  /** BCP 47, of all that is told of it; empty where nobody knows. */
  language: string
  /** The days it lasted; null where the record tells none. */
  from: string | null
  to: string | null
  minutes: number
  narrative: string
  reached: Reached[]
  said: { by: string; statement: string; known: string }[]
}

/**
 * PDF/A-3a and PDF/UA-1; with a place for the seal of who is named. Throws UncoveredCharacters rather than print a
 * box.
 */
export async function renderTranscript(facts: TranscriptFacts, sealedBy?: string): Promise<Buffer> {
  const uncovered = [...new Set(textsIn(facts).flatMap(text => uncoveredCharacters(text, facts.language)))]
  if (uncovered.length > 0) throw new UncoveredCharacters(uncovered)
  const { words, institution, holder, language, made, record } = facts
  const paper = new Paper({
    title: [...(facts.isPreview ? [words.preview] : []), words.heading, holder].join(': '),
    author: institution.name,
    subject: facts.description,
    language,
    date: made.on,
  }, stationery(institution.look))
  drawForm[facts.form](paper, facts)
  if (!facts.isPreview) paper.attach({ name: 'credential.json', type: 'application/json', description: words.attachment, bytes: record.bytes })
  if (sealedBy !== undefined) leavePlace(paper, sealedBy)
  return paper.bytes()
}

const drawForm: Record<TranscriptForm, (paper: Paper, facts: TranscriptFacts) => void> = {
  full: drawRecord, visual: drawGlance, employer: drawForEmployers,
}
