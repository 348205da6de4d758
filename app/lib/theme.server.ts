/** What the reader chose with the switch; undefined leaves it to their system. */
export function themeIn(cookies: string | null | undefined): 'light' | 'dark' | undefined {
  const theme = /(?:^|;\s*)theme=(light|dark)/.exec(cookies ?? '')?.[1]
  return theme === 'light' || theme === 'dark' ? theme : undefined
}
