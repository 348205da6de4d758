/** What is told when a unit's affairs cannot be settled like this. */
export const unitRules = {
  mailbox: 'Write the whole address, or nothing.',
  contactName: 'Write their name.',
  contactEmail: 'Write their whole address.',
  day: 'Write a day, such as 2027-06-30.',
  dayOrder: 'The last day is before the first.',
  deputy: 'Write name and address of whoever comes after them, or neither.',
  year: 'Write a year, such as 2027.',
  opens: 'Write the first day.',
  closes: 'Write the last day, not before the first.',
  domainAddress: 'Write an address in the domain, such as name@organisation.example.',
  freeMail: (domain: string) =>
    `Anybody can have an address at ${domain}, so it says nothing about an organisation.`,
  ownDomain: (domain: string) =>
    `Students or alumni here have addresses at ${domain}. They never count for more than a mail address.`,
  linked: (domain: string, unit: string) => `${domain} is linked to ${unit} already.`,
  codeOver: 'This code has expired, or was asked for in another browser. Ask for a new one.',
  codeTries: 'Too many wrong codes. Ask for a new one.',
  codeWrong: 'These are not the six digits we mailed. Look again.',
  code: 'Type the six digits.',
  gone: 'Somebody changed this a moment ago. Look at it again.',
  nothingTicked: 'Tick at least one.',
  outside: (unit: string, opens: string) =>
    `${unit} takes submissions again from ${opens}. Your draft is kept until then.`,
  over: (unit: string, closed: string) =>
    `${unit} took submissions until ${closed} and has not said when it does again. Your draft is kept.`,
}
