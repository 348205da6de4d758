/** What the reader chose with the switch; undefined leaves it to their system. */
export function themeOf(request: Request): 'light' | 'dark' | undefined {
  const theme = /(?:^|;\s*)theme=(light|dark)/.exec(request.headers.get('Cookie') ?? '')?.[1]
  return theme === 'light' || theme === 'dark' ? theme : undefined
}
