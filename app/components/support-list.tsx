import { emblemOf } from '~/domain/programme-description'
import type { Support } from '~/domain/support'
import { useWords } from '~/messages/messages'
import { Emblem } from './emblem'
import { Section } from './section'
import { TowardsList, type Towards } from './towards'

type Props = { supports: readonly Support[]; towards: readonly Towards[] }

/** What the activity does for programmes: what counts now, and what would once it is approved. */
export function SupportList({ supports, towards }: Props) {
  const { messages, format } = useWords()
  const words = messages.activity.towards
  const note = supports.length > 0 ? words.approved : towards.length > 0 ? words.pending : undefined
  return (
    <Section title={words.title} note={note}>
      {supports.length + towards.length === 0 && <p className="max-w-[62ch]">{words.none}</p>}
      {supports.length > 0 && (
        <ul className="grid gap-5">
          {supports.map(({ id, requirements, names, ...programme }) => (
            <li key={id} className="flex gap-3">
              <Emblem source={emblemOf(programme, '')} size={44} />
              <div className="min-w-0">
                <a className="font-medium hover:underline" href={`/programmes/${id}`}>
                  {programme.title}
                </a>
                {requirements.map((requirement, at) => (
                  <p key={at} className="label">
                    {messages.requirement.sentence(requirement, names, format)}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
      {towards.length > 0 && <TowardsList towards={towards} />}
    </Section>
  )
}
