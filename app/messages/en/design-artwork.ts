/** Where designers give a programme a picture of its own, or leave it the one that is drawn. */
export const designArtwork = {
  page: (title: string) => `${title}: artwork`,
  title: 'The emblem',
  note: 'It stands on credentials and certificates, and wherever the programme is shown. What is published keeps the one it was published with.',
  drawn: 'Drawn',
  drawnNote: 'From the title, the level and the name of the university.',
  uploaded: 'Uploaded',
  uploadedNote: 'As it is kept: its pixels alone, in a square.',
  inUse: 'in use',
  ofVersion: { drawn: (version: string) => `${version}, drawn`, uploaded: (version: string) => `${version}, uploaded` },
  alt: (title: string) => `Emblem of the programme: ${title}`,
  spoken: (words: string) => `To whoever cannot see it, it is read out as “${words}”.`,
  change: 'A picture of your own',
  replace: 'Another picture',
  changeNote: 'It takes the place of the drawn one in this version, and in those that are made of it.',
  file: 'Picture',
  fileHint:
    'A PNG, JPEG, WebP or SVG of at most 5 MB, best a square: around anything else the square stays transparent. In an ' +
    'SVG, turn letters into outlines first.',
  again: 'Choose the picture again: browsers forget it when a page comes back.',
  upload: 'Use this picture',
  kept: 'The picture is kept. It is shown as soon as this version is published.',
  remove: 'Go back to the drawn one',
  removeNote: 'The picture is forgotten, unless another version shows it.',
  removed: 'The drawn emblem is back.',
  fixed: 'It can only be changed in a draft.',

  /** Why something cannot be the picture, and what to do instead. */
  refused: {
    none: 'Choose a picture.',
    nothing: 'This file is empty. Choose another one.',
    tooLargeFile: 'This file is larger than 5 MB. An emblem needs no more than 1024 by 1024 pixels: make it smaller.',
    kind: 'This is none of the pictures we take. Save it as a PNG, JPEG, WebP or SVG, and choose that.',
    unreadable: 'We cannot draw this picture. It may be damaged, or far too intricate. Save it as a PNG and choose that.',
    tooLarge: 'This picture has more pixels than anybody can look at. Make it 1024 by 1024, and choose that.',
    tooSmall: 'This picture is smaller than 256 pixels and would look blurred on paper. Choose a larger one.',
    moving: 'This picture moves. Choose one that stands still.',
    empty: 'Nothing can be seen in this picture. If it is an SVG, turn its letters into outlines, or save it as a PNG.',
    longDrawing: 'This SVG is longer than 1 MB. Save it as a PNG and choose that.',
    script: 'This SVG carries a program. Save it as a plain SVG or as a PNG, and choose that.',
    entities: 'This SVG defines words of its own, which could unfold without end. Save it as a plain SVG or as a PNG, and choose that.',
    holdsOther: 'This SVG holds something other than a drawing, such as a photo or a page. Save it as a PNG and choose that.',
    leadsOutside: 'This SVG leads to something outside of itself. Save it as a plain SVG or as a PNG, and choose that.',
  },
}

export type NoArtwork = keyof typeof designArtwork.refused
export type NoDrawing = Extract<NoArtwork, 'unreadable' | 'script' | 'entities' | 'holdsOther' | 'leadsOutside'>
