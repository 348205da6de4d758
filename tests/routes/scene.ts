import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../postgres'

/** Everybody who may knock, by what they send along: no session, theirs, or the visit that a code opened. */
export const people = [
  'visitor', 'ana', 'chidi', 'mina', 'elsewhere', 'omar', 'rosa', 'lena', 'ben', 'devi', 'eleni', 'ines',
] as const
export type Person = (typeof people)[number]

/** What is there to be asked for, by ids and tokens. The activities are Ana's, the offer is Chidi's. */
export interface Things {
  draft: string
  submitted: string
  inReview: string
  approved: string
  approvedEvidence: string
  /** Mina's approval of it, long ago. */
  review: string
  /** Of Eleni's link to the submitted activity. Ines has another, to another. */
  token: string
  ownTokenOfInes: string
  tokenEvidence: string
  /** The address that the student shows to be scanned, of the same request. */
  scan: string
  /** In review on a document that Ana sent in. */
  documented: string
  /** Declined by Mina, and appealed by Ana. */
  appealed: string
  appeal: string
  document: string
  request: string
  /** Ana's line on a list of Ben's. */
  listing: string
  /** Chidi, asked into a team of Ana's. */
  teammate: string
  /** Reported by Eleni. */
  concern: string
  offer: string
  /** By Ana, for a unit of Mina's. */
  proposal: string
  /** That unit. */
  unit: string
  programme: string
  /** Of the programme, to nobody yet. */
  run: string
  /** Of certificates of all programmes, begun by Rosa. */
  paperRun: string
  /** Ana, as those know her who look after people. */
  student: string
  achievement: string
  /** The picture it was published with. */
  artwork: string
  /** Who signs for the house. */
  signatory: string
  /** That signs, and one that did. */
  key: string
  formerKey: string
  shared: string
  unshared: string
  /** Of the one that is not shared. */
  correction: string
  /** Ana’s, which she has not shared. */
  transcript: string
  sharedEndorsement: string
  hiddenEndorsement: string
  list: string
  invitation: string
  /** Of the link to an organisation that is asked about that programme. */
  partner: string
  letter: string
}

export interface RouteScene {
  dataDir: string
  port: string
  cookies: Record<Person, string>
  things: Things
}

/** The demo with Ana in every state and everybody signed in: told here by the product's own verbs, before a server opens on it. */
export async function tellScene(dataDir = mkdtempSync(join(tmpdir(), 'vouch-routes-'))): Promise<RouteScene> {
  const port = String(await freePort())
  Object.assign(process.env, { DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'silent' })
  // Only now: what these import reads its settings as it is loaded.
  const { tellFacts } = await import('./scene-facts')
  return { dataDir, port, ...(await tellFacts()) }
}
