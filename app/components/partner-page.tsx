import type { SubmissionResult } from '@conform-to/react'
import type { PartnerPage } from '~/domain/partner-page.server'
import { useMessages, useWords } from '~/messages/messages'
import { PageTitle } from './page-title'
import { PartnerAct, PartnerComment, PartnerEndorsement } from './partner-forms'
import { ProgrammeDetails } from './programme-details'
import { ProgrammeOutcomes } from './programme-outcomes'
import { RequirementList } from './requirement-list'
import { Note, Section } from './section'
import { StrangerFrame } from './stranger-frame'

type Props = { page: PartnerPage; formKey: string; reply: SubmissionResult<string[]> | null }

/** What an organisation was asked to look at, and what it can say about it. */
export function PartnerLook({ page, formKey, reply }: Props) {
  const { partners: { page: words }, catalogue } = useMessages()
  const { programme, issuer, accreditation, organisation, stage, path } = page
  return (
    <StrangerFrame institution={issuer.name} width="wide">
      <PageTitle above={words.above(issuer.name, organisation)} below={programme.description}>
        {programme.title}
      </PageTitle>
      <div className="pb-8">
        <Note tone="sky">{stage === 'comment' ? words.draft : stage === 'over' ? words.retired : words.published}</Note>
      </div>
      <ProgrammeOutcomes outcomes={programme.outcomes} />
      <Section title={catalogue.asks} note={catalogue.asksNote}>
        <RequirementList requirement={programme.requirement} names={programme.names} />
      </Section>
      <Section title={catalogue.details} note={catalogue.detailsNote}>
        <ProgrammeDetails programme={programme} issuer={issuer} accreditation={accreditation} />
      </Section>
      <Answer {...{ page, formKey, reply }} />
      {page.status === 'invited' && stage !== 'over' && (
        <div className="border-t border-line py-8">
          <PartnerAct path={path} act="decline" words={words.decline} isQuiet reply={null} />
        </div>
      )}
    </StrangerFrame>
  )
}

function Answer({ page, formKey, reply }: Props) {
  const { partners: { page: words } } = useMessages()
  const { status, stage, path, programme, issuer } = page
  if (status === 'endorsed') {
    return (
      <Section title={words.endorse}>
        <p>{words.done}</p>
        <a className="link" href={`/achievements/${programme.publicId}`}>
          {words.see}
        </a>
      </Section>
    )
  }
  if (status === 'declined') return <Section title={words.endorse}><p>{words.declined}</p></Section>
  if (stage === 'over') return null
  if (stage === 'comment') {
    return (
      <Section title={words.comment}>
        <Said page={page} />
        <PartnerComment path={path} formKey={formKey} reply={reply} />
      </Section>
    )
  }
  return (
    <Section title={words.endorse} note={words.endorseNote(issuer.name)}>
      <PartnerEndorsement path={path} hasCode={page.hasCode} reply={reply} />
    </Section>
  )
}

function Said({ page: { comments } }: { page: PartnerPage }) {
  const { messages: { partners }, format } = useWords()
  if (comments.length === 0) return null
  return (
    <div className="mb-8">
      <h3>{partners.page.yours}</h3>
      <ul className="rows mt-3">
        {comments.map(({ id, text, createdAt }) => (
          <li key={id}>
            <p className="max-w-[66ch] whitespace-pre-line">{text}</p>
            <p className="label">{format.on(createdAt)}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
