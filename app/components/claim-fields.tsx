import type { FieldMetadata } from '@conform-to/react'
import { limits, NOT_CLAIMED } from '~/domain/activity'
import type { ClaimsTyped } from '~/domain/activity-forms.server'
import { useWords } from '~/messages/messages'
import { ChoiceGroup } from './choices'
import { Icon } from './icon'
import { TextArea } from './inputs'
import { LevelDots } from './level'

type Claim = NonNullable<ClaimsTyped['claims']>[number]

export type ClaimableShown = {
  id: string
  name: string
  code: string | null
  statement: string
  levels: readonly { id: string; name: string; position: number; descriptor: string }[]
  comesWithIt: boolean
  claimed: { levelId: string; narrative: string } | null
  /** Titles of programmes that still miss it. */
  seekers: readonly string[]
}

type Props = {
  claim: FieldMetadata<Claim, ClaimsTyped>
  competency: ClaimableShown
  /** Open to begin with, while nothing is claimed. */
  isSuggested: boolean
}

/** A competency to open and claim: the rubric's sentences are the choices. */
export function ClaimFields({ claim, competency, isSuggested }: Props) {
  const { claims } = useWords().messages.log
  const { competencyId, levelId, narrative } = claim.getFieldset()
  const isOpen = Boolean(levelId.initialValue) || isSuggested || !claim.valid
  const levels = competency.levels.map(({ id, name, position, descriptor }) => ({
    value: id,
    label: descriptor,
    note: (
      <>
        <LevelDots at={position} of={competency.levels.length} /> {name}
      </>
    ),
  }))
  return (
    <details className="sheet claim" open={isOpen || undefined}>
      <summary>
        <Icon name="chevron-right" size={18} />
        <Summary competency={competency} />
      </summary>
      <div className="grid gap-5 px-4 pb-5 pt-2 sm:px-5">
        <input type="hidden" name={competencyId.name} value={competency.id} />
        <ChoiceGroup
          field={levelId}
          label={claims.level}
          choices={[...levels, { value: NOT_CLAIMED, label: claims.notThis, note: claims.notThisNote }]}
        />
        <TextArea
          field={narrative}
          label={claims.why}
          hint={claims.whyHint}
          rows={2}
          maxLength={limits.claim}
        />
      </div>
    </details>
  )
}

function Summary({ competency: { name, statement, comesWithIt, seekers } }: { competency: ClaimableShown }) {
  const { messages, format } = useWords()
  const { claims } = messages.log
  return (
    <span className="min-w-0">
      <span className="serif block text-md font-bold">{name}</span>
      <span className="label block">{statement}</span>
      {comesWithIt && <span className="label block text-ink">{claims.comesWithIt}</span>}
      {seekers.length > 0 && (
        <span className="status tint-laurel mt-1">
          <Icon name="milestone" size={16} />
          {claims.missing(format.list([...seekers]))}
        </span>
      )}
    </span>
  )
}
