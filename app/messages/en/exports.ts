/** What the careers service and the registrar take along of what is on record. */
export const exports = {
  page: 'Exports',
  heading: 'What do you need on file?',
  below: {
    all: 'Approved work and credentials of everybody else. What is confidential stays out; what is sensitive has its public title.',
    shared: 'What students have shared: credentials with a public page, and activities of shared transcripts.',
  },
  kind: 'What',
  kinds: { activities: 'Approved activities', credentials: 'Credentials' },
  format: 'As',
  formats: { csv: 'Table (CSV)', xlsx: 'Spreadsheet (XLSX)', json: 'For programs (JSON)' },
  search: 'Student, activity or organisation',
  unit: 'Unit',
  any: 'Any',
  take: 'Take the file',
  note: 'That you took it, how many rows and how it was narrowed is kept on record. Names and words are not.',
  toExports: 'Take records along',
  /** Of the columns. */
  columns: {
    student: 'Student', number: 'Student number', programme: 'Programme of study', title: 'Activity', organisation: 'Organisation',
    role: 'Role', category: 'Kind', from: 'From', to: 'To', hours: 'Confirmed hours', levels: 'Competencies and levels',
    endorsers: 'Endorsers', assurance: 'How endorsers are known', approved: 'Approved on', credential: 'Credential',
    type: 'Type', awarded: 'Awarded', until: 'Valid until', state: 'State', address: 'Address',
  },
  states: { valid: 'Valid', expired: 'Expired', revoked: 'Revoked' },
}
