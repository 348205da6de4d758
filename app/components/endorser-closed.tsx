import { useForm, type SubmissionResult } from '@conform-to/react'
import type { AskedPage } from '~/domain/endorser-page.server'
import type { ClosedReason } from '~/domain/endorsement'
import type { Kept } from '~/lib/kept.server'
import { useMessages } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import type { PressTyped } from './endorser-code'
import { EndorserFrame, Heading } from './endorser-frame'
import { HiddenFields } from './inputs'
import { PlainForm } from './plain-form'
import { Note } from './section'

type Props = { asked: AskedPage & { reason: ClosedReason; canRenew: boolean }; path: string }

/** A link that does nothing any more says why, and what can be done. */
export function EndorserClosed({ asked, path }: Props) {
  const { closed } = useMessages().endorse
  const { title, house, reason, canRenew } = asked
  const note = {
    answered: closed.answeredNote,
    expired: canRenew ? closed.expiredNote : closed.expiredGone,
    withdrawn: closed.withdrawnNote,
    redirected: closed.redirectedNote,
    settled: closed.settledNote,
  }[reason]
  return (
    <EndorserFrame house={house}>
      <Heading above={title} below={<p>{note}</p>}>
        {closed[reason]}
      </Heading>
      {reason === 'answered' && (
        <p className="pb-9">
          <LinkButton to={`${path}/code`}>{closed.see}</LinkButton>
        </p>
      )}
      {canRenew && (
        <p className="pb-9">
          <LinkButton to={`${path}/renewal`} tone="primary">
            {closed.renew}
          </LinkButton>
        </p>
      )}
      <p className="border-t border-line py-7">
        {closed.wrong}{' '}
        <a className="link" href={`mailto:${house.contact}`}>
          {house.contact}
        </a>
        .
      </p>
    </EndorserFrame>
  )
}

type RenewProps = { asked: AskedPage; path: string; reply: SubmissionResult<string[]> | null; kept: Kept }

/** To the same address only, so that a link that went astray renews itself for nobody. */
export function Renew({ asked, path, reply, kept }: RenewProps) {
  const { closed } = useMessages().endorse
  const [form] = useForm<PressTyped>({ id: 'renew', lastResult: reply })
  return (
    <EndorserFrame house={asked.house} isForm>
      <Heading above={asked.title} below={<p>{closed.renewNote(asked.mailbox)}</p>}>
        {closed.expired}
      </Heading>
      {kept.kept && (
        <div className="pb-7">
          <Note tone="sky">{closed.kept}</Note>
        </div>
      )}
      <div className="pb-12">
        <PlainForm form={form} action={`${path}/renewal`}>
          <HiddenFields values={{ ...kept }} />
          <div>
            <SubmitButton icon="mail" name="isRenewal" value="on">
              {closed.renew}
            </SubmitButton>
          </div>
        </PlainForm>
      </div>
    </EndorserFrame>
  )
}

/** For who comes to renew what has not run out. */
export function Works({ asked, path }: { asked: AskedPage; path: string }) {
  const { closed } = useMessages().endorse
  return (
    <EndorserFrame house={asked.house}>
      <Heading above={asked.title}>{closed.works}</Heading>
      <p className="pb-12">
        <LinkButton to={path}>{closed.open}</LinkButton>
      </p>
    </EndorserFrame>
  )
}
