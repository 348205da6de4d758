/** Of the pieces of evidence of a version, as endorsers and reviewers read them. */
export const evidence = {
  none: 'None was added.',
  link: 'A link, whose content we do not fix',
  text: 'In words',
  opens: 'opens in a new window',
}
