export const exportKinds = ['activities', 'credentials'] as const
export type ExportKind = (typeof exportKinds)[number]

export const exportColumns = {
  activities: [
    'student', 'number', 'programme', 'title', 'organisation', 'role', 'category', 'from', 'to', 'hours', 'levels', 'endorsers',
    'assurance', 'approved',
  ],
  credentials: [
    'student', 'number', 'programme', 'credential', 'type', 'hours', 'levels', 'endorsers', 'assurance', 'awarded', 'until', 'state',
    'address',
  ],
} as const satisfies Record<ExportKind, readonly string[]>

/** What narrows an export, once it is known which units the actor may ask for. */
export interface ExportScope {
  institutionId: string
  /** Never their own. */
  actorId: string
  search: string
  /** Null: the whole institution. */
  unitIds: readonly string[] | null
  /** Only what its student has shared. */
  onlyShared: boolean
}
