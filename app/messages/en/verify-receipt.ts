/** What somebody keeps of a check, on paper or as a PDF. */
export const verifyReceipt = {
  title: 'Receipt',
  at: 'Checked on',
  by: 'Checked by',
  what: 'What was checked',
  digest: 'Its SHA-256',
  pasted: 'A text that was pasted',
  print: 'Print this page, or keep it as a PDF, and you have a receipt.',
}
