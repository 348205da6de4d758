/** An account made from an endorser's link. */
export const account = {
  title: 'An account of your own',
  offer: 'Asked more often? Make an account, and need no more codes',
  heading: (address: string) => `An account for ${address}.`,
  note: (institution: string) =>
    `You sign in instead of typing a code, and find here all you were asked and what you answered. ` +
    `It changes nothing of how ${institution} records what you confirm.`,
}
