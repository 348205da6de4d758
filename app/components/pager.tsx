import { useMessages } from '~/messages/messages'

type Props = { olderHref?: string | null; newestHref?: string | null }

/** Lists grow by one page at a time; nobody counts how many there are. */
export function Pager({ olderHref, newestHref }: Props) {
  const { pager } = useMessages().common
  if (!olderHref && !newestHref) return null
  return (
    <nav className="mt-6 flex flex-wrap gap-3" aria-label={pager.of}>
      {olderHref && (
        <a className="btn btn-second btn-small" href={olderHref}>
          {pager.older}
        </a>
      )}
      {newestHref && (
        <a className="btn btn-quiet btn-small" href={newestHref}>
          {pager.newer}
        </a>
      )}
    </nav>
  )
}
