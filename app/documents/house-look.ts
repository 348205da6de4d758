/** How one institution's papers look. */
export interface HouseLook {
  colours: { ink: string; accent: string }
}

/** Where nobody has chosen one. */
export const STANDARD_LOOK: HouseLook = { colours: { ink: '#12315a', accent: '#a8812f' } }
