import type { Task } from '~/domain/home-view'
import { useWords } from '~/messages/messages'
import { LinkButton, type ButtonTone } from './button'
import { TaskRow } from './task-row'

type Props = { task: Extract<Task, { kind: 'asked' | 'suggestion' | 'listed' | 'team' }>; tone: ButtonTone }

/** A question about what is under way, a better name, a list or a team: each is answered on a page of its own. */
export function WordTask({ task, tone }: Props) {
  const { messages, format } = useWords()
  const words = messages.home.needs
  const about = messages.activity.named(task.title, task.organisation)
  const who = task.who || words.somebody
  const here = `/activities/${task.activityId}`
  if (task.kind === 'listed' || task.kind === 'team') {
    const { task: said } = task.kind === 'listed' ? messages.roster : messages.team
    return (
      <TaskRow
        icon="users"
        tone="sky"
        title={said.title(who)}
        note={said.note(about, format.on(task.at))}
        action={<LinkButton tone={tone} to={`/${task.kind === 'listed' ? 'listed' : 'teams'}/${task.id}`}>{said.look}</LinkButton>}
      >
        <p>{said.words}</p>
      </TaskRow>
    )
  }
  if (task.kind === 'asked') {
    return (
      <TaskRow
        icon="message-circle-question-mark"
        tone="sky"
        title={words.question(who)}
        note={words.asked(about, format.on(task.at))}
        action={<LinkButton tone={tone} to={`${here}#between`}>{words.answer}</LinkButton>}
      >
        <p className="line-clamp-3 break-words">“{task.words}”</p>
      </TaskRow>
    )
  }
  return (
    <TaskRow
      icon="forward"
      tone="sky"
      title={words.suggests(who, task.words)}
      note={words.suggested(about, format.on(task.at))}
      action={<LinkButton tone={tone} to={here}>{words.decide}</LinkButton>}
    >
      <p>{words.suggestWords}</p>
    </TaskRow>
  )
}
