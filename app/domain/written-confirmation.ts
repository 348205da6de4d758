import { isOpen, type RequestStatus } from './endorsement'
import { acceptedTypes } from './evidence'

export const writtenKinds = ['letter', 'printedForm'] as const
export type WrittenKind = (typeof writtenKinds)[number]

/** So long an answer is waited for before a document can stand in for it. */
export const PATIENCE_DAYS = 14
const PATIENCE = PATIENCE_DAYS * 86_400_000

interface Asked {
  status: RequestStatus
  statusAt: Date
  expiresAt: Date
}

/** Still to be waited for: it reached them, the link works, and less than two weeks ago it came or they began. */
export function isAwaited({ status, statusAt, expiresAt }: Asked, now: Date): boolean {
  return isOpen(status) && expiresAt > now && now.getTime() - statusAt.getTime() < PATIENCE
}

/**
 * What can stand in: a form that somebody signs by hand for whoever was asked and has not answered, such as somebody
 * without mail; a letter once somebody who was asked cannot be reached, and nobody is left to wait for.
 */
export function standIns(asked: readonly Asked[], now: Date): readonly WrittenKind[] {
  if (!asked.some(isUnreached)) return []
  return asked.some(each => isAwaited(each, now)) ? ['printedForm'] : writtenKinds
}

/** Never answered, where nobody is waited for: the mail came back, or the time went by. Who declined was reached. */
const isUnreached = ({ status }: Asked) => isOpen(status) || status === 'undeliverable' || status === 'expired'

/** How the approval of a version on a document differs: nobody confirmed a time, so the reviewer names it (rule 3). */
export function needsNamedMinutes(version: { endorsements: number; documents: number }): boolean {
  return version.endorsements === 0 && version.documents > 0
}

/** In large letters on a sheet of paper, and typed by whoever holds it: the random end of the id. */
export function shortId(id: string): string {
  const end = id.slice(-8).toUpperCase()
  return `${end.slice(0, 4)}-${end.slice(4)}`
}

/** A document is read: of what is taken as evidence, all but recordings. */
export const isReadable = (mediaType: string) => !/^(audio|video)\//.test(mediaType)

export const documentAccept = Object.entries(acceptedTypes)
  .filter(([mediaType]) => isReadable(mediaType))
  .flatMap(([, endings]) => endings)
  .map(ending => `.${ending}`)
  .join(',')
