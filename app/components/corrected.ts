import { createContext, useContext } from 'react'

/** The names of fields that were written in since the server said what is wrong; without script, none. */
export const Corrected = createContext<ReadonlySet<string>>(new Set())

export const useIsCorrected = (name: string) => useContext(Corrected).has(name)
