import { dayOf } from '~/domain/day'
import { findHouse } from '~/domain/institution.server'
import { originOf } from '~/domain/issuer.server'
import { mayKeepPapers, type Actor } from '~/domain/policy'
import type { Signatory } from '~/domain/signatory'
import { now } from '~/lib/clock.server'
import { allowed, Refusal } from '~/lib/refusal'
import { sha256 } from '~/lib/token.server'
import { housePapers } from '~/messages/en/house-papers'
import { messagesIn } from '~/messages/messages'
import { paperLanguageOf } from '~/messages/paper-languages'
import { paperWordsIn } from '~/messages/papers'
import type { CertificateFacts } from './certificate'
import type { PaperHouse } from './house-look'
import { houseOn } from './house-look.server'
import { printOnce } from './print-once.server'
import { printer } from './printer.server'

const { specimenOf: said, signatories: words } = housePapers

/** The certificate nobody earned, in the look of now: marked on every page, with nothing inside and no seal. */
export async function printSpecimen(actor: Actor): Promise<Uint8Array<ArrayBuffer> | { uncovered: string }> {
  allowed(mayKeepPapers(actor))
  const at = now()
  const house = await houseOn(dayOf(at, (await findHouse()).timeZone))
  const facts = await specimenFacts(house, at)
  const { language } = facts
  const pdf = await printOnce(JSON.stringify(['specimen', language, facts.institution.name, facts.awarded.words, house.print]), renderer => renderer.renderCertificate(facts))
  if (pdf instanceof Uint8Array) return new Uint8Array(pdf)
  const { format } = paperWordsIn(language, 'UTC', at)
  return { uncovered: messagesIn(language).credential.uncovered(format.list(pdf.uncovered)) }
}

/** Before somebody is added: one who can't be printed would keep every paper from being printed. Throws Refusal. */
export async function refuseUnprintable({ name, role }: Signatory): Promise<void> {
  const { language, timeZone } = await findHouse()
  const { format } = paperWordsIn(language, timeZone, now())
  const renderer = await printer()
  for (const [field, text] of Object.entries({ name, role })) {
    const uncovered = await renderer.uncoveredCharacters(text, language)
    if (uncovered.length > 0) throw new Refusal(words.uncovered(format.list(uncovered)), field)
  }
}

async function specimenFacts({ look, signatories }: PaperHouse, at: Date): Promise<CertificateFacts> {
  const house = await findHouse()
  const { messages, format } = paperWordsIn(paperLanguageOf(house.language), house.timeZone, at)
  const today = format.dayOf(at)
  const bytes = new TextEncoder().encode('{}')
  const level = (position: number) => ({ word: said.scale[position - 1] ?? '', position, of: said.scale.length })
  return {
    language: messages.language,
    words: messages.certificate,
    isSpecimen: true,
    kind: 'MicroCredential',
    institution: { name: house.name, unit: house.office, country: format.country(house.country), signatories, look },
    learner: { name: said.holder },
    programme: {
      title: said.programme,
      description: said.description,
      emblem: { seed: house.slug, title: said.programme, issuer: house.name, level: 2 },
    },
    level: { word: messages.programme.level.intermediate, position: 2, of: 3 },
    workload: { notionalMinutes: 75 * 60, confirmedMinutes: 80 * 60 },
    credit: messages.catalogue.credits(3),
    awarded: { on: new Date(`${today}T12:00:00Z`), words: format.day(today) },
    competencies: said.competencies.map((name, at) => ({ name, code: '', level: level(1 + ((at + 2) % 4)) })),
    scale: said.scale,
    endorsers: said.endorsers.map(name => ({ name, standing: said.standing, assurance: said.assurance, month: format.month(today) })),
    elements: [],
    activities: [{ title: said.activity, period: format.months(today, today), minutes: 80 * 60 }],
    credential: { number: '0000-0000-0000-0000', url: `${originOf(house)}/verify`, bytes, digest: sha256(bytes) },
  }
}
