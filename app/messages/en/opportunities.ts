import { capital, list, plural, spell } from './numbers'

/** What students can do here, and what they and the units write about it. */
export const opportunities = {
  page: 'Opportunities',
  heading: (shown: number, isMore: boolean) =>
    shown === 0
      ? 'Nothing is offered here yet.'
      : isMore
      ? 'Opportunities, the newest first.'
      : `${capital(spell(shown))} ${plural(shown, {
          one: 'opportunity is',
          other: 'opportunities are',
        })} open.`,
  found: (shown: number, isMore: boolean) => {
    if (shown === 0) return 'Nothing matches.'
    const count = isMore ? `More than ${spell(shown)}` : capital(spell(shown))
    return `${count} ${plural(shown, { one: 'thing matches', other: 'things match' })}.`
  },
  furtherHeading: 'Opportunities, further on.',
  nothing:
    'Take away a word or a filter. What is missing can be proposed, and what nobody offers can be logged too.',
  label: 'Opportunities',
  filters: {
    search: 'Role, club or organisation',
    unit: 'Unit',
    category: 'Kind',
    competency: 'What it shows',
    any: 'Any',
    apply: 'Search',
    all: 'Show all',
  },
  next: 'Show more',
  first: 'Back to the first',
  shows: (competencies: readonly string[]) => `Tends to show ${list([...competencies])}.`,
  hours: (from: string, to: string | null) => (to ? `Usually ${from} to ${to}.` : `Usually ${from} or more.`),
  propose: 'Propose what is missing',
  add: 'Add an opportunity',
  toProposals: 'Proposals by students',

  one: {
    log: 'Log this',
    logNote: 'It becomes a draft with what is written here. You add when, how long and what it showed.',
    category: 'Kind',
    unit: 'Unit',
    hours: 'Usual time',
    usual: (from: string, to: string | null) => (to ? `${from} to ${to}` : `${from} or more`),
    unknown: 'Not said',
    confirmedBy: 'Confirmed by',
    nobody: 'You name somebody who saw it',
    confirmations: 'Confirmations',
    needed: (count: number) => plural(count, { one: 'One person', other: '# people' }),
    peers: 'Fellow students may confirm it too.',
    shows: 'What it tends to show',
    showsNote: 'The rubric says what each looks like, from the first level to the last.',
    towards: 'What it counts towards',
    towardsNote: 'Once it is approved, if you show what it tends to show.',
    state: {
      proposed: 'Proposed. The unit decides whether it comes into the catalogue.',
      open: 'In the catalogue.',
      retired: 'Not in the catalogue any more. What was logged under it stays as it is.',
    },
    returned: 'It came back to you with a reason, which was mailed to you.',
    proposeAgain: 'Change it and propose it again',
    keeping: 'Keeping it',
    keepingNote: 'Only those who coordinate the unit, and registrars, read this.',
    proposedBy: 'Proposed by',
    validator: 'Asked',
    until: (name: string, address: string, day: string) => `${name}, ${address}, until ${day}`,
    asked: (name: string, address: string) => `${name}, ${address}`,
    deputy: 'Afterwards',
    review: 'Review',
    edit: 'Change it',
    open: 'Look it over and open it',
    retire: 'Retire it',
    retireNote: 'It leaves the catalogue. What was logged under it stays and goes on.',
    refuse: 'Or send it back',
    then: 'What becomes of it',
    thens: {
      return: 'Back to the student, to be changed',
      retire: 'Not into the catalogue at all',
    },
    reason: 'Why',
    reasonHint: 'Goes to the student by mail, and is kept nowhere else.',
    refuseDo: 'Send',
    refused: 'It is out of the list. A letter with your reason is on its way to the student.',
    retired: 'It is out of the catalogue.',
  },

  policy: {
    always: 'Always',
    onFlag: 'When something stands out',
    bySample: 'A sample, drawn, and whatever stands out',
  },
  drawn: (oneIn: number) => plural(oneIn, { other: 'One in # drawn, and whatever stands out' }),

  write: {
    propose: 'What is missing?',
    proposeNote: 'The unit looks at it and opens it for everybody, or says why not. You hear of it by mail.',
    add: 'What can students do?',
    change: (title: string) => `Change ${title}`,
    open: (title: string) => `Open ${title} to everybody?`,
    title: 'What it is called',
    titleHint: 'As a role, such as “Treasurer” or “First-year buddy”.',
    organisation: 'Where, or with whom',
    unit: 'Unit',
    unitHint: 'Who looks after it: a faculty, a club, a service, a partner.',
    category: 'Kind',
    description: 'What one does there',
    competencies: 'What it tends to show',
    competenciesHint: 'At most eight. Students who log it find them suggested.',
    who: 'Who confirms it',
    whoProposed: 'Who could confirm it',
    whoProposedNote: 'If you know somebody. Nobody is written to before the unit says so.',
    name: 'Name',
    email: 'Mail address',
    until: 'Until',
    untilHint: 'The last day they are there, where it is known.',
    deputyName: 'Afterwards: name',
    deputyEmail: 'Afterwards: mail address',
    deputyHint: 'When they have left, whoever comes afterwards is asked, and then the unit’s own mailbox.',
    usual: 'How much time it takes',
    least: 'At least',
    most: 'At most',
    hoursHint: 'In hours, such as 40 or 1:30.',
    checks: 'What it takes to count',
    endorsements: 'How many people confirm it',
    peers: 'Fellow students may confirm it',
    review: 'Who looks at it afterwards',
    policies: {
      always: 'Reviewed always',
      onFlag: 'Reviewed when something stands out',
      bySample: 'Reviewed by sample, and when something stands out',
    },
    sample: 'One in how many is drawn',
    sampleHint: 'Only where it is reviewed by sample.',
    doPropose: 'Propose it',
    doAdd: 'Put it into the catalogue',
    doChange: 'Keep the changes',
    doOpen: 'Open it to everybody',
    proposed: 'It is with the unit now. You hear by mail what becomes of it.',
    added: 'It is in the catalogue now.',
    changed: 'The changes are kept.',
    opened: 'It is in the catalogue now. A letter tells whoever proposed it.',
  },

  proposed: {
    page: 'Proposals',
    heading: (shown: number, isMore: boolean) => {
      if (shown === 0) return 'No proposal waits.'
      const count = isMore ? 'Many' : capital(spell(shown))
      return `${count} ${plural(shown, { one: 'proposal waits', other: 'proposals wait' })} for you.`
    },
    below: 'Students miss these. Look each over, then open it to everybody or send it back.',
    empty: 'What students propose for your units is shown here until somebody decides about it.',
  },
}
