import { listMail } from '~/lib/mailbox.server'
import { runDueJobs } from '~/lib/jobs.server'
import '~/domain/letters.server'

/** Lets everything leave that is due, and answers the letters to one address, the newest first. */
export async function lettersTo(address: string) {
  await runDueJobs()
  return (await listMail()).filter(({ to }) => to === address)
}

/** The token in the newest letter's link to a page. */
export async function tokenFrom(address: string, page: string): Promise<string> {
  const [letter] = await lettersTo(address)
  const token = new RegExp(`http://localhost:3000/${page}/(\\S+)`).exec(letter?.text ?? '')?.[1]
  if (!token) throw new Error(`no link to ${page} in a letter to ${address}: ${letter?.text}`)
  return token
}
