import { useForm, type SubmissionResult } from '@conform-to/react'
import type { AskedPage } from '~/domain/endorser-page.server'
import type { Kept } from '~/lib/kept.server'
import { useMessages, useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { EndorserFrame, Heading, Hidden, Part } from './endorser-frame'
import { HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { Note } from './section'
import { Terms } from './table'

export type PressTyped = { kept?: string; to?: string }
type CodeTyped = PressTyped & { code?: string }

type Props = {
  asked: AskedPage
  path: string
  /** The page to go on to after the code; none: the request itself. */
  to?: string
  reply: SubmissionResult<string[]> | null
}

/** All that a link shows before a code: who, what, when, and how we work. */
export function BeforeCode({ asked, path, to, reply, isRenewed }: Props & { isRenewed: boolean }) {
  const { messages, format } = useWords()
  const { before } = messages.endorse
  const { endorserName, student, title, start, end, mailbox, house } = asked
  const terms = [
    { name: before.what, value: title },
    { name: before.when, value: format.period(start, end) },
  ]
  return (
    <EndorserFrame house={house}>
      <Heading above={before.above(endorserName)}>{before.heading(student)}</Heading>
      {isRenewed && (
        <div className="pb-7">
          <Note tone="laurel">{before.renewed}</Note>
        </div>
      )}
      <div className="pb-5 [&_dl>:last-child]:border-b-0">
        <Terms terms={terms} />
      </div>
      <Part title={before.next}>
        <ol className="grid list-decimal gap-2 ps-5">
          {before.steps(mailbox).map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className="mt-6">
          <SendCode path={path} to={to} reply={reply} />
        </div>
        <p className="label mt-4">
          {before.staff(house.name)}{' '}
          <a className="link" href="/sign-in?to=/requests">
            {before.signIn}
          </a>{' '}
          {before.staffAfter}
        </p>
      </Part>
      <Assurances asked={asked} path={path} />
    </EndorserFrame>
  )
}

export function SendCode({ path, to, reply }: Omit<Props, 'asked'>) {
  const { before } = useMessages().endorse
  const [form] = useForm<PressTyped>({ id: 'send', lastResult: reply })
  return (
    <PlainForm form={form} action={to ? `${path}/code?to=${to}` : `${path}/code`}>
      <div>
        <SubmitButton icon="mail">{before.send}</SubmitButton>
      </div>
    </PlainForm>
  )
}

/** Why they are asked, what we keep, and how to be left alone. */
function Assurances({ asked: { namedBy, handedOverBy, student, house }, path }: Omit<Props, 'reply'>) {
  const { before } = useMessages().endorse
  return (
    <>
      <Part title={before.why}>
        <p>
          {handedOverBy
            ? before.handedOver(handedOverBy, student)
            : before.namedBy[namedBy](student, house.name)}
        </p>
        <p className="mt-3">{before.genuine(house.name, house.office, house.contact)}</p>
      </Part>
      <Part title={before.keep}>
        <p>{before.kept(house.contact)}</p>
      </Part>
      <Part title={before.stop} note={before.stopNote} id="stop">
        <a className="link inline-block py-1" href={`${path}/stop`}>
          {before.stopLink}
        </a>
      </Part>
    </>
  )
}

/** The six digits, typed by hand; whatever was typed before comes along. */
export function EnterCode({ asked, path, reply, kept }: Props & { kept: Kept }) {
  const { code } = useMessages().endorse
  const [form, fields] = useForm<CodeTyped>({ id: 'code', lastResult: reply })
  const isOver = kept.kept !== ''
  return (
    <EndorserFrame house={asked.house} isForm={isOver}>
      <Heading above={asked.title} below={<p>{code.sent(asked.mailbox)}</p>}>
        {code.heading}
      </Heading>
      {isOver && (
        <div className="pb-7">
          <Note tone="sky">{code.over}</Note>
        </div>
      )}
      <PlainForm form={form} action={`${path}/code`}>
        <HiddenFields values={{ ...kept }} />
        <TextInput
          field={fields.code}
          label={code.label}
          look="code"
          isFirst
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
        />
        <div>
          <SubmitButton>{code.go}</SubmitButton>
        </div>
      </PlainForm>
      <form method="post" action={`${path}/code`} className="mt-9 border-t border-line py-7">
        <HiddenFields values={{ ...kept }} />
        <p className="label mb-3">{code.nothing}</p>
        <SubmitButton tone="second" isSmall>
          {code.again}
        </SubmitButton>
      </form>
    </EndorserFrame>
  )
}

/** They have shown who they are, and there is something to send: at once, or after another look. */
export function SendKept({
  asked,
  path,
  kept: { kept, to },
}: {
  asked: AskedPage
  path: string
  kept: Kept
}) {
  const { back } = useMessages().endorse
  return (
    <EndorserFrame house={asked.house} isForm>
      <Heading above={asked.title}>{back.heading}</Heading>
      <form method="post" action={to ? `${path}/${to}` : path} className="flex flex-wrap gap-3 pb-12">
        <Hidden values={new URLSearchParams(kept)} />
        <SubmitButton>{back.send}</SubmitButton>
        <SubmitButton tone="second" name="__intent__" value={SHOW_AGAIN}>
          {back.read}
        </SubmitButton>
      </form>
    </EndorserFrame>
  )
}

/** Out of a form that came back. */
export function keptAgain(typed: Record<string, unknown> | null | undefined): Kept {
  return { kept: String(typed?.['kept'] ?? ''), to: String(typed?.['to'] ?? '') }
}

/** Conform's word for "show me the form, do nothing". */
const SHOW_AGAIN = JSON.stringify({ type: 'validate', payload: {} })
