import type { Task } from '~/domain/home-view'
import { useWords } from '~/messages/messages'
import { LinkButton } from './button'
import { TaskRow } from './task-row'
import { WordTask } from './word-task'

/** What only the student can do. The filled button belongs to what has waited longest. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="rows">
      {tasks.map((task, at) => (
        <TaskLine key={task.kind + task.id} task={task} tone={at === 0 ? 'primary' : 'second'} />
      ))}
    </ul>
  )
}

function TaskLine({ task, tone }: { task: Task; tone: 'primary' | 'second' }) {
  const { messages, format } = useWords()
  const words = messages.home.needs
  const about = task.kind === 'offer' ? '' : messages.activity.named(task.title, task.organisation)
  switch (task.kind) {
    case 'question':
      return (
        <TaskRow
          icon="message-circle-question-mark"
          tone="sky"
          title={words.question(task.who ?? words.somebody)}
          note={words.asked(about, format.on(task.at))}
          action={
            <LinkButton tone={tone} to={`/activities/${task.id}`}>
              {words.answer}
            </LinkButton>
          }
        >
          {task.words && <p>“{task.words}”</p>}
        </TaskRow>
      )
    case 'asked':
    case 'suggestion':
    case 'listed':
    case 'team':
      return <WordTask task={task} tone={tone} />
    case 'declined':
      return (
        <TaskRow
          icon="circle-x"
          tone="clay"
          title={words.declined(about)}
          note={words.declinedBy(task.who ?? words.somebody, format.on(task.at), format.day(format.dayOf(task.until)))}
          action={
            <LinkButton tone={tone} to={`/activities/${task.id}`}>
              {words.accept}
            </LinkButton>
          }
        >
          {task.words && <p>“{task.words}”</p>}
        </TaskRow>
      )
    case 'draft':
      return (
        <TaskRow
          icon="pencil-line"
          title={words.draft}
          note={words.draftOf(about)}
          action={
            <LinkButton tone={tone} to={`/activities/${task.id}/${task.step}`}>
              {words.continue}
            </LinkButton>
          }
        >
          <p>{words.left[task.step]}</p>
        </TaskRow>
      )
    case 'offer':
      return (
        <TaskRow
          icon="gift"
          tone="sky"
          title={words.offer(task.title)}
          note={words.offered(format.on(task.at), format.day(format.dayOf(task.until)))}
          action={
            <LinkButton tone={tone} to={`/offers/${task.id}`}>
              {words.accept}
            </LinkButton>
          }
        >
          <p>{words.offerWords}</p>
        </TaskRow>
      )
  }
}
