import { useForm, type SubmissionResult } from '@conform-to/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Checkbox, ChoiceGroup, FieldGroup } from '~/components/choices'
import { Form } from '~/components/form'
import { DateInput, FileInput, HiddenFields, Select, TextArea, TextInput } from '~/components/inputs'
import { LevelDots } from '~/components/level'
import { Section } from '~/components/section'

type Asked = {
  name: string
  email: string
  from: string
  to: string
  category: string
  seen: string
  file: File
  message: string
  agreed: boolean
  code: string
}

export const wrong = {
  email: 'This is one of your own addresses. Somebody else has to vouch for you.',
  to: 'The last day, 4 March 2025, is before the first day, 4 October 2025.',
  seen: 'Choose what you saw.',
}

const typed = {
  name: 'Eleni Papadaki',
  email: 'ana@northbridge.example',
  from: '2025-10-04',
  to: '2025-03-04',
}

const refused: SubmissionResult = {
  status: 'error',
  initialValue: typed,
  error: { email: [wrong.email], to: [wrong.to], seen: [wrong.seen] },
}

const rubric = [
  'Takes part when asked and keeps to what was agreed.',
  'Plans own tasks and fits them to the group’s.',
  'Gets a group to an agreed result, and adjusts when plans fail.',
]

export function Forms() {
  return (
    <>
      <Section title="A form" note="Nothing wrong yet.">
        <RequestForm id="fresh" />
      </Section>
      <Section title="The same, come back" note="What was typed is kept.">
        <RequestForm id="wrong" lastResult={refused} />
      </Section>
    </>
  )
}

function RequestForm({ id, lastResult }: { id: string; lastResult?: SubmissionResult }) {
  const [form, fields] = useForm<Asked>({
    id,
    lastResult: lastResult ?? null,
    defaultValue: { category: 'volunteering' },
  })
  return (
    <Form form={form} isUpload>
      <HiddenFields values={{ revision: 2 }} />
      <TextInput field={fields.name} label="Their name" autoComplete="off" />
      <TextInput
        field={fields.email}
        type="email"
        label="Their mail address"
        hint="Best is the address of the organisation."
      />
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <DateInput field={fields.from} label="First day" />
        <DateInput field={fields.to} label="Last day" isOptional />
      </div>
      <Select
        field={fields.category}
        label="Category"
        options={[{ value: 'volunteering', label: 'Volunteering' }]}
      />
      <ChoiceGroup
        field={fields.seen}
        label="What did you see?"
        choices={[
          ...rubric.map((label, at) => ({ value: `${at + 1}`, label, note: <Note at={at + 1} /> })),
          { value: 'notYet', label: 'I saw it, not yet at a level' },
          {
            value: 'notObserved',
            label: 'I did not observe this',
            note: 'A good answer. It does not count against Ana.',
          },
        ]}
      />
      <FileInput
        field={fields.file}
        label="Evidence"
        hint="A photo, a PDF or a text, up to 25 MB."
        accept="image/*,.pdf"
      />
      <FieldGroup title="In your words" above="Last part" note="Two or three sentences are plenty.">
        <TextArea field={fields.message} label="What you tell them" rows={3} isOptional />
        <Checkbox field={fields.agreed} hint="You can change your mind later.">
          We are not family, and I gain nothing from saying this.
        </Checkbox>
        <TextInput
          field={fields.code}
          label="The six digits"
          look="code"
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </FieldGroup>
      <div className="flex flex-wrap gap-3">
        <SubmitButton icon="send">Ask Eleni Papadaki</SubmitButton>
        <LinkButton to="/activities">Back</LinkButton>
      </div>
    </Form>
  )
}

const names = ['Beginning', 'Practising', 'Independent']

function Note({ at }: { at: number }) {
  return (
    <>
      <LevelDots at={at} of={4} />
      {names[at - 1]}
    </>
  )
}
