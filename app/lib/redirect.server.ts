const ANYWHERE = 'http://here.invalid'

/** A path of ours to go back to, whatever somebody put in its place. */
export function safePath(to: FormDataEntryValue | null | undefined, fallback = '/'): string {
  if (typeof to !== 'string' || !URL.canParse(to, ANYWHERE)) return fallback
  const { origin, pathname, search } = new URL(to, ANYWHERE)
  if (origin !== ANYWHERE || !to.startsWith('/') || pathname.startsWith('//')) return fallback
  return pathname + search
}

/** Where a request was going, as a page can be asked for again. */
export function pathOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('index')
  searchParams.delete('_routes')
  const search = searchParams.toString()
  return search ? `${pathname}?${search}` : pathname
}
