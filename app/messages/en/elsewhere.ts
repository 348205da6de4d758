/** A credential shown on other sites, and taken along to them. */
export const elsewhere = {
  sentence: (certifies: string, holder: string, earned: string, programme: string) =>
    `${certifies} ${holder} ${earned} ${programme}.`,
  awarded: (day: string) => `Awarded ${day}.`,
  facts: (level: string, hours: string, day: string) => `${level}, ${hours}, awarded ${day}`,
  check: (host: string) => `Check it at ${host}`,

  title: 'Show it elsewhere',
  note: 'What you put there goes with the public page: switch that off, and it is gone there too.',
  linkedIn: 'Add it to LinkedIn',
  linkedInNote: 'LinkedIn opens with everything filled in. You look it over there, and save it.',
  linkedInAsks: 'LinkedIn learns nothing before you press this.',
  snippet: 'For a page of your own',
  snippetNote: 'The emblem, which leads to the public page. It holds no script and counts no visitors.',
  copy: 'Copy',
  copied: 'Copied',
  qr: 'QR code',
  qrNote: 'To print, or to put on a slide: it leads to the public page.',
  qrLabel: 'QR code with the address of the public page',
  qrFile: 'Download the QR code',

  picture: 'Picture',
  pictureNote: 'PNG of the emblem with the signed credential inside. Upload it where badges are taken.',
  drawing: 'Drawing',
  drawingNote: 'SVG, the same in any size.',
  badge: 'Open Badge as a picture',
  badgeNote: 'PNG, with the signed data inside',
  badgeDrawing: 'Open Badge as a drawing',
  badgeDrawingNote: 'SVG, with the signed data inside',
}
