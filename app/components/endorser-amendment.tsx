import type { SubmissionResult } from '@conform-to/react'
import type { FormPage } from '~/domain/endorser-page.server'
import { useMessages } from '~/messages/messages'
import { EndorserForm, type Typed } from './endorser-form'
import { EndorserFrame, Heading } from './endorser-frame'
import { EndorserStory } from './endorser-story'

type Props = { page: FormPage; typed: Typed; path: string; reply: SubmissionResult<string[]> | null }

/** The form again with what was said. What was said first is withdrawn, and both are kept. */
export function Amendment({ page, typed, path, reply }: Props) {
  const { amendment } = useMessages().endorse
  const { student, house, facts } = page
  return (
    <EndorserFrame house={house} isForm>
      <Heading
        above={facts.title}
        below={
          <>
            <p>{amendment.follows(student.firstName)}</p>
            <p>
              <a className="link py-1" href={path}>
                {amendment.back}
              </a>
            </p>
          </>
        }
      >
        {amendment.heading(student.name)}
      </Heading>
      <EndorserStory page={page} path={path} />
      <EndorserForm page={page} typed={typed} path={`${path}/amendment`} reply={reply} />
    </EndorserFrame>
  )
}
