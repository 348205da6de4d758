import type { Flag } from '~/domain/risk'
import { capital, list, plural, spell } from './numbers'

const times = (count: number, one: string, other: string) => plural(count, { one, other })

// The sentence travels in a cookie, which holds 4,096 bytes.
const NAMED = 3
const LONGEST_TITLE = 40

const short = (title: string) => {
  const letters = Array.from(title)
  return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE).join('').trimEnd()}…` : title
}

/** The reviewer's queue and one activity in it. */
export const review = {
  page: 'Review',
  heading: (count: number, flagged: number, isMore: boolean) => {
    const waiting = isMore
      ? `More than ${count} wait for you.`
      : times(count, 'One waits for you.', `${capital(spell(count))} wait for you.`)
    if (flagged === 0) return waiting
    if (count === 1 && !isMore) return 'One waits for you, and it carries a flag.'
    return `${waiting} ${times(flagged, 'One of them carries a flag.', `${capital(spell(flagged))} carry a flag.`)}`
  },
  laterHeading: 'What came in later',
  list: {
    label: 'Waiting, oldest first',
    facts: (title: string, organisation: string) => `${title}, ${organisation}`,
    nobody: 'Nobody has confirmed it',
    more: (count: number) => times(count, 'and one more', `and ${spell(count)} more`),
    later: 'Show what came later',
    oldest: 'Back to the oldest',
    select: (student: string, title: string) => `Select ${student}: ${title}`,
    approveSelected: 'Approve what is selected',
    undoNote: 'You can undo it for 30 seconds.',
    selectNote: 'What carries a flag is opened and looked at one by one.',
    noneSelected: 'Select at least one.',
  },
  empty: {
    heading: 'Nothing waits for you.',
    title: 'Here is where confirmed work comes in',
    what:
      'When enough people have confirmed what a student did, ' +
      'it comes here for the university’s own decision. ' +
      'Only what you approve counts towards a credential.',
  },
  pick: {
    title: 'Open one to see it whole',
    words: 'What was said, by whom, how sure we are of them, and what it rests on.',
  },
  keys: {
    next: 'next',
    previous: 'previous',
    approve: 'approve',
    back: 'return',
    undo: 'undo',
    show: 'show or hide these',
    areOn: 'Let these keys work on this page',
    label: 'Keys',
  },

  one: {
    back: 'The queue',
    above: (version: number, on: string) =>
      version === 1 ? `Came in ${on}` : `Version ${version}, came in ${on}`,
    title: (student: string, title: string) => `${student}: ${title}`,
    place: (role: string, organisation: string) => `${role}, ${organisation}`,
    facts: (period: string, time: string, claims: number) =>
      `${period}, ${time} claimed, ${times(claims, '# claim', '# claims')}`,
    drawn: (oneIn: number) =>
      oneIn === 1 ? 'Every one of these is looked at.' : `Drawn: one in ${oneIn} of these is looked at.`,
    older: (version: number) => `This is version ${version}. A newer one is on its way.`,
    counts: (version: number) => `Version ${version} is approved and counts until this one is.`,
    seeVersion: (version: number) => `See version ${version}`,
    theirs: 'You endorsed this activity, so a colleague reviews it.',
  },
  story: {
    title: 'What the student says',
    time: 'Time, day by day',
    evidence: 'Evidence',
    flags: 'About the work',
    days: (time: string, count: number) => `${time} on ${times(count, '# day', '# days')}`,
    isPaid: 'Paid work.',
    isCreditBearing: 'It earned credits in a course.',
    isMandatory: 'It was required.',
    sensitivity: {
      sensitive: 'Kept discreet: outside, only its public title is read.',
      confidential: 'Confidential: outside, only its public title is read.',
    },
  },
  flag: {
    verdict: 'A flag is a fact, not a verdict.',
    short: ({ kind, facts }: Flag) =>
      ({
        didNotHappen: 'Somebody says it did not happen',
        ownDevice: facts.isSameBrowser ? 'Confirmed on the student’s network, in a browser like theirs' : 'Confirmed on the student’s network',
        eachOther: 'The two confirm each other',
        freeMail: 'Free-mail address for an organisation we know',
        sharedFile: 'Another student has the same file',
        overfullDay: times(facts.days ?? 1, 'More than 24 hours claimed on a day', 'More than 24 hours claimed on # days'),
        overlap: times(facts.days ?? 1, 'Overlaps other work on a day', 'Overlaps other work on # days'),
        takenBack: times(facts.takenBack ?? 1, 'Taken back by who confirmed it', 'Taken back by # who confirmed it'),
        hasty: `Endorsed ${times(facts.seconds ?? 0, '# second', '# seconds')} after beginning`,
        handedOver: 'Handed over to an address first seen then',
        earlierDecline: times(facts.declines ?? 1, 'Declined by one other', 'Declined by # others'),
      }[kind]),
    long: {
      didNotHappen: 'Somebody who was asked says that it did not happen like this.',
      ownDevice: 'The endorser’s code was typed on a network where the student is signed in.',
      eachOther: 'Whoever confirmed this has had work of their own confirmed by this student.',
      freeMail: 'The endorser wrote from a free-mail address, and we know this organisation by its own.',
      sharedFile: 'The same file, byte for byte, stands in the work of another student.',
      overfullDay: 'With their other activities, the student claims more hours of a day than it has.',
      overlap: 'With their other activities, the student claims more than 16 hours of a day.',
      takenBack: 'Somebody who had confirmed this version has taken that back.',
      hasty: 'The whole form was answered very soon after the endorser began.',
      handedOver: 'Whoever was asked handed it over, to an address that nobody here had seen before.',
      earlierDecline: 'Somebody else was asked before and declined.',
    },
    more: {
      didNotHappen: 'Memories differ, and mails reach the wrong person. Ask both before you decide.',
      ownDevice: 'They may have sat side by side, or share a network as a whole campus does.',
      eachOther: 'People who work together see each other’s work.',
      freeMail: 'Small charities often answer from a private mailbox.',
      sharedFile: 'A team may have worked on it together.',
      overfullDay: 'The same hours may stand in two activities, or in the wrong day.',
      overlap: 'Some days are long. The same hours may also stand in two activities.',
      takenBack: 'What they took back counts for nothing from then on. Read why before you decide.',
      hasty: 'Somebody who knows the work well needs little time.',
      handedOver: 'Colleagues who stand in for each other do this every day.',
      earlierDecline: 'Not everybody who is asked has seen it.',
    },
    from: 'Answered from',
    known: 'Known address',
    said: 'What they say',
    others: 'Other activities',
    took: 'It took',
    where: 'Where',
    browser: 'The same network, and the same kind of browser',
    network: 'The same network, another browser',
    returned: 'Confirmed by the student',
    days: 'Days',
    reason: 'Reason',
    seconds: (count: number) => times(count, '# second', '# seconds'),
  },

  said: {
    title: 'What was confirmed',
    none: 'Nobody has confirmed this version yet.',
    needs: (standing: number, needed: number) => `${standing} of ${needed} confirmations stand.`,
    confirmed: (role: string, period: string, time: string) => `${role}, ${period}, ${time}.`,
    head: 'For the record',
    named: 'Named by',
    private: (institution: string) => `Only for ${institution}`,
    open: 'Others who were asked',
    handedOver: (from: string, to: string) => `${from} was asked first, and then ${to}.`,
  },
  between: { title: 'Questions and answers' },
  claims: {
    title: 'Claims and judgements',
    claim: 'Claim',
    claimed: (student: string) => `${student} claims`,
    seen: (endorser: string) => `${endorser} saw`,
  },

  decide: {
    title: 'Your decision',
    approve: 'Approve this',
    counts: (time: string) => `Counts with ${time}, the smallest time confirmed.`,
    otherTime: 'Count another time',
    minutes: 'Hours that count',
    minutesNote: 'As 58, 58.5 or 58:30.',
    minutesReason: 'Why another time',
    /** What asks for its reason first. */
    reasoned: {
      return: {
        title: 'Return with a question',
        reason: (student: string) => `What does ${student} need to add or change?`,
        note: 'It goes back as a next version, to be confirmed anew.',
        button: 'Return',
      },
      decline: {
        title: 'Decline with a reason',
        reason: (student: string) => `What do you tell ${student}?`,
        note: 'It does not count. A next version can be confirmed and reviewed anew.',
        button: 'Decline',
      },
      rescind: {
        title: 'Take the approval back',
        reason: (student: string) => `What do you tell ${student}?`,
        note: 'It stops counting at once, and the student is told why.',
        button: 'Take it back',
      },
    },
    waits: 'It is with those who were asked. You can return it to the student already.',
    unconfirmed: 'Too few people have confirmed it to approve it. You can return it, or decline it.',
    nothing: 'Nothing is to be decided here at the moment.',
  },
  past: {
    title: 'Decided so far',
    undone: 'undone',
    version: (version: number) => `version ${version}`,
    minutes: (time: string) => `Counted with ${time}.`,
  },

  done: {
    approved: (title: string) => `Approved: ${title}.`,
    approvedMany: (count: number) => times(count, 'One approved.', `${capital(spell(count))} approved.`),
    leftOut: ({ titles, count, why }: { titles: readonly string[]; count: number; why: string }) => {
      const named = titles.slice(0, NAMED).map(title => `“${short(title)}”`)
      const others = count - named.length
      const rest = named.length > 0 ? times(others, 'one other', `${spell(others)} others`) : spell(others)
      const all = list(others > 0 ? [...named, rest] : named)
      return `${capital(all)} ${times(count, 'was', 'were')} not approved. ${why}`
    },
    notThere: 'It is not there any more, or not yours to review.',
    undo: 'Undo',
    undone: 'Undone. It waits for you again.',
    returned: (student: string) => `Returned. ${student} has the question.`,
    declined: (student: string) => `Declined. ${student} is told why.`,
    rescinded: (student: string) => `Taken back. ${student} is told why.`,
  },
}
