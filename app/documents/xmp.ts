import { clean } from './characters'

export interface About {
  title: string
  author: string
  subject: string
  /** BCP 47. */
  language: string
  /** Of the content: the same content always carries the same moment. */
  date: Date
}

export const PRODUCER = 'Vouch'

/** The document's metadata as XMP (ISO 16684-1); the PDF/A part and level are added by pdfkit. */
export function xmp({ title, author, subject, language, date }: About): string {
  const moment = `${date.toISOString().slice(0, 19)}Z`
  return [
    description('xmlns:dc="http://purl.org/dc/elements/1.1/"', [
      element('dc:title', alternatives(title)),
      element('dc:creator', list('Seq', author)),
      element('dc:description', alternatives(subject)),
      element('dc:language', list('Bag', language)),
    ]),
    description('xmlns:xmp="http://ns.adobe.com/xap/1.0/"', [
      element('xmp:CreateDate', moment),
      element('xmp:ModifyDate', moment),
      element('xmp:CreatorTool', PRODUCER),
    ]),
    description('xmlns:pdf="http://ns.adobe.com/pdf/1.3/"', [element('pdf:Producer', PRODUCER)]),
    description('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', [element('pdfuaid:part', '1')]),
    description(EXTENSION_NAMESPACES, [element('pdfaExtension:schemas', PDFUA_SCHEMA)]),
  ].join('\n')
}

function alternatives(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`
}

function list(kind: 'Seq' | 'Bag', text: string): string {
  return `<rdf:${kind}><rdf:li>${escape(text)}</rdf:li></rdf:${kind}>`
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`
}

function description(namespaces: string, elements: string[]): string {
  return `<rdf:Description rdf:about="" ${namespaces}>${elements.join('')}</rdf:Description>`
}

function escape(text: string): string {
  return clean(text).replace(/[<>&'"]/g, character => `&#${character.charCodeAt(0)};`)
}

const EXTENSION_NAMESPACES = [
  'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
].join(' ')

/** PDF/A accepts a property it doesn't know only together with its schema (ISO 19005-3, 6.6.2.3.3). */
const PDFUA_SCHEMA = `<rdf:Bag>${resource([
  element('pdfaSchema:schema', 'PDF/UA identification schema'),
  element('pdfaSchema:namespaceURI', 'http://www.aiim.org/pdfua/ns/id/'),
  element('pdfaSchema:prefix', 'pdfuaid'),
  element('pdfaSchema:property', `<rdf:Seq>${resource([
    element('pdfaProperty:name', 'part'),
    element('pdfaProperty:valueType', 'Integer'),
    element('pdfaProperty:category', 'internal'),
    element('pdfaProperty:description', 'Part of ISO 14289 the document follows'),
  ])}</rdf:Seq>`),
])}</rdf:Bag>`

function resource(elements: string[]): string {
  return `<rdf:li rdf:parseType="Resource">${elements.join('')}</rdf:li>`
}
