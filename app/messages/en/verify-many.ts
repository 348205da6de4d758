import { plural } from './numbers'

/** Many credentials at once, for whoever reads applications. */
export const verifyMany = {
  title: 'Verify many credentials',
  heading: 'Check many credentials at once',
  intro: 'Up to 200, from us or from anyone else, each on its own. We keep nothing you put here.',
  files: 'Files',
  filesHint: 'Choose several, or one ZIP with all of them: JSON, JWT, PNG, SVG or PDF, 20 MB together.',
  pasted: 'Or their addresses, one on each line',
  check: 'Check all',
  one: 'Check a single one',
  refused: {
    nothing: 'Choose the files, or paste the addresses of the credentials.',
    tooMany: (most: number) => `These are more than ${most}. Check them in several goes.`,
    tooLarge: 'These files are longer than 20 MB together. Check them in several goes.',
    notAnAddress: (text: string) => `“${text}” is not an address. Put one on each line, each with https:// before it.`,
    tooMuchInside: (name: string) =>
      `${name} holds more than 200 files, or longer ones than can be read here. Check them in several goes.`,
    brokenArchive: (name: string) => `${name} can’t be opened. Make it again, or choose the files themselves.`,
    busy: 'Others are checking many credentials just now. Try again in a minute; nothing was kept of these.',
  },
  tooLate: 'There was no time left to check this one. Check it again, with fewer others.',
  results: (count: number) => plural(count, { one: 'One credential checked', other: '# credentials checked' }),
  columns: {
    name: 'File or address', answer: 'Answer', credential: 'Credential', to: 'Awarded to', issuer: 'Issuer', why: 'Why',
  },
  show: 'Show',
  all: (count: number) => `All (${count})`,
  choice: (words: string, count: number) => `${words} (${count})`,
  csv: 'Download as CSV',
  csvName: 'verified-credentials.csv',
}
