import type { EditableLetter, Template } from '~/domain/letter-template'

/** Our own words for letters that an institution can word itself; names in braces are places to be filled. */
export const letterWords: Record<EditableLetter, Template> = {
  'endorsement-request': {
    subject: 'A student of {institution} asks for your word',
    body: `Dear {endorser},

{student} says that you saw what they did, and asks you to confirm it. It takes about three minutes, and no account.

{link}

The page asks you for six digits, which we then send to this address. You can also ask a question first, or say that you are not the right person.`,
  },
  'reminder': {
    subject: 'A student of {institution} still waits for your word',
    body: `Dear {endorser},

{student} asked you to confirm what they did. If you have three minutes, the page is where it was.

{link}

Not the right person, or cannot say? Two clicks on the page, and nobody waits for you.`,
  },
  'endorsement-receipt': {
    subject: 'A copy of what you confirmed',
    body: `Dear {endorser},

Thank you. This is what {institution} has recorded in your name about {student}: {activity}.

{link}

Something is wrong? On the page you can take it back, or say it anew.`,
  },
}
