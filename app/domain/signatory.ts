/** As printed: who signs for the institution, and as what. */
export interface Signatory {
  name: string
  role: string
}
