import { useMessages } from '~/messages/messages'

/** "Three more wait for you", on every page of one request. */
export function OthersWait({ others, path }: { others: number; path: string }) {
  const { waiting } = useMessages()
  return (
    <a className="link inline-block py-1" href={path}>
      {others > 0 ? waiting.others(others) : waiting.all}
    </a>
  )
}
