const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** What the rules about people and accounts say when they say no. */
export const people = {
  weakPassword: 'Choose at least ten characters, and not your address.',
  wrongPassword: 'Your present password is another one.',
  wrongSignIn: 'This address and this password do not belong together. Try again, or choose a new password.',
  addressTaken: 'Somebody has this address already. Sign in with it, or choose a new password.',
  linkOver: 'This link was used already or has run out. Ask for a new one.',
  notOurDomain: (domains: string[]) =>
    `Use your university address, ending in ${anyOf.format(
      domains.map(domain => `@${domain}`),
    )}. With any other address you need an invitation.`,
  writeAddress: 'Write the address the letter goes to, such as name@university.example.',
  writeName: 'Write the name as it should stand on documents.',
  chooseRole: 'Choose a role.',
  inviteSelf: 'This is your own address. Somebody else has to decide about your roles.',
  hasAccount: 'Somebody has an account with this address. Give them the role there.',
  isInvited: 'They are invited already. Send that invitation again, or withdraw it first.',
  invitationMoved: 'This invitation was sent again a moment ago. Look once more before you send another.',
  invitationOver: 'This invitation was accepted or withdrawn, or has run out. Invite them anew if they still need one.',
  ownRoles: 'Nobody changes their own roles. Ask another administrator.',
  hasRole: 'They have this role already.',
  roleOver: 'This role has ended already.',
  eraseSelf: 'Nobody erases themselves. Ask another administrator.',
}
