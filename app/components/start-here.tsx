import type { Outlook } from '~/domain/outlook'
import { useWords } from '~/messages/messages'
import { LinkButton } from './button'
import { wreathOf } from './outlook-cards'
import { Wreath } from './wreath'

/** The first page of a student who has logged nothing: what this is, why it matters, one button. */
export function StartHere({ outlook, programmes }: { outlook: Outlook | null; programmes: number }) {
  const { start } = useWords().messages.home
  return (
    <div className="grid gap-x-20 gap-y-10 border-t border-line py-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div>
        <p className="max-w-[62ch] text-md">{start.why}</p>
        <h2 className="mb-4 mt-8">{start.how}</h2>
        <ol className="grid gap-6">
          {start.steps.map(({ title, words }, at) => (
            <li key={title} className="grid grid-cols-[2.5rem_minmax(0,1fr)]">
              <span className="serif text-xl text-laurel" aria-hidden="true">
                {at + 1}
              </span>
              <div>
                <h3>{title}</h3>
                <p className="max-w-[60ch]">{words}</p>
              </div>
            </li>
          ))}
        </ol>
        <p className="mt-8">
          <LinkButton tone="primary" icon="plus" to="/activities/new">
            {start.first}
          </LinkButton>
        </p>
      </div>
      {outlook && <FirstProgramme outlook={outlook} programmes={programmes} />}
    </div>
  )
}

function FirstProgramme({ outlook, programmes }: { outlook: Outlook; programmes: number }) {
  const words = useWords()
  const { home } = words.messages
  return (
    <aside className="grid content-start justify-items-center gap-2 border-line text-center lg:border-s">
      <Wreath {...wreathOf(outlook, words)} size={188} />
      <h2 className="mt-2 text-md">
        <a className="hover:underline" href={`/programmes/${outlook.id}`}>
          {outlook.title}
        </a>
      </h2>
      <p className="label">{home.start.leaves}</p>
      <a className="link" href="/programmes">
        {home.programmes.all(programmes)}
      </a>
    </aside>
  )
}
