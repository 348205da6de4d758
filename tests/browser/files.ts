import PDFDocument from 'pdfkit'
import sharp from 'sharp'

/** Real files, as a student has them: a report, a photograph from a phone, some notes. */
export async function realFiles() {
  return {
    report: { name: 'report.pdf', mimeType: 'application/pdf', buffer: await pdf('Rota and handover, October to April') },
    photo: { name: 'cold-store.jpg', mimeType: 'image/jpeg', buffer: await photo() },
    notes: { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Heavy at the bottom, eggs last. Grüße, спасибо, 谢谢.\n') },
  }
}

function pdf(words: string): Promise<Buffer> {
  return new Promise(resolve => {
    const document = new PDFDocument()
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.text(words)
    document.end()
  })
}

/** On its side, and with the place where it was taken. */
function photo() {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#5e9e7f' } })
    .withExif({ IFD0: { Copyright: 'Northbridge' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 20/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}
