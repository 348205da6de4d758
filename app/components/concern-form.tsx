import { useForm, type SubmissionResult } from '@conform-to/react'
import { useMessages } from '~/messages/messages'
import { Heading } from './endorser-frame'
import { Ways } from './endorser-instead'
import { TextArea, TextInput } from './inputs'
import { PlainForm } from './plain-form'

type House = { name: string; office: string; contact: string }

type Props = {
  house: House
  about: string
  /** Where the form stands, and where it leads back to. */
  action: string
  back: string
  /** Whoever came by a link of their own has said who they are. */
  isStranger: boolean
  reply: SubmissionResult<string[]> | null
}

type Typed = { name: string; email: string; text: string }

/** To a named officer, and to nobody else. */
export function ConcernForm({ house, about, action, back, isStranger, reply }: Props) {
  const { concern } = useMessages().between
  const [form, fields] = useForm<Typed>({ id: 'concern', lastResult: reply })
  return (
    <>
      <Heading above={about} below={<p>{concern.note(house.office, house.name, house.contact)}</p>}>
        {concern.heading}
      </Heading>
      <PlainForm form={form} action={action}>
        {isStranger && (
          <>
            <TextInput field={fields.name} label={concern.name} autoComplete="name" />
            <TextInput
              field={fields.email}
              type="email"
              label={concern.email}
              hint={concern.emailHint}
              autoComplete="email"
              spellCheck={false}
            />
          </>
        )}
        <TextArea field={fields.text} label={concern.text} hint={concern.textHint} rows={6} />
        <Ways button={concern.button} back={concern.back} path={back} />
      </PlainForm>
    </>
  )
}

export function ConcernReceived({ house, about, back }: Pick<Props, 'house' | 'about' | 'back'>) {
  const { concern } = useMessages().between
  return (
    <>
      <Heading above={about} below={<p>{concern.doneNote(house.office)}</p>}>
        {concern.done}
      </Heading>
      <p className="pb-12">
        <a className="link py-1" href={back}>
          {concern.back}
        </a>
      </p>
    </>
  )
}
