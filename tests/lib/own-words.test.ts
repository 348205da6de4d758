import { expect, test } from 'vitest'
import { growth } from '../growth'
import { ownWords } from '~/lib/own-words'

const said = 'Yes, every Saturday.\n\nWhich weeks do you mean?'

test.each([
  ['Gmail', `${said}\n\nOn Mon, 1 Jun 2026 at 10:00, Vouch <vouch@localhost> wrote:\n\n> Dear Eleni,\n>\n> Ana D. says`],
  ['Gmail over two lines', `${said}\n\nOn Mon, 1 Jun 2026 at 10:00, Vouch\n<vouch@localhost> wrote:\n> Dear Eleni,`],
  ['Gmail without its marks', `${said}\n\nOn Mon, 1 Jun 2026, Vouch <vouch@localhost> wrote:\n\nDear Eleni,\nAna D. says`],
  ['Thunderbird in German', `${said}\n\nAm 01.06.26 um 10:00 schrieb Vouch:\n> Dear Eleni,`],
  ['French', `${said}\n\nLe lun. 1 juin 2026 à 10:00, Vouch <vouch@localhost> a écrit :\n> Dear Eleni,`],
  ['Outlook', `${said}\n\n________________________________\nFrom: Vouch <vouch@localhost>\nSent: 01 June 2026 10:00\nTo: Eleni\nSubject: A student asks\n\nDear Eleni,`],
  ['Outlook in German', `${said}\n\nVon: Vouch\nGesendet: Montag, 1. Juni 2026\nAn: Eleni\nBetreff: A student asks\n\nDear Eleni,`],
  ['an old Outlook', `${said}\n\n-----Original Message-----\nFrom: Vouch\n\nDear Eleni,`],
  ['a signature', `${said}\n-- \nEleni Papadaki\nShoreline Food Bank`],
  ['a signature above the letter', `${said}\n--\nEleni\n\nOn 1 June 2026, Vouch wrote:\n> Dear Eleni,`],
  ['a phone', `${said}\n\nSent from my iPhone\n\n> On 1 Jun 2026, at 10:00, Vouch wrote:\n> \n> Dear Eleni,`],
  ['only marks', `${said}\n\n> Dear Eleni,\n> Ana D. says`],
  ['other line ends', said.replaceAll('\n', '\r\n')],
])('what somebody wrote is found above the letter they answer: %s', (_program, text) => {
  expect(ownWords(text)).toBe(said)
})

test.each([
  ['answers between the lines', '> Were you there?\nYes.\n> Until when?\nUntil May.'],
  ['an answer below', 'On 1 June 2026, Vouch wrote:\n> Dear Eleni,\n> Ana D. says\n\nYes, every Saturday.'],
  ['a sentence that only begins like one', 'On Mondays she wrote:\nthe rota, and on Fridays the list.\n> 3 rows\nThat is all.'],
  ['a dash in the middle of much', `First this.\n-- \n${'And more.\n'.repeat(20)}`.trim()],
  ['nothing but somebody else’s words', '> Dear Eleni,\n> Ana D. says'],
])('it stays whole where that is unsure: %s', (_what, text) => {
  expect(ownWords(text)).toBe(text)
})

test('a mail eight times as long takes no more than some eight times as much', () => {
  const mail = (length: number) =>
    ownWords('> quoted\n'.repeat(4 * length) + 'On 1 June wrote:\n'.repeat(length) + 'From: a\n'.repeat(4 * length) + 'words\n')
  expect(growth(mail, 1_000, 8_000)).toBeLessThan(32)
})
