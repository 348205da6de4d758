import '@remix-run/node'

declare module '@remix-run/node' {
  // Data arrives in the browser as it left the server: dates stay dates.
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    nonce: string
    /** Takes a page that everybody may be given again as it is; undefined where the page is one visitor's. */
    keepRendered?: (page: Buffer) => void
  }
}
