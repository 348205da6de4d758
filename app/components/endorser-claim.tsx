import type { FieldMetadata } from '@conform-to/react'
import type { ClaimShown } from '~/domain/endorser-page.server'
import { useMessages } from '~/messages/messages'
import { ChoiceGroup, FieldGroup } from './choices'
import { TextInput } from './inputs'
import { LevelDots } from './level'

type JudgementTyped = { claimId: string; answer?: string | undefined; comment?: string | undefined }

type Props = {
  field: FieldMetadata<JudgementTyped>
  claim: ClaimShown
  at: number
  of: number
  student: string
}

/** The rubric's sentence first, the level's name second; what the student claims is told after the choice. */
export function EndorserClaim({ field, claim, at, of, student }: Props) {
  const { claim: words } = useMessages().endorse
  const { claimId, answer, comment } = field.getFieldset()
  const levels = claim.levels.map(level => ({
    value: level.id,
    label: level.descriptor,
    note: (
      <>
        <LevelDots at={level.position} of={claim.of} />
        {level.name}
      </>
    ),
  }))
  const others = [
    { value: 'notYet', label: words.notYet, note: words.notYetNote },
    { value: 'notObserved', label: words.notObserved, note: words.notObservedNote(student) },
  ]
  return (
    <FieldGroup title={claim.name} above={words.above(at + 1, of)} note={claim.statement}>
      <p className="quote">{claim.narrative}</p>
      <input type="hidden" name={claimId.name} value={claim.id} />
      <div className="group grid gap-4">
        <ChoiceGroup field={answer} label={words.question} choices={[...levels, ...others]} />
        <p className="label hidden group-has-checked:block">{words.claimed(student, claim.claimed)}</p>
      </div>
      <TextInput field={comment} label={words.comment} isOptional />
    </FieldGroup>
  )
}
