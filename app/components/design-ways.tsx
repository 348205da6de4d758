import { useLocation } from '@remix-run/react'
import { useMessages } from '~/messages/messages'

const pages = ['definition', 'requirement', 'dryRun', 'artwork', 'languages', 'partners', 'changes'] as const
const paths: Partial<Record<(typeof pages)[number], string>> = { definition: '', dryRun: '/dry-run' }

/** From one page of a version to the others. */
export function DesignWays({ id }: { id: string }) {
  const { ways } = useMessages().design
  const { pathname } = useLocation()
  return (
    <nav className="flex flex-wrap gap-x-6 gap-y-2 pb-6" aria-label={ways.label}>
      {pages.map(page => {
        const to = `/design/${id}${paths[page] ?? `/${page}`}`
        return (
          <a key={page} className="link" href={to} aria-current={pathname === to ? 'page' : undefined}>
            {ways[page]}
          </a>
        )
      })}
    </nav>
  )
}
