/** A word between the student and whoever was asked. */
export interface Message {
  id: string
  author: 'student' | 'endorser'
  text: string
  sentAt: Date
}

/** What went to and fro about one request, oldest first. */
export interface Thread {
  requestId: string
  endorser: string
  messages: Message[]
  /** Another word can still be sent. */
  isOpen: boolean
}

export const MESSAGE_LENGTH = 2000

/** Names what a form showed: a form that shows less than there is sends nothing. */
export const lastOf = (messages: readonly Message[]) => messages.at(-1)?.id ?? ''
