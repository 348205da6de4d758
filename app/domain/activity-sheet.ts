import type { NameForm } from './credential'

/** What of their own a student lets the sheet tell; nothing where nothing is chosen. */
export interface SheetChoices {
  nameForm: NameForm
  reflection: boolean
  /** Ids of pieces of evidence. */
  evidence: readonly string[]
}

/** As they stand in an address, which page and PDF share. */
export function sheetChoices(query: URLSearchParams): SheetChoices {
  return {
    nameForm: query.get('name') === 'used' ? 'used' : 'official',
    reflection: query.has('reflection'),
    evidence: query.getAll('evidence'),
  }
}

export function sheetQuery({ nameForm, reflection, evidence }: SheetChoices): string {
  const said = [['name', nameForm], ...(reflection ? [['reflection', 'on']] : []), ...evidence.map(id => ['evidence', id])]
  return new URLSearchParams(said).toString()
}
