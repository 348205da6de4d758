import { createContext, useContext, type ReactNode } from 'react'

const Nonce = createContext('')

/** The word that lets a script of ours run, new with each page. Browsers hide it, so it is only known to the server. */
export function NonceProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  return <Nonce.Provider value={nonce}>{children}</Nonce.Provider>
}

export const useNonce = () => useContext(Nonce)
