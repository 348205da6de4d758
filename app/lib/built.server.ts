/** Where the source runs without Vite, as benchmarks run it, there is no such object. */
const env: ImportMetaEnv | undefined = import.meta.env

/** Whether this is the built program, whose threads have files of their own. Elsewhere their work is done in place. */
export const isBuilt = env?.PROD === true
