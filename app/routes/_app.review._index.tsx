import { useOutletContext } from '@remix-run/react'
import { useMessages } from '~/messages/messages'

/** Beside the queue while nothing is open. */
export default function NothingOpen() {
  const isEmpty = useOutletContext<number>() === 0
  const { pick, empty } = useMessages().review
  return (
    <div className={isEmpty ? 'empty' : 'empty hidden lg:block'}>
      <h2>{isEmpty ? empty.title : pick.title}</h2>
      <p>{isEmpty ? empty.what : pick.words}</p>
    </div>
  )
}
