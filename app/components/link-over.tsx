import { useMessages } from '~/messages/messages'
import { LinkButton } from './button'
import { SplitFrame } from './split-frame'

/** Used, expired and invented links are one and the same to whoever opens them. */
export function LinkOver({ again }: { again: string }) {
  const { over } = useMessages().signIn
  return (
    <SplitFrame>
      <h1>{over.title}</h1>
      <p className="mt-3 mb-7">{over.note}</p>
      <LinkButton to={again}>{over.again}</LinkButton>
    </SplitFrame>
  )
}
