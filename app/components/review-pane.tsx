import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { ReviewPage } from '~/domain/review-page.server'
import { useWords } from '~/messages/messages'
import { ReviewBetween } from './review-between'
import { ReviewDecision } from './review-decision'
import { ReviewFlag } from './review-flag'
import { ReviewPast } from './review-past'
import { ReviewClaims, ReviewSaid } from './review-said'
import { ReviewStory } from './review-story'
import { ReviewWritten } from './review-written'
import { Note } from './section'
import { Status, statusOf } from './status'

type Props = { page: ReviewPage; reply: SubmissionResult<string[]> | null; listHref: string }

/** One activity under review, beside the queue: flags first, then what was said, then what it rests on. */
export function ReviewPane({ page, reply, listHref }: Props) {
  const { review, written } = useWords().messages
  const { said, between, claims, story, decide, past } = review
  return (
    <article aria-labelledby="under-review">
      <Head page={page} listHref={listHref} />
      {page.flags.map(flag => (
        <div key={flag.kind} className="mt-5">
          <ReviewFlag flag={flag} page={page} />
        </div>
      ))}
      {page.documents.length > 0 && (
        <Block title={written.review.title}>
          <ReviewWritten page={page} />
        </Block>
      )}
      <Block title={said.title}>
        <ReviewSaid page={page} />
      </Block>
      {page.requests.some(({ messages }) => messages.length > 0) && (
        <Block title={between.title}>
          <ReviewBetween page={page} />
        </Block>
      )}
      <Block title={claims.title}>
        <ReviewClaims page={page} />
      </Block>
      <Block title={story.title}>
        <ReviewStory page={page} />
      </Block>
      {page.reviews.length > 0 && (
        <Block title={past.title}>
          <ReviewPast page={page} />
        </Block>
      )}
      <div className="review-decide">
        <Block title={decide.title}>
          <ReviewDecision page={page} reply={reply} />
        </Block>
      </div>
    </article>
  )
}

function Head({ page, listHref }: Omit<Props, 'reply'>) {
  const words = useWords()
  const { one } = words.messages.review
  const { facts, student, version, status, statusAt } = page
  const { format } = words
  return (
    <>
      <a className="quiet-link label inline-block py-1 lg:hidden" href={listHref}>
        {one.back}
      </a>
      <p className="label">{one.above(version, format.on(page.submittedAt))}</p>
      <h2 id="under-review" className="mt-1">
        {one.title(student.name, facts.title)}
      </h2>
      <p className="text-ink-soft">
        {facts.role === facts.title ? facts.organisation : one.place(facts.role, facts.organisation)}
      </p>
      <p className="text-ink-soft num">
        {one.facts(
          format.period(facts.activityStartDate, facts.activityEndDate),
          format.hours(facts.minutes),
          page.claims.length,
        )}
      </p>
      <p className="mt-2">
        <Status {...statusOf(words, 'activity', status, { at: statusAt })} />
      </p>
      {page.drawnOneIn !== null && <p className="label mt-1">{one.drawn(page.drawnOneIn)}</p>}
      <OtherVersions page={page} />
    </>
  )
}

function OtherVersions({ page: { version, isCurrent, approvedVersion } }: { page: ReviewPage }) {
  const { one } = useWords().messages.review
  const hasEarlier = approvedVersion !== null && approvedVersion < version
  if (isCurrent && !hasEarlier) return null
  return (
    <div className="mt-4 grid gap-3">
      {!isCurrent && <Note tone="sky">{one.older(version)}</Note>}
      {hasEarlier && (
        <Note tone="sky">
          {one.counts(approvedVersion)}{' '}
          <a className="link" href={`?version=${approvedVersion}`}>
            {one.seeVersion(approvedVersion)}
          </a>
        </Note>
      )}
    </div>
  )
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h3 className="mb-3 border-b border-line pb-2">{title}</h3>
      {children}
    </section>
  )
}
