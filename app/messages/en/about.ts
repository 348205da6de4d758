const forPeople = [
  {
    title: 'If you are a student',
    note: 'Private until you share it.',
    lines: [
      'We keep what you log: activities, times, evidence, reflections, and what others said about ' +
        'them, so that they can be confirmed and count towards credentials.',
      'Your coordinators and the registrar see an activity once you submit it. Endorsers see only ' +
        'the version you asked them about. Nobody else sees anything until you share it.',
      'A credential you accept says what you choose: the form of your name, who is named, which ' +
        'evidence is mentioned. Its public page exists only while you leave it switched on.',
    ],
  },
  {
    title: 'If somebody asked you to endorse',
    note: 'No account is made.',
    lines: [
      'We keep your name, your mail address, what you answered and when, and how you confirmed the ' +
        'address, because the endorsement is worth only as much as what is known about who gave it.',
      'What you write for the record can become part of a credential. The confidential note goes to ' +
        'the institution only, never to the student and never into a credential.',
      'Every mail that asks you has a link “Please do not ask me again”. We keep that wish and ' +
        'write no more.',
    ],
  },
  {
    title: 'If you check a credential',
    note: 'You need not say who you are.',
    lines: [
      'What you upload or paste is read, answered and forgotten. Our log notes that an address was ' +
        'opened, not by whom.',
      'Programs that check fetch one list for all credentials, so that nobody learns which one was ' +
        'meant.',
    ],
  },
]

const howLong = (contact: string) => ({
  title: 'How long',
  note: 'And how it ends.',
  lines: [
    'Records stay for as long as you may want to show them, also after you leave. Links in mails ' +
      'end after 30 days at the latest, sign-ins after 14 days without use.',
    'With a sign-in, and with an endorser’s visit, we keep the browser and the network address it ' +
      'came from, so that you can see where you are signed in and so that nobody endorses ' +
      'themselves.',
    `You can have everything about you erased: write to ${contact}. What must stay, such as the ` +
      'bare number and status of an awarded credential, stays without your name, so that others’ ' +
      'checks remain true.',
    'Every change is written into a chain of events that cannot be altered unnoticed. It holds ' +
      'numbers, states and fingerprints, never names, addresses or what somebody wrote.',
  ],
})

const cookies = {
  title: 'Cookies',
  note: 'Only what is needed.',
  lines: [
    'One cookie keeps you signed in, one remembers the theme you chose, one carries a word to the ' +
      'next page for ten seconds. Endorsers get two that remember in which browser they typed ' +
      'their code. There are no others.',
  ],
}

/** What is kept and why, and what is tested: short, true, in plain words. */
export const about = {
  privacy: {
    title: 'Privacy',
    heading: 'What we keep, why, and for how long.',
    intro: (institution: string) =>
      `${institution} keeps your records itself, on this system. Nothing here is sold, and nothing is ` +
      'sent to companies that advertise or count visitors.',
    sections: (contact: string) => [...forPeople, howLong(contact), cookies],
    ask: (contact: string) => `Questions, or something that is wrong: ${contact}.`,
  },
  accessibility: {
    title: 'Accessibility',
    heading: 'Made for everyone who has to use it.',
    intro: 'We work towards WCAG 2.2, level AA, on every page, in the light and in the dark theme.',
    sections: [
      {
        title: 'What you can count on',
        note: 'On every page.',
        lines: [
          'Everything works with the keyboard alone, and the focus is always seen. Every form works ' +
            'without script.',
          'Nothing is told by colour alone: each state has a word and an icon. Every picture that ' +
            'carries figures has a table or a sentence beside it.',
          'Pages fit 320 pixels without sideways scrolling and stay whole at 200 % zoom. Wide tables ' +
            'scroll inside their own region. Nothing moves when your system asks for no motion.',
          'Certificates are tagged PDF/UA files that screen readers can read in order.',
        ],
      },
      {
        title: 'How we test',
        note: 'Before each release.',
        lines: [
          'The main journey is done in a real browser with script, without script, and with the ' +
            'keyboard only.',
          'An automatic checker (axe) looks at every page of it in both themes and must find nothing. ' +
            'It finds only part of what can be wrong, so tell us what it missed.',
        ],
      },
      {
        title: 'What falls short',
        note: 'That we know of.',
        lines: [
          'Evidence that people upload is as accessible as they made it.',
          'Signed credentials as JSON are for programs; the page beside them says the same in words.',
        ],
      },
    ],
    ask: (contact: string) =>
      `If something keeps you from using a page, write to ${contact}; you get an answer and another way ` +
      'to do it.',
  },
}
