import type { SubmissionResult } from '@conform-to/react'
import type { WaitingPage as Page } from '~/domain/waiting-page.server'
import { useMessages } from '~/messages/messages'
import { AnsweredLately } from './answered-lately'
import { DigestChoice } from './digest-choice'
import { PageTitle } from './page-title'
import { Pager } from './pager'
import { Note, Section } from './section'
import { WaitingGroups } from './waiting-groups'

type Props = {
  page: Page
  /** The page's own address. */
  path: string
  note: string
  together: (of: { id: string; path: string }) => string
  /** Where who took part is listed, before anybody asked; null for who may not. */
  listHref: string | null
  /** Where an account is made of it; null for who has one. */
  accountHref: string | null
  /** How many were signed for a moment ago. */
  confirmed: number
  reply: SubmissionResult<string[]> | null
}

/** Who waits, what was answered lately, and how often we write. */
export function WaitingPage({ page, path, note, together, listHref, accountHref, confirmed, reply }: Props) {
  const { waiting, roster, endorse } = useMessages()
  const { groups, count, next, isFirst, answered, digest } = page
  return (
    <>
      <PageTitle below={<span className="wrap-anywhere">{count > 0 || !isFirst ? note : waiting.nothing}</span>}>
        {isFirst ? waiting.heading(count, next !== null) : waiting.olderHeading}
      </PageTitle>
      {confirmed > 0 && (
        <div className="pb-7">
          <Note tone="laurel">{waiting.confirmed(confirmed)}</Note>
        </div>
      )}
      {(groups.length > 0 || !isFirst) && (
        <div className="border-t border-line pt-6 pb-12">
          <WaitingGroups groups={groups} together={together} />
          <Pager olderHref={next && `${path}?after=${next}`} newestHref={isFirst ? null : path} />
        </div>
      )}
      <AnsweredLately rows={answered} />
      {isFirst && listHref && (
        <Section title={roster.create} note={roster.emptyNote}>
          <a className="link" href={listHref}>
            {roster.create}
          </a>
        </Section>
      )}
      {accountHref && (
        <p className="border-t border-line py-7">
          <a className="link" href={accountHref}>
            {endorse.account.offer}
          </a>
        </p>
      )}
      {isFirst && digest && <DigestChoice digest={digest} action={path} reply={reply} />}
    </>
  )
}
