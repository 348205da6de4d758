import type { Words } from '~/messages/messages'
import { scaleOf } from './sheet-words'
import type { ShownCredential } from './shown-credential'

/** A credential as it is spoken of where its address is passed on. */
export interface Elsewhere {
  title: string
  description: string
  institution: string
  url: string
  /** Of the picture, in words. */
  alt: string
}

/** What is not shared, or does not stand, is shown nowhere but on its own page. */
export function isShownElsewhere({ isPublic, answer }: Pick<ShownCredential, 'isPublic' | 'answer'>): boolean {
  return isPublic && answer !== 'revoked' && answer !== 'failed'
}

export function elsewhereOf({ sheet, url, awardedDate }: ShownCredential, words: Words): Elsewhere {
  const { messages: { credential, elsewhere }, format } = words
  const { holder, issuer, programme } = sheet
  const sentence = elsewhere.sentence(
    credential.certifies(issuer.name), holder, credential.earned[programme.type], programme.title,
  )
  const day = format.day(format.dayOf(awardedDate))
  return {
    title: credential.title(programme.title, holder),
    description: [sentence, scaleOf(sheet, words), elsewhere.awarded(day)].join(' '),
    institution: issuer.name,
    url,
    alt: sentence,
  }
}

export const cardAddress = (url: string) => `${url}/card.png`

/** Where programs of other sites ask how to show it. */
export function oembedAddress(url: string): string {
  return `${new URL('/oembed', url).href}?${new URLSearchParams({ url, format: 'json' })}`
}

interface LinkedPicture {
  href: string
  src: string
  width: number
  height: number
  alt: string
}

/** For any page: a picture that leads to the credential, without script. */
export function linkedPicture({ href, src, width, height, alt }: LinkedPicture): string {
  return `<a href="${escaped(href)}"><img src="${escaped(src)}" width="${width}" height="${height}" alt="${escaped(alt)}"></a>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, character => ENTITIES[character] ?? character)

type Certified = Pick<ShownCredential, 'sheet' | 'url' | 'number' | 'awardedDate' | 'validUntil'>

/** What a holder takes to other sites. */
export function takenElsewhere(credential: Certified, words: Words): { linkedIn: string; snippet: string } {
  const { sheet: { programme, holder }, url } = credential
  const alt = words.messages.credential.title(programme.title, holder)
  return {
    linkedIn: linkedInAddress(credential, words),
    snippet: linkedPicture({ href: url, src: `${url}.png`, width: BADGE, height: BADGE, alt }),
  }
}

const BADGE = 200

/** Where LinkedIn takes an entry for one's profile: the number is the one people read out, never an id. */
function linkedInAddress({ sheet, url, number, awardedDate, validUntil }: Certified, { format }: Words): string {
  const month = (at: Date) => format.dayOf(at).split('-', 2).map(part => String(Number(part)))
  const [issueYear = '', issueMonth = ''] = month(awardedDate)
  const [expirationYear = '', expirationMonth = ''] = validUntil ? month(validUntil) : []
  return `https://www.linkedin.com/profile/add?${new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: sheet.programme.title,
    organizationName: sheet.issuer.name,
    issueYear,
    issueMonth,
    ...(validUntil && { expirationYear, expirationMonth }),
    certUrl: url,
    certId: number,
  })}`
}
