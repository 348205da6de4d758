import type { ReactNode } from 'react'
import type { EmblemSource } from '~/domain/emblem'
import { Emblem } from './emblem'
import { Icon } from './icon'
import { lookOf, type StateOf } from './status'
import { Facts, type Term } from './table'

type Props = {
  emblem: EmblemSource
  /** "Northbridge University certifies that" */
  before: string
  /** Left out where only the credential is spoken of. */
  holder?: string
  /** "has earned the micro-credential" */
  between?: string
  title: string
  facts: readonly Term[]
  isRevoked?: boolean
  /** Validity comes first, in words with its time. */
  band?: ReactNode
}

/** The credential as an object one is proud of. */
export function CredentialSheet({ emblem, before, holder, between, title, facts, isRevoked, band }: Props) {
  return (
    <article className="sheet p-2">
      <div className="framed">
        {band}
        <div className="credential">
          <div className="rosette" />
          <Emblem source={emblem} size={280} isRevoked={isRevoked ?? false} />
          <div className="relative min-w-0">
            <p className="text-ink-soft">{before}</p>
            {holder && <p className="credential-holder">{holder}</p>}
            {between && <p className="mt-3 text-ink-soft">{between}</p>}
            <h1 className="mt-1">{title}</h1>
            <div className="mt-7 border-t border-line pt-5">
              <Facts terms={facts} />
            </div>
          </div>
        </div>
      </div>
    </article>
  )
}

type BandProps = {
  state: StateOf<'credential'> | StateOf<'check'>
  word: string
  children: ReactNode
  link?: ReactNode
}

const isCheck = (state: BandProps['state']): state is StateOf<'check'> =>
  state === 'passed' || state === 'failed' || state === 'unknown'

/** Valid or not, at a glance: colour, icon and word, then how we know. */
export function ValidityBand({ state, word, children, link }: BandProps) {
  const [icon, tone] = isCheck(state) ? lookOf('check', state) : lookOf('credential', state)
  return (
    <div className={tone === 'soft' ? 'band' : `band note-${tone}`}>
      <p className={`band-word tint-${tone}`}>
        <Icon name={icon} size={26} />
        {word}
      </p>
      <p className="text-sm">{children}</p>
      {link && <p className="text-sm md:ms-auto">{link}</p>}
    </div>
  )
}
