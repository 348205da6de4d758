/** How somebody stands before one requirement, in as few words as can be. */
export interface Standing {
  met: boolean
  /** The way to the one leaf that is missing; null where more are, or none is. */
  only: string | null
}

export interface StudentStanding {
  studentId: string
  /** One for each requirement, in their order. */
  standings: Standing[]
}
