import type { SubmissionResult } from '@conform-to/react'
import type { AskedPage } from '~/domain/endorser-page.server'
import { useMessages } from '~/messages/messages'
import { SendCode } from './endorser-code'
import { EndorserFrame, Heading } from './endorser-frame'

type Props = { asked: AskedPage; path: string; to: string; reply: SubmissionResult<string[]> | null }

/** After an answer: another code shows what was said, and all that waits; to take it back needs one too. */
export function OneMoreCode({ asked, path, to, reply }: Props) {
  const { again } = useMessages().endorse
  const isChange = to === 'amendment' || to === 'withdrawal'
  return (
    <EndorserFrame house={asked.house}>
      <Heading above={asked.title} below={<p>{again.steps(asked.mailbox)}</p>}>
        {isChange ? again.change : again.look}
      </Heading>
      <div className="pb-12">
        <SendCode path={path} to={to} reply={reply} />
      </div>
    </EndorserFrame>
  )
}
