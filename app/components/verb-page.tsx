import { useForm, type SubmissionResult } from '@conform-to/react'
import { LinkButton, SubmitButton, type ButtonTone } from './button'
import { Form } from './form'
import type { IconName } from './icon'
import { HiddenFields } from './inputs'
import { PageTitle } from './page-title'

type Props = {
  title: string
  follows: readonly string[]
  act: { words: string; tone?: ButtonTone; icon?: IconName }
  keep: { words: string; to: string }
  /** The version this page shows: an old page changes nothing. */
  revision: number
  reply: SubmissionResult<string[]> | null
}

/** One act on one activity: asked once, in words, with what follows. */
export function VerbPage({ title, follows, act, keep, revision, reply }: Props) {
  const [form] = useForm<Record<string, string>>({ id: 'act', lastResult: reply })
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Form form={form} className="grid gap-6 border-t border-line py-8">
        <HiddenFields values={{ revision }} />
        <div className="grid max-w-[62ch] gap-2">
          {follows.map(words => (
            <p key={words}>{words}</p>
          ))}
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton tone={act.tone ?? 'primary'} {...(act.icon && { icon: act.icon })}>
            {act.words}
          </SubmitButton>
          <LinkButton tone="quiet" to={keep.to}>
            {keep.words}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
