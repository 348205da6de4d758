export type EvidenceKind = 'file' | 'link' | 'text'

export const MAXIMUM_FILE_BYTES = 25 * 1024 * 1024
/** Pixels, not bytes, are what an image bomb is made of. */
export const MAXIMUM_PIXELS = 50_000_000

/** Types accepted, told by content, with the endings a person knows them by. */
export const acceptedTypes: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heic', 'heif'],
  'text/plain': ['txt', 'md', 'csv', 'ics'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a'],
  'video/mp4': ['mp4'],
}

export const acceptAttribute = Object.values(acceptedTypes).flat().map(ending => `.${ending}`).join(',')

/** Kept as their pixels alone, upright and without what a camera adds, location above all. */
export const isPhoto = (mediaType: string) =>
  ['image/jpeg', 'image/png', 'image/webp', 'image/gif'].includes(mediaType)

/** As phones take photos; kept as JPEG, which everybody can open. */
export const isHeic = (mediaType: string) => mediaType === 'image/heic' || mediaType === 'image/heif'
