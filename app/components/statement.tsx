import { PageTitle } from './page-title'
import { Section } from './section'
import { StrangerFrame } from './stranger-frame'

type Props = {
  institution: string
  heading: string
  intro: string
  sections: readonly { title: string; note: string; lines: readonly string[] }[]
  ask: string
}

/** What the institution states about itself, in a few plain sections. */
export function Statement({ institution, heading, intro, sections, ask }: Props) {
  return (
    <StrangerFrame institution={institution} width="wide">
      <PageTitle below={intro}>{heading}</PageTitle>
      {sections.map(({ title, note, lines }) => (
        <Section key={title} title={title} note={note}>
          <div className="prose grid gap-3">
            {lines.map(line => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </Section>
      ))}
      <div className="border-t border-line py-8">
        <p className="prose">{ask}</p>
      </div>
    </StrangerFrame>
  )
}
