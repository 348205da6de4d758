import { STANDARD_LOOK } from '~/documents/house-look'
import type { PrintedSheet } from '~/documents/record-sheet'
import type { RecordSheet, SheetPart } from '~/domain/record-sheet'

/** A sheet with so much in it, about somebody of that name. */
export function printedSheetOf(name: string, amount: number, changes: Partial<RecordSheet> = {}): PrintedSheet {
  const sheet: RecordSheet = {
    language: 'en',
    kind: 'Activity sheet',
    title: 'Saturday shifts at the food bank',
    holder: name,
    about: 'A sheet from the record of Northbridge University, as at 18 June 2026.',
    institution: { name: 'Northbridge University', legalName: 'Northbridge University', office: 'Office of Student Life', country: 'Ireland' },
    number: '7D3C-1A54-9F0E-4B7A',
    madeOn: '18 June 2026',
    attachment: 'The signed record of the activity (Open Badges 3.0)',
    parts: partsOf(name, amount),
    ...changes,
  }
  return {
    sheet,
    foot: 'Page {page} of {pages}',
    look: STANDARD_LOOK,
    madeAt: new Date('2026-06-18T00:00:00Z'),
    signed: new TextEncoder().encode('{"type":["VerifiableCredential","OpenBadgeCredential"]}'),
  }
}

function partsOf(name: string, amount: number): SheetPart[] {
  const each = <Made>(make: (at: number) => Made) => Array.from({ length: amount }, (_, at) => make(at))
  const words = Array.from({ length: amount }, (_, at) => `${at + 1}. ${name} counted the stock, planned the shift and opened the door.`).join(' ')
  return [
    { title: 'What it was', blocks: [{ terms: [{ term: 'Activity', meaning: 'Saturday shifts' }, { term: 'Confirmed hours', meaning: '30 h' }] }] },
    { title: 'What the student reports', blocks: [{ words }] },
    {
      title: 'What was shown', note: 'The highest level that somebody confirmed',
      blocks: each(at => ({ reached: { name: `Collaboration ${at + 1}`, level: { word: 'Proficient', position: 3, of: 4 }, descriptor: 'Works with people who differ, and says what they agreed.' } })),
    },
    {
      title: 'Who confirmed it',
      blocks: each(at => ({ quote: `${name} was there every week.`, by: `Ben Ortiz ${at + 1}, Students’ Union, 3 June 2026`, known: 'They signed in with the university.' })),
    },
    { title: 'Evidence', blocks: [{ terms: each(at => ({ term: `${name} ${at + 1}`, meaning: `SHA-256 ${'0123456789abcdef'.repeat(4)}` })) }] },
  ]
}
