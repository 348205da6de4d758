/** What somebody could put into a name, and what of it is printed. */
export const hostileNames = {
  'XML': 'A & B <c> ]]> <!-- &amp; "quoted" \'too\'',
  'PDF operators': 'Ana) Tj ET Q endstream endobj << /S /JavaScript >> (\\) \\051',
  'turned directions': '\u202eanA\u202c \u2067Duarte\u2069 \u200f\u061c',
  'controls': 'Ana\u0000\u0008\u001b[31m\tDuarte\r\n\ufeff\u{e0041}',
  'one letter, endless': 'A'.repeat(5000),
  'words, endless': 'Ana Duarte '.repeat(454),
  'Arabic, endless': 'ع'.repeat(5000),
  'Hebrew and Latin by turns': 'aע'.repeat(2500),
  'brackets by turns': '(א)'.repeat(1666),
  'Thai, endless': 'น้ำผึ้ง'.repeat(714),
  'one Indic syllable, endless': 'क्'.repeat(2500),
  'one Indic word, endless': 'क्षत्रिय'.repeat(625),
  'Han, endless': '王小明'.repeat(1666),
  'marks, endless': `e${'\u0301'.repeat(4999)}`,
  'vowels without a consonant': 'ि'.repeat(40),
} as const
