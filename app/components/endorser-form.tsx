import { useForm, type DefaultValue, type FieldMetadata, type SubmissionResult } from '@conform-to/react'
import type { EndorseTyped } from '~/domain/endorsement-forms.server'
import { bases, relationships, shownAs } from '~/domain/endorsement'
import type { FormPage } from '~/domain/endorser-page.server'
import { typedMinutes } from '~/domain/minutes'
import { useMessages, useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { Checkbox, ChoiceGroup, FieldGroup } from './choices'
import { EndorserClaim } from './endorser-claim'
import { EndorserSummary } from './endorser-summary'
import { DateInput, TextArea, TextInput } from './inputs'
import { PlainForm } from './plain-form'

export type Typed = DefaultValue<EndorseTyped>
type Props = {
  page: FormPage
  path: string
  reply: SubmissionResult<string[]> | null
  /** What was said before, to be said anew. */
  typed?: Typed
}
type Fields = { [K in keyof EndorseTyped]-?: FieldMetadata<EndorseTyped[K]> }
type GroupProps = { page: FormPage; fields: Fields }

/** Facts, claims, words, how they know, how they are shown, and one button. */
export function EndorserForm({ page, path, reply, typed }: Props) {
  const [form, fields] = useForm<EndorseTyped>({
    id: 'endorse',
    lastResult: reply,
    defaultValue: typed ?? typedFrom(page),
  })
  const claims = fields.judgements.getFieldList()
  return (
    <PlainForm form={form} action={path}>
      <input type="hidden" name={fields.revisionHash.name} value={page.revisionHash} />
      <div>
        <FactFields page={page} fields={fields} />
        {page.claims.map((claim, at) => {
          const field = claims[at]
          return (
            field && (
              <EndorserClaim
                key={claim.id}
                {...{ field, claim, at }}
                of={page.claims.length}
                student={page.student.firstName}
              />
            )
          )
        })}
        <WordFields page={page} fields={fields} />
        <KnowingFields page={page} fields={fields} />
        <ShowingFields page={page} fields={fields} />
        <Confirm page={page} formId={form.id} />
      </div>
    </PlainForm>
  )
}

/** The facts as the student wrote them, to be corrected in place. Of the judgements nothing is chosen. */
function typedFrom({ facts, claims, endorser }: FormPage) {
  return {
    confirmedRole: facts.role,
    confirmedStart: facts.activityStartDate,
    confirmedEnd: facts.activityEndDate,
    confirmedMinutes: typedMinutes(facts.minutes),
    judgements: claims.map(({ id }) => ({ claimId: id })),
    name: endorser.name,
    organisation: endorser.organisation,
    roleTitle: endorser.roleTitle,
  }
}

function FactFields({ page: { student, facts: claimed }, fields }: GroupProps) {
  const { messages, format } = useWords()
  const { facts } = messages.endorse
  return (
    <FieldGroup title={facts.title} note={facts.note(student.firstName)}>
      <TextInput field={fields.confirmedRole} label={facts.role(student.firstName)} />
      <div className="flex flex-wrap gap-4">
        <DateInput field={fields.confirmedStart} label={facts.start} />
        <DateInput
          field={fields.confirmedEnd}
          label={facts.end}
          hint={claimed.activityEndDate === null ? facts.ongoing : undefined}
          isOptional={claimed.activityEndDate === null}
        />
      </div>
      <TextInput
        field={fields.confirmedMinutes}
        label={facts.time}
        hint={facts.timeNote(student.firstName, format.hours(claimed.minutes))}
        look="short"
        autoComplete="off"
      />
    </FieldGroup>
  )
}

function WordFields({ page: { student, house }, fields }: GroupProps) {
  const { words } = useMessages().endorse
  const { firstName } = student
  return (
    <FieldGroup title={words.title}>
      <TextArea
        field={fields.endorsementComment}
        label={words.statement(firstName)}
        hint={words.statementNote}
        rows={5}
      />
      <TextArea
        field={fields.confidentialNote}
        label={words.private(house.name)}
        hint={words.privateNote(firstName)}
        rows={2}
        isOptional
      />
    </FieldGroup>
  )
}

function KnowingFields({ page: { student }, fields }: GroupProps) {
  const { endorse, endorsement } = useMessages()
  const { knowing } = endorse
  return (
    <FieldGroup title={knowing.title}>
      <ChoiceGroup
        field={fields.relationship}
        label={knowing.relationship(student.firstName)}
        choices={relationships.map(value => ({ value, label: endorsement.relationship[value] }))}
      />
      <ChoiceGroup
        field={fields.basis}
        label={knowing.basis}
        choices={bases.map(value => ({ value, label: endorsement.basis[value] }))}
      />
      <Checkbox field={fields.isNoRelative}>{knowing.family}</Checkbox>
    </FieldGroup>
  )
}

function ShowingFields({ fields }: GroupProps) {
  const { endorse, endorsement } = useMessages()
  const { showing } = endorse
  return (
    <FieldGroup title={showing.title}>
      <TextInput field={fields.name} label={showing.name} autoComplete="name" />
      <TextInput
        field={fields.roleTitle}
        label={showing.role}
        hint={showing.roleNote}
        autoComplete="organization-title"
      />
      <TextInput field={fields.organisation} label={showing.organisation} autoComplete="organization" />
      <ChoiceGroup
        field={fields.shownAs}
        label={showing.shownAs}
        choices={shownAs.map(value => ({ value, label: endorsement.shownAs[value] }))}
      />
    </FieldGroup>
  )
}

function Confirm({ page: { claims, endorser, house }, formId }: { page: FormPage; formId: string }) {
  const { confirm } = useMessages().endorse
  return (
    <section className="grid gap-5 border-t border-line py-7">
      <h2>{confirm.title}</h2>
      <EndorserSummary formId={formId} claims={claims} />
      <p className="label">
        {endorser.isStaff ? confirm.staff(house.name) : confirm.mailbox(endorser.mailbox)}{' '}
        {confirm.record(house.name)}
      </p>
      <SubmitButton icon="signature" isWide>
        {confirm.button}
      </SubmitButton>
    </section>
  )
}
