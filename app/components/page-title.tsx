import type { ReactNode } from 'react'
import { useMessages } from '~/messages/messages'

type Props = { above?: ReactNode; below?: ReactNode; actions?: ReactNode; children: ReactNode }

/** The heading is a sentence with the page's answer in it. */
export function PageTitle({ above, below, actions, children }: Props) {
  return (
    <div className="title flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0">
        {above && <p className="label mb-2">{above}</p>}
        <h1 className="max-w-[28ch]">{children}</h1>
        {below && <p className="mt-2 max-w-[66ch] text-ink-soft">{below}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}

type Crumb = { to: string; words: string }

/** For `above`: the way back, and the kind of thing this is. */
export function Crumbs({ back, here }: { back: Crumb; here?: string }) {
  return (
    <>
      <a className="quiet-link inline-block py-0.5" href={back.to}>
        {back.words}
      </a>
      {here && ` / ${here}`}
    </>
  )
}

/** A document title for a route's `meta`; a page that came back with errors says so first. */
export function documentTitle(messages: ReturnType<typeof useMessages>, page: string, hasErrors = false) {
  const { title, titleWithErrors } = messages.common
  return title(hasErrors ? titleWithErrors(page) : page)
}
