import type { Message } from '~/domain/thread'
import { useWords } from '~/messages/messages'

type Props = {
  messages: readonly Message[]
  /** What each is called by whoever reads along. */
  names: Record<Message['author'], string>
}

/** What went to and fro, oldest first, each with who and when. */
export function Thread({ messages, names }: Props) {
  const { messages: words, format } = useWords()
  return (
    <ol className="grid max-w-[66ch] gap-4">
      {messages.map(({ id, author, text, sentAt }) => (
        <li key={id}>
          <p className="label">{words.between.said(names[author], format.moment(sentAt))}</p>
          <p className="aside-quote mt-1 break-words whitespace-pre-line">{text}</p>
        </li>
      ))}
    </ol>
  )
}
