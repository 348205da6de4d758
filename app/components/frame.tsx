import type { ReactNode } from 'react'
import { useMessages } from '~/messages/messages'
import { Flash, type FlashWords } from './flash'
import { Footer } from './footer'
import { Header, type Reader } from './header'
import { useArrival, useLinksWithoutReload } from './links'
import { TabBar } from './tab-bar'

type Props = { person: Reader; institution: string; flash?: FlashWords | null; children: ReactNode }

/** Around every page of somebody signed in. */
export function Frame({ person, institution, flash, children }: Props) {
  useLinksWithoutReload()
  useArrival()
  return (
    <>
      <SkipLink />
      <Header person={person} />
      <Flash flash={flash} />
      <main id="main" tabIndex={-1}>
        <div className="page">{children}</div>
      </main>
      <Footer institution={institution} />
      <TabBar person={person} />
    </>
  )
}

export function SkipLink() {
  return (
    <a className="skip link" href="#main">
      {useMessages().common.skip}
    </a>
  )
}
