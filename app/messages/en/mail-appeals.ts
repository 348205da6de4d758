import type { Letter } from '../letter'

interface ToDecider {
  student: string
  title: string
  text: string
  due: string
  url: string
}

interface ToAppellant {
  name: string
  title: string
  by: string
  reason: string
  url: string
}

const look = ({ url }: { url: string }) => ({ words: 'Open the appeal', url })
const words = ({ text, student }: ToDecider) => ({ words: text, by: student })
const said = ({ reason, by }: ToAppellant) => ({ words: reason, by })

/** Against a decision of the review, to who decides and to who appealed. */
export const appealMail = {
  opened: (told: ToDecider): Letter => ({
    subject: 'A student appeals a decision',
    greeting: 'Hello,',
    paragraphs: [
      `${told.student} appeals what was decided about “${told.title}”. Somebody who has decided nothing about it ` +
        `before answers by ${told.due}.`,
    ],
    quote: words(told),
    action: look(told),
  }),

  overdue: (told: ToDecider): Letter => ({
    subject: 'An appeal is past its deadline',
    greeting: 'Hello,',
    paragraphs: [`The appeal of ${told.student} about “${told.title}” was due on ${told.due}, and nobody has decided it.`],
    quote: words(told),
    action: look(told),
    after: ['Until it is decided we write once a week.'],
  }),

  upheld: (told: ToAppellant): Letter => ({
    subject: 'Your appeal was upheld',
    greeting: `Dear ${told.name},`,
    paragraphs: [`Your appeal about “${told.title}” was upheld. It is in review again, with somebody else.`],
    quote: said(told),
    action: { words: 'Open the activity', url: told.url },
  }),

  dismissed: (told: ToAppellant): Letter => ({
    subject: 'Your appeal was dismissed',
    greeting: `Dear ${told.name},`,
    paragraphs: [`Your appeal about “${told.title}” was dismissed: what the review decided stands.`],
    quote: said(told),
    action: { words: 'Open the activity', url: told.url },
    after: ['You can write a new version, and have it confirmed and reviewed anew.'],
  }),
}
