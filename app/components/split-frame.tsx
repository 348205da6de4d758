import type { ReactNode } from 'react'
import { useMessages } from '~/messages/messages'
import { Brand, Mark } from './brand'
import { Flash, type FlashWords } from './flash'
import { SkipLink } from './frame'
import { ThemeSwitch } from './theme-switch'

type Props = { flash?: FlashWords | null; aside?: ReactNode; children: ReactNode }

/** Sign-in and everything before it: the form on paper, the university's promise on laurel beside it. */
export function SplitFrame({ flash, aside, children }: Props) {
  const { common } = useMessages()
  return (
    <>
      <SkipLink />
      <div className="grid min-h-screen flex-1 lg:grid-cols-2">
        <div className="flex flex-col px-5 py-6 sm:px-12 lg:px-20">
          <header className="flex items-center justify-between">
            <Brand />
            <ThemeSwitch />
          </header>
          <main id="main" tabIndex={-1} className="grid content-center py-12">
            <div className="mx-auto w-full max-w-[400px] lg:mx-0">{children}</div>
          </main>
        </div>
        <aside className="promise">
          <div className="rosette" />
          <Mark size={216} className="promise-mark" />
          <p className="promise-line">{common.line}</p>
          {aside && <p className="promise-note">{aside}</p>}
        </aside>
      </div>
      <Flash flash={flash} />
    </>
  )
}
