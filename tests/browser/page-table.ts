import { expectations, type Who } from '../routes/expectations'
import type { RouteScene } from '../routes/scene'
import type { MoreThings } from './page-facts'

export type Things = RouteScene['things'] & MoreThings

export interface Seen {
  at: (things: Things) => string
  /** Who may find a page there. */
  by: Who
}

/** Files, data and pictures; and addresses that take forms, or lead on. */
export const notPages: readonly string[] = [
  'routes/_app.activities.$activityId.evidence.$evidenceId',
  'routes/_app.activities.$activityId.documents.$documentId',
  'routes/_app.activities.$activityId.sheet[.]pdf',
  'routes/e.$token_.receipt[.]pdf',
  'routes/e.$token_.evidence.$evidenceId',
  'routes/credentials.$id[.]json',
  'routes/credentials.$id[.]jwt',
  'routes/credentials.$id[.]pdf',
  'routes/credentials.$id[.]zip',
  'routes/credentials.$id[.]png',
  'routes/credentials.$id[.]svg',
  'routes/credentials.$id_.card[.]png',
  'routes/oembed',
  'routes/credentials.$id_.because[.]json',
  'routes/_app.transcripts.new_.preview[.]pdf',
  'routes/_app.people.$personId_.transcript_.preview[.]pdf',
  'routes/transcripts.$id[.]json',
  'routes/transcripts.$id[.]pdf',
  'routes/transcripts.$id[.]png',
  'routes/transcripts.$id[.]svg',
  'routes/transcripts.$id[.]zip',
  'routes/endorsements.$id[.]json',
  'routes/achievements.$id[.]json',
  'routes/status.$listId[.]json',
  'routes/issuers.$slug[.]json',
  'routes/issuers.$slug_.did[.]json',
  'routes/partner-endorsements.$id',
  'routes/emblem[.]svg',
  'routes/artwork.$digest[.]png',
  'routes/_app.activities.$activityId.files',
  'routes/_app.exports.file',
  'routes/_app.papers.specimen[.]pdf',
  'routes/_app.papers.crest[.]png',
  'routes/_app.cv.resume[.]json',
  'routes/_app.review_.$activityId_.undo',
  'routes/api.verify',
  'routes/theme',
  'routes/sign-out',
]

/** What stands around other pages, and is looked at with them. */
export const frames: readonly string[] = ['root', 'routes/_app', 'routes/_app.review']

/** A letter as it leaves: mail has neither main heading nor landmarks. */
export const letters: readonly string[] = ['routes/_app.mail.letters.$letter_.page']

/** States of a page, where the table of who may ask knows one of them, or none that anybody sees. */
const more: Record<string, readonly Seen[]> = {
  'routes/_app.activities.$activityId._index': [
    { at: ({ submitted }) => `/activities/${submitted}`, by: ['ana'] },
    { at: ({ inReview }) => `/activities/${inReview}`, by: ['ana'] },
    { at: ({ documented }) => `/activities/${documented}`, by: ['ana'] },
    { at: ({ appealed }) => `/activities/${appealed}`, by: ['ana'] },
    { at: ({ returned }) => `/activities/${returned}`, by: ['chidi'] },
  ],
  'routes/_app.activities.$activityId.document': [
    { at: ({ documented }) => `/activities/${documented}/document`, by: ['ana'] },
  ],
  'routes/_app.review.$activityId': [
    { at: ({ documented }) => `/review/${documented}`, by: ['mina'] },
    { at: ({ appealed }) => `/review/${appealed}`, by: ['mina'] },
  ],
  'routes/_app.keys.$keyId': [{ at: ({ formerKey }) => `/keys/${formerKey}`, by: ['devi'] }],
  'routes/_app.opportunities.$opportunityId._index': [
    { at: ({ opportunity }) => `/opportunities/${opportunity}`, by: 'signed in' },
  ],
  'routes/_app.requests_.many': [{ at: ({ askedOfBen }) => `/requests/many?of=${askedOfBen}`, by: ['ben'] }],
  'routes/e.$token': [{ at: ({ answered }) => answered, by: ['visitor', 'eleni'] }],
  'routes/e.$token_.amendment': [{ at: ({ answered }) => `${answered}/amendment`, by: ['ines'] }],
  'routes/e.$token_.withdrawal': [{ at: ({ answered }) => `${answered}/withdrawal`, by: ['ines'] }],
  'routes/e.$token_.receipt[.]pdf': [{ at: ({ answered }) => `${answered}/receipt.pdf`, by: ['ines'] }],
  'routes/confirmation.$token': [{ at: ({ confirmation }) => confirmation, by: ['visitor'] }],
  'routes/password-reset.$token': [{ at: ({ passwordReset }) => passwordReset, by: ['visitor'] }],
  'routes/transcripts.$id': [
    { at: ({ sharedTranscript }) => `/transcripts/${sharedTranscript}`, by: 'everyone' },
    { at: ({ issuedTranscript }) => `/transcripts/${issuedTranscript}`, by: 'everyone' },
  ],
  'routes/_app.paper-runs.new.$kind': [{ at: () => '/paper-runs/new/certificates', by: ['rosa', 'lena'] }],
  'routes/_app.records_.transcripts': [{ at: () => '/records/transcripts?name=a', by: ['rosa', 'lena'] }],
  'routes/credentials.$id': [{ at: ({ shared }) => `/credentials/${shared}`, by: 'everyone' }],
  'routes/_app.design.$programmeId._index': [designed(({ draft2 }) => `/design/${draft2}`)],
  'routes/_app.design.$programmeId.requirement': [
    designed(({ draft2 }) => `/design/${draft2}/requirement?at=0`),
    designed(({ draft2 }) => `/design/${draft2}/requirement?at=&how=within`),
    designed(({ draft2 }) => `/design/${draft2}/requirement?at=1&how=edit&kind=competency`),
  ],
  'routes/_app.design.$programmeId.artwork': [designed(({ draft2 }) => `/design/${draft2}/artwork`)],
  'routes/_app.design.$programmeId.changes': [designed(({ draft2 }) => `/design/${draft2}/changes`)],
  'routes/_app.design.$programmeId.languages': [
    designed(({ draft2 }) => `/design/${draft2}/languages?language=de`),
  ],
  'routes/_app.design.$programmeId.dry-run': [designed(({ draft2 }) => `/design/${draft2}/dry-run?run`)],
  'routes/p.$token': [
    { at: ({ partnerOfDraft }) => partnerOfDraft, by: ['visitor'] },
    { at: ({ partnerWhoEndorsed }) => partnerWhoEndorsed, by: ['visitor'] },
  ],
  'routes/partner-endorsements.$id': [
    { at: ({ partnerEndorsement }) => `/partner-endorsements/${partnerEndorsement}`, by: 'everyone' },
  ],
  'routes/credentials.$id_.card[.]png': [{ at: ({ shared }) => `/credentials/${shared}/card.png`, by: 'everyone' }],
  'routes/oembed': [
    {
      at: ({ shared }) => `/oembed?${new URLSearchParams({ url: `http://localhost:${process.env['PORT']}/credentials/${shared}` })}`,
      by: 'everyone',
    },
  ],
  'routes/credentials.$id[.]pdf': [{ at: ({ shared }) => `/credentials/${shared}.pdf`, by: 'everyone' }],
  'routes/endorsements.$id[.]json': [
    { at: ({ sharedEndorsement }) => `/endorsements/${sharedEndorsement}.json`, by: 'everyone' },
  ],
  'routes/credentials.$id_.concern': [
    { at: ({ shared }) => `/credentials/${shared}/concern`, by: 'everyone' },
  ],
  'routes/endorsements.$id': [
    { at: ({ sharedEndorsement }) => `/endorsements/${sharedEndorsement}`, by: 'everyone' },
  ],
}

function designed(at: Seen['at']): Seen {
  return { at, by: ['omar'] }
}

const isPage = (id: string) => ![...notPages, ...frames, ...letters].includes(id)

/** Every other route is a page, and is looked at wherever it is said to be. */
export const pages = Object.keys(expectations)
  .filter(isPage)
  .map(id => [id, statesOf(id)] as const)

/** What somebody finds where there is nothing for them. */
export const problems: readonly (readonly [string, Seen])[] = [
  ['an address that was never one', { at: () => '/nowhere', by: ['visitor', 'ana'] }],
  ['a page of another office', { at: () => '/people', by: ['ana'] }],
  ['a link that worked once', { at: ({ confirmation }) => `${confirmation}x`, by: ['visitor'] }],
  ['a request that nobody made', { at: ({ token }) => `/e/${token}x`, by: ['visitor'] }],
]

/** As the table of who may ask knows it, and as this one does. */
export function statesOf(id: string): readonly Seen[] {
  return [seenAt(id), ...(more[id] ?? [])]
}

export function seenAt(id: string): Seen {
  const expectation = expectations[id]
  if (!expectation) throw new Error(`There is no route ${id} any more.`)
  return { at: expectation.at, by: expectation.get }
}
