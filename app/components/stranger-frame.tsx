import type { ReactNode } from 'react'
import { Brand } from './brand'
import { Flash, type FlashWords } from './flash'
import { Footer } from './footer'
import { SkipLink } from './frame'
import { Ways, type Reader } from './header'
import { TabBar } from './tab-bar'
import { ThemeSwitch } from './theme-switch'

type Props = {
  institution: string
  /** `narrow` 640 px for one task, `middle` 840 px for a result, `wide` for the public credential. */
  width: 'narrow' | 'middle' | 'wide'
  flash?: FlashWords | null
  /** Somebody of the house, who came from their own pages and goes back to them. */
  reader?: Reader | null
  /** The page is one long form: no other form on it, as without script that would take along what was typed. */
  isForm?: boolean
  footer?: ReactNode
  children: ReactNode
}

const widths = { narrow: 'page page-narrow', middle: 'page page-middle', wide: 'page' }

/** For endorsers and verifiers: the university's name, one thing to do, no navigation, no script needed. */
export function StrangerFrame({ institution, width, flash, reader, isForm, footer, children }: Props) {
  return (
    <>
      <SkipLink />
      <header className="head">
        <div className="page head-row">
          <Brand />
          {reader && <Ways roles={reader.roles} />}
          <div className="ms-auto flex min-w-0 items-center gap-2">
            <span className="label hidden sm:inline">{institution}</span>
            {!isForm && <ThemeSwitch />}
          </div>
        </div>
      </header>
      <Flash flash={flash} />
      <main id="main" tabIndex={-1}>
        <div className={widths[width]}>{children}</div>
      </main>
      <Footer institution={institution}>{footer}</Footer>
      {reader && <TabBar person={reader} />}
    </>
  )
}
