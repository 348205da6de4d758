import type { ReactNode } from 'react'
import { useMessages } from '~/messages/messages'
import type { Reader } from './header'
import { StrangerFrame } from './stranger-frame'

type House = { name: string; office: string; contact: string }

type FrameProps = { house: House; reader?: Reader | null; isForm?: boolean; children: ReactNode }

/** Around every page behind an endorser's link. */
export function EndorserFrame({ house, reader, isForm = false, children }: FrameProps) {
  const { endorse } = useMessages()
  return (
    <StrangerFrame
      institution={house.name}
      width="narrow"
      reader={reader}
      isForm={isForm}
      footer={endorse.onBehalf(house.name, house.office)}
    >
      {children}
    </StrangerFrame>
  )
}

type PartProps = { title: string; note?: ReactNode; id?: string; children?: ReactNode }

/** On one narrow column the title stands on top. */
export function Part({ title, note, id, children }: PartProps) {
  return (
    <section className="border-t border-line py-7" id={id}>
      <h2>{title}</h2>
      {note && <p className="section-note">{note}</p>}
      {children && <div className="mt-4">{children}</div>}
    </section>
  )
}

type HeadingProps = { above?: string; below?: ReactNode; children: ReactNode }

export function Heading({ above, below, children }: HeadingProps) {
  return (
    <div className="pt-8 pb-7 md:pt-12">
      {above && <p className="label mb-3">{above}</p>}
      <h1>{children}</h1>
      {below && <div className="mt-4 grid gap-3">{below}</div>}
    </div>
  )
}

/** Carries what was typed to where it is typed again. */
export function Hidden({ values }: { values: Iterable<readonly [string, string]> }) {
  return [...values].map(([name, value], at) => <input key={at} type="hidden" name={name} value={value} />)
}
