import sharp from 'sharp'
import type { NoArtwork } from '~/messages/en/design-artwork'
import { zip } from './zip'

/** A picture that a designer brings: what is in it, and what must become of it. */
export interface Brought {
  what: string
  bytes: Buffer
  /** Why it is refused; or kept, without these bytes. */
  becomes: { refused: NoArtwork } | { without?: string }
}

const svg = (inside: string, attributes = 'viewBox="0 0 24 24"', before = '') =>
  Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`)
const disc = '<circle cx="12" cy="12" r="10" fill="#1b4f77"/>'
export const plainDrawing = svg(disc)

/** Drawn for half a minute before it is given up, unless somebody stops it. */
export function endlessDrawing() {
  const uses = Array.from({ length: 9 }, (_, at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(10)}</g>`)
  return svg(`<g id="a0">${disc}</g>${uses.join('')}`)
}

export const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } })

export async function broughtArtwork(): Promise<Brought[]> {
  return [...(await pictures()), ...(await bombs()), ...drawings(), ...badDrawings()]
}

async function pictures(): Promise<Brought[]> {
  const place = { IFD0: { Copyright: 'somebody-in-particular' }, IFD3: { GPSLatitude: '53/1 20/1 0/1', GPSLatitudeRef: 'N' } }
  const jpeg = await photo(600, 400).withExif(place).jpeg().toBuffer()
  const png = await photo(300, 300).png().toBuffer()
  return [
    { what: 'a photo that says where it was taken', bytes: jpeg, becomes: { without: 'somebody-in-particular' } },
    { what: 'a photo that was held upright', bytes: await photo(600, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer(), becomes: {} },
    { what: 'a picture for print, in four inks', bytes: await photo(400, 400).toColourspace('cmyk').jpeg().toBuffer(), becomes: {} },
    { what: 'a picture of sixteen bits a colour', bytes: await photo(400, 400).toColourspace('rgb16').png().toBuffer(), becomes: {} },
    { what: 'a WebP', bytes: await photo(400, 300).webp().toBuffer(), becomes: {} },
    { what: 'a picture with a page inside', bytes: Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]), becomes: { without: '<script' } },
    { what: 'a picture with a zip file behind it', bytes: Buffer.concat([png, zip([{ name: 'evil.html', content: 'evil' }])]), becomes: { without: 'evil' } },
  ]
}

async function bombs(): Promise<Brought[]> {
  const png = await photo(300, 300).png().toBuffer()
  const huge = Buffer.from(png)
  huge.writeUInt32BE(60_000, 16)
  huge.writeUInt32BE(60_000, 20)
  const frames = [png, await photo(300, 300).negate().png().toBuffer()]
  const moving = await sharp(frames, { join: { animated: true } }).webp().toBuffer()
  const animated = Buffer.concat([png.subarray(0, 33), chunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])), png.subarray(33)])
  return [
    { what: 'nothing', bytes: Buffer.alloc(0), becomes: { refused: 'nothing' } },
    { what: '3.6 billion pixels in a few bytes', bytes: huge, becomes: { refused: 'tooLarge' } },
    { what: 'a picture that is cut off', bytes: png.subarray(0, 80), becomes: { refused: 'unreadable' } },
    { what: 'a WebP that moves', bytes: moving, becomes: { refused: 'moving' } },
    { what: 'a PNG that moves', bytes: animated, becomes: { refused: 'moving' } },
    { what: 'a GIF', bytes: await photo(300, 300).gif().toBuffer(), becomes: { refused: 'kind' } },
    { what: 'a stamp of 40 pixels', bytes: await photo(40, 40).png().toBuffer(), becomes: { refused: 'tooSmall' } },
    { what: 'a picture of nothing', bytes: await sharp({ create: { width: 300, height: 300, channels: 4, background: '#0000' } }).png().toBuffer(), becomes: { refused: 'empty' } },
    { what: 'a page', bytes: Buffer.from('<!doctype html><script>alert(1)</script>'), becomes: { refused: 'kind' } },
    { what: 'a program', bytes: Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200)]), becomes: { refused: 'kind' } },
  ]
}

function drawings(): Brought[] {
  const gradient = '<style>.a{fill:url(#g)}</style><linearGradient id="g"><stop stop-color="red"/></linearGradient><rect class="a" width="24" height="24"/>'
  return [
    { what: 'a drawing', bytes: plainDrawing, becomes: {} },
    { what: 'a drawing that says what it is before it begins', bytes: svg(disc, 'viewBox="0 0 24 24"', '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'), becomes: {} },
    { what: 'a drawing that refers to its own parts', bytes: svg(`${gradient}<g id="d">${disc}</g><use href="#d"/><use xlink:href = '#d'/>`), becomes: {} },
    { what: 'a drawing that says it is 100,000 wide', bytes: svg(disc, 'width="100000" height="100000" viewBox="0 0 24 24"'), becomes: {} },
    { what: 'a drawing that listens for a click', bytes: svg(disc, 'viewBox="0 0 24 24" onload="alert(1)"'), becomes: { without: 'alert' } },
  ]
}

function badDrawings(): Brought[] {
  const laughs = [...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')
  const utf16 = Buffer.from(`\ufeff${svg('<script>alert(1)</script>').toString()}`, 'utf16le')
  const refused = (what: string, why: NoArtwork, bytes: Buffer): Brought => ({ what, bytes, becomes: { refused: why } })
  return [
    refused('a drawing with a script', 'script', svg(`<script>fetch("https://evil.example")</script>${disc}`)),
    refused('a script under another name', 'script', svg(`<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>${disc}`)),
    refused('a link that runs', 'script', svg(`<a href="javascript:alert(1)">${disc}</a>`)),
    refused('a drawing that unfolds a billion times', 'entities', svg('<text>&j;</text>', '', `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${laughs}]>`)),
    refused('a drawing that reads a file of ours', 'entities', svg('<text>&x;</text>', '', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
    refused('a drawing that includes a file of ours', 'holdsOther', svg('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>')),
    refused('a drawing with a photo from elsewhere', 'holdsOther', svg('<image href="http://169.254.169.254/latest" width="24" height="24"/>')),
    refused('a drawing with a page inside', 'holdsOther', svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">hello</body></foreignObject>')),
    refused('a drawing that uses another file', 'leadsOutside', svg('<use href="other.svg#a"/>')),
    refused('a drawing that is styled from elsewhere', 'leadsOutside', svg(`<style>@import "https://evil.example/a.css";</style>${disc}`)),
    refused('a drawing that is filled from elsewhere', 'leadsOutside', svg('<rect width="9" height="9" fill="url( https://evil.example/#a)"/>')),
    refused('a drawing with a style sheet before it', 'leadsOutside', svg(disc, '', '<?xml-stylesheet href="#a"?>')),
    refused('a drawing in letters that are read twice', 'kind', utf16),
    refused('a drawing that says it is in other letters', 'unreadable', svg(disc, '', '<?xml version="1.0" encoding="UTF-7"?>')),
    refused('a drawing that does not end', 'unreadable', plainDrawing.subarray(0, -6)),
    refused('a drawing of a megabyte', 'longDrawing', svg(`<!--${'a'.repeat(1_000_000)}-->${disc}`)),
    refused('a drawing of nothing', 'empty', svg('')),
  ]
}

function chunk(type: string, content: Buffer) {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), content, sum])
}
