import { plural } from './numbers'

/** Words of the mailbox on this machine. */
export const localMail = {
  title: 'Mail kept on this machine',
  heading: (count: number) =>
    count === 0
      ? 'Nothing has been sent yet.'
      : plural(count, { one: 'One letter, kept here.', other: '# letters, the newest first.' }),
  note: 'Nothing leaves this machine while MAIL_URL is mailbox:. What would have been sent stands here.',
  to: (address: string) => `To ${address}`,
  back: 'All letters',
}
