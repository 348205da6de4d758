import { useId, type ReactNode } from 'react'

/** A destructive act says in words what follows, once; the safe way out comes last and is a link. */
export function AskOnce({
  title,
  follows,
  children,
}: {
  title: string
  follows: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <div className="sheet max-w-xl p-6" role="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="mt-2">{follows}</div>
      <div className="mt-5">{children}</div>
    </div>
  )
}
