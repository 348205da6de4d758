export type EvidenceKind = 'file' | 'link' | 'text'

export const MAXIMUM_FILE_BYTES = 25 * 1024 * 1024
/** Of audio and video, which come in pieces where they are larger than other files may be. */
export const MAXIMUM_RECORDING_BYTES = 1_000_000_000
/** Of all files of one activity, those of earlier versions included. */
export const MAXIMUM_ACTIVITY_BYTES = 2_000_000_000
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
  'audio/mp4': ['m4a'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'video/mp4': ['mp4', 'm4v'],
  'video/x-m4v': ['m4v', 'mp4'],
  'video/quicktime': ['mov'],
  'video/webm': ['webm'],
  'video/ogg': ['ogg', 'ogv'],
}

export const acceptAttribute = Object.values(acceptedTypes).flat().map(ending => `.${ending}`).join(',')

/** Kept as their pixels alone, upright and without what a camera adds, location above all. */
export const isPhoto = (mediaType: string) =>
  ['image/jpeg', 'image/png', 'image/webp', 'image/gif'].includes(mediaType)

/** As phones take photos; kept as JPEG, which everybody can open. */
export const isHeic = (mediaType: string) => mediaType === 'image/heic' || mediaType === 'image/heif'

/** What a recording claims to be by its name; null for what is none. */
export function recordingTypeOf(name: string): string | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const recordings = Object.entries(acceptedTypes).filter(([type]) => /^(audio|video)\//.test(type))
  return recordings.find(([, endings]) => endings.includes(ending))?.[0] ?? null
}
