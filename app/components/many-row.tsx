import { getCollectionProps, getInputProps, type FieldMetadata } from '@conform-to/react'
import type { ManyTyped } from '~/domain/many-form.server'
import type { ManyPage, ManyRow as Row } from '~/domain/many-page.server'
import { useWords } from '~/messages/messages'
import { HintAndError } from './field'
import { LevelDots } from './level'
import { ManyExcept } from './many-except'

export type RowTyped = ManyTyped['rows'] extends (infer Typed)[] | undefined ? Typed : never

type Props = { field: FieldMetadata<RowTyped>; row: Row; page: ManyPage }

/** One student: their time, to be corrected; what was seen of each claim; and what is different about them. */
export function ManyRow({ field, row, page }: Props) {
  const { messages, format } = useWords()
  const { rows } = messages.many
  const { requestId, revisionHash, student, confirmedMinutes, judgements, isLeftOut, comment } =
    field.getFieldset()
  const { name, firstName } = row.student
  const list = judgements.getFieldList()
  const isOwn = page.role === null || page.start === null
  return (
    <li className="many-row" id={requestId.id} tabIndex={-1}>
      <div className="grid content-start gap-2">
        <h3>{name}</h3>
        <HintAndError field={requestId} />
        <input type="hidden" name={requestId.name} value={row.requestId} />
        <input type="hidden" name={revisionHash.name} value={row.revisionHash} />
        <input type="hidden" name={student.name} value={name} />
        {isOwn && <p className="label">{rows.role(row.role, format.period(row.start, row.end))}</p>}
        <label className="flex flex-wrap items-center gap-x-3">
          <span aria-hidden="true">{rows.timeShort}</span>
          <span className="sr-only">{rows.time(name)}</span>
          <input
            {...getInputProps(confirmedMinutes, { type: 'text' })}
            className="input input-short"
            autoComplete="off"
          />
          <span className="label num">{rows.wrote(format.hours(row.minutes))}</span>
        </label>
        <HintAndError field={confirmedMinutes} />
      </div>
      <div className="grid gap-4">
        {row.claims.map((claim, at) => {
          const judgement = list[at]
          return judgement && <ClaimOf key={claim.id} field={judgement} claim={claim} student={name} />
        })}
        <ManyExcept row={row} fields={{ isLeftOut, comment }} firstName={firstName} />
      </div>
    </li>
  )
}

type JudgementTyped = { claimId: string; answer?: string | undefined; comment?: string | undefined }
type ClaimProps = { field: FieldMetadata<JudgementTyped>; claim: Row['claims'][number]; student: string }

/** The levels in a line; the rubric's words for them stand above the rows. The claimed level comes after the choice. */
function ClaimOf({ field, claim, student }: ClaimProps) {
  const { rows } = useWords().messages.many
  const { claimId, answer } = field.getFieldset()
  const others = [
    { id: 'notYet', name: rows.notYet, position: null },
    { id: 'notObserved', name: rows.notObserved, position: null },
  ]
  const choices = [...claim.levels, ...others]
  const inputs = getCollectionProps(answer, { type: 'radio', options: choices.map(({ id }) => id), ariaAttributes: false })
  return (
    <fieldset
      className="group min-w-0"
      id={answer.id}
      tabIndex={-1}
      data-competency={claim.competencyId}
      aria-describedby={answer.errors ? answer.errorId : undefined}
    >
      <legend className="field-label">
        <span aria-hidden="true">{claim.name}</span>
        <span className="sr-only">{rows.question(student, claim.name)}</span>
      </legend>
      <input type="hidden" name={claimId.name} value={claim.id} />
      <HintAndError field={answer} />
      <div className={answer.errors ? 'levels choices-wrong' : 'levels'}>
        {inputs.map(({ key, ...input }, at) => {
          const choice = choices[at]
          return (
            <label key={key ?? input.value} className="choice">
              <input {...input} />
              <span>{choice?.name}</span>
              {typeof choice?.position === 'number' && <LevelDots at={choice.position} of={claim.of} />}
            </label>
          )
        })}
      </div>
      <p className="label invisible mt-1 group-has-checked:visible">{rows.claimed(claim.claimed)}</p>
    </fieldset>
  )
}
