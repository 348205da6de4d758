import { useForm, type SubmissionResult } from '@conform-to/react'
import type { Design } from '~/domain/design-page.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton, type ButtonTone } from './button'
import { HiddenFields } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Reply = SubmissionResult<string[]> | null
export type DesignAct = 'propose' | 'publish' | 'return' | 'revise' | 'retire'

type Props = { design: Pick<Design, 'id' | 'status' | 'may' | 'allShown'>; reply: Reply }

/** What can be done with a version as it stands; each act says what comes of it. */
export function DesignActs({ design: { id, status, may, allShown: shown }, reply }: Props) {
  const { acts } = useMessages().design
  const offered = actsOf(status, may)
  if (offered.length === 0) return null
  return (
    <Section title={acts.title} id="acts">
      <ul className="rows">
        {offered.map(act => (
          <li key={act}>
            <Act id={id} act={act} shown={shown} reply={reply?.initialValue?.['act'] === act ? reply : null} />
          </li>
        ))}
        {status === 'inReview' && !may.publish && <li>{acts.publishOwn}</li>}
      </ul>
    </Section>
  )
}

function actsOf(status: Design['status'], may: Design['may']): DesignAct[] {
  switch (status) {
    case 'draft':
      return ['propose']
    case 'inReview':
      return may.publish ? ['publish', 'return'] : ['return']
    case 'published':
      return may.revise ? ['revise', 'retire'] : ['retire']
    case 'retired':
      return may.revise ? ['revise'] : []
  }
}

const tones: Record<DesignAct, ButtonTone> = {
  propose: 'second', publish: 'primary', return: 'second', revise: 'primary', retire: 'danger',
}

function Act({ id, act, shown, reply }: { id: string; act: DesignAct; shown: string; reply: Reply }) {
  const { acts } = useMessages().design
  const [form] = useForm<Record<string, string>>({ id: `act-${act}`, lastResult: reply })
  return (
    <PlainForm form={form} action={`/design/${id}?index`}>
      <HiddenFields values={{ act, shown }} />
      <div className="grid gap-2">
        <p className="label max-w-[60ch]">{acts[`${act}Note`]}</p>
        <div>
          <SubmitButton tone={tones[act]}>{acts[act]}</SubmitButton>
        </div>
      </div>
    </PlainForm>
  )
}
