import type { ReactNode } from 'react'
import { Mark } from './brand'

/** What a person says, in their own words: the student's request, or anything else without a signature. */
export function LetterNote({ from, children }: { from: string; children: ReactNode }) {
  return (
    <blockquote className="letter letter-note">
      <div className="letter-in">
        <div className="letter-body">{children}</div>
        <footer className="signature mt-2 text-lg">{from}</footer>
      </div>
    </blockquote>
  )
}

type Props = {
  /** For whoever hears the page: whose letter this is. */
  title: string
  head: string
  day: string
  children: ReactNode
  /** As the person chose to be shown; the role alone where they wish no name. */
  signature?: string
  role: string
  assurance: ReactNode
  foot?: ReactNode
}

/** An endorsement as a signed letter. The institution recorded it; the words are the endorser's. */
export function Letter({ title, head, day, children, signature, role, assurance, foot }: Props) {
  return (
    <article className="letter" aria-label={title}>
      <div className="letter-in">
        <div className="rosette" />
        <Mark size={46} className="rosette-mark" />
        <div className="letter-head">
          <p>{head}</p>
          <p className="label num">{day}</p>
        </div>
        <div className="letter-body mt-6">{children}</div>
        <div className="mt-8 grid items-end gap-6 sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)]">
          <div>
            {signature && <p className="signature">{signature}</p>}
            <div className="signed">
              {signature && <p className="font-medium">{signature}</p>}
              <p className="label">{role}</p>
            </div>
          </div>
          <div>{assurance}</div>
        </div>
        {foot && <div className="letter-foot label">{foot}</div>}
      </div>
    </article>
  )
}
