import { useForm, type SubmissionResult } from '@conform-to/react'
import type { AskedPage } from '~/domain/endorser-page.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import type { PressTyped } from './endorser-code'
import { EndorserFrame, Heading } from './endorser-frame'
import { PlainForm } from './plain-form'

type Props = {
  asked: AskedPage
  isOpen: boolean
  /** They have just taken it back. */
  isAllowedAgain: boolean
  path: string
  reply: SubmissionResult<string[]> | null
}

/** "Do not ask me again": what follows, once, in words; afterwards, that it is kept. */
export function Stop({ asked, isOpen, isAllowedAgain, path, reply }: Props) {
  const { stop } = useMessages().endorse
  const [form] = useForm<PressTyped>({ id: 'stop', lastResult: reply })
  const { mailbox, house, student } = asked
  if (asked.doNotAsk) {
    return (
      <EndorserFrame house={house}>
        <Heading below={<p>{stop.doneNote(mailbox, house.contact)}</p>}>{stop.done}</Heading>
        <div className="border-t border-line py-7">
          <p className="mb-4">{stop.undoNote}</p>
          <PlainForm form={form} action={`${path}/stop`}>
            <div>
              <SubmitButton tone="second" name="then" value="allow">
                {stop.undo}
              </SubmitButton>
            </div>
          </PlainForm>
        </div>
      </EndorserFrame>
    )
  }
  if (isAllowedAgain) {
    return (
      <EndorserFrame house={house}>
        <Heading below={<p>{stop.undoneNote(mailbox)}</p>}>{stop.undone}</Heading>
      </EndorserFrame>
    )
  }
  const follows = (
    <>
      <p>{stop.follows(mailbox)}</p>
      {isOpen && <p>{stop.closes(student)}</p>}
    </>
  )
  return (
    <EndorserFrame house={house}>
      <Heading below={follows}>{stop.heading}</Heading>
      <div className="pb-12">
        <PlainForm form={form} action={`${path}/stop`}>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <SubmitButton tone="danger">{stop.button}</SubmitButton>
            <a className="link py-1" href={path}>
              {stop.back}
            </a>
          </div>
        </PlainForm>
      </div>
    </EndorserFrame>
  )
}
