import { useForm, type SubmissionResult } from '@conform-to/react'
import { digests, type Digest } from '~/domain/waiting'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { ChoiceGroup } from './choices'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Props = { digest: Digest; action: string; reply: SubmissionResult<string[]> | null }

/** How often we write. What holds now is chosen, since somebody chose it, be it by leaving it. */
export function DigestChoice({ digest, action, reply }: Props) {
  const { digest: words } = useMessages().waiting
  const [form, fields] = useForm<{ digest: string }>({ id: 'digest', lastResult: reply, defaultValue: { digest } })
  return (
    <Section title={words.title} note={words.note} id="digest">
      <PlainForm form={form} action={action}>
        <ChoiceGroup
          field={fields.digest}
          label={words.label}
          choices={digests.map(value => ({
            value,
            label: words.choices[value][0],
            note: words.choices[value][1],
          }))}
        />
        <div>
          <SubmitButton tone="second">{words.button}</SubmitButton>
        </div>
      </PlainForm>
    </Section>
  )
}
