import '@remix-run/node'

declare module '@remix-run/node' {
  // Data arrives in the browser as it left the server: dates stay dates.
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    nonce: string
  }
}
