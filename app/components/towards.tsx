import { emblemOf } from '~/domain/programme-description'
import type { ProgrammeLevel } from '~/domain/programme'
import type { Requirement } from '~/domain/requirement'
import type { RequirementNames } from '~/domain/requirement-names'
import { useWords } from '~/messages/messages'
import { Emblem } from './emblem'
import { Icon } from './icon'

export type Towards = {
  id: string
  seriesId: string
  title: string
  level: ProgrammeLevel
  artworkDigest: string | null
  effect: 'completes' | 'helps'
  /** What it moves, and the names in it. */
  requirement: Requirement
  names: RequirementNames
}

/** Beside the form: what this work would do for the student. */
export function TowardsAside({ towards }: { towards: readonly Towards[] }) {
  const words = useWords().messages.log.towards
  return (
    <section>
      <h2>{words.title}</h2>
      <p className="label mt-1">{towards.length > 0 ? words.note : words.none}</p>
      <div className="mt-5">
        <TowardsList towards={towards} />
      </div>
    </section>
  )
}

export function TowardsList({ towards }: { towards: readonly Towards[] }) {
  const { messages, format } = useWords()
  const words = messages.log.towards
  return (
    <ul className="grid gap-5">
      {towards.map(({ id, effect, requirement, names, ...programme }) => (
        <li key={id} className="flex gap-3">
          <Emblem source={emblemOf(programme, '')} size={44} />
          <div className="min-w-0">
            <a className="font-medium hover:underline" href={`/programmes/${id}`}>
              {programme.title}
            </a>
            <p className="label">
              {effect === 'completes' ? (
                <>
                  <b className="font-medium text-laurel">{words.completes}</b>{' '}
                  {messages.requirement.sentence(requirement, names, format)}
                </>
              ) : (
                `${words.helps} ${messages.requirement.clause(requirement, names, format)}`
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The same in one line, where there is room for no more. */
export function TowardsChips({ towards }: { towards: readonly Towards[] }) {
  const { chip } = useWords().messages.log.towards
  return towards.map(({ id, effect, title }) => (
    <p key={id} className="status tint-laurel mt-1 flex">
      <Icon name={effect === 'completes' ? 'circle-check' : 'milestone'} size={16} />
      {chip[effect](title)}
    </p>
  ))
}
