import { db } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { wordsIn, type Words } from '~/messages/messages'
import { shownName } from './endorsement'
import { claimShown, standingOf } from './endorser-page.server'
import { findHouse } from './institution.server'
import { mayAnswer, type Actor } from './policy'
import { sheetNumber, termsBlock, type RecordSheet, type SheetBlock, type SheetPart } from './record-sheet'
import type { AskedRequest } from './request.server'
import { parseFacts } from './revision'

/** What an endorser said, for them alone: with their words as they were signed, and without their private note. */
export async function findReceiptSheet(request: AskedRequest, answerer: Actor | null) {
  allowed(answerer !== null && mayAnswer(answerer, request))
  const said = found(await findSaid(request.id))
  const house = await findHouse()
  const words = wordsIn(house.language, house.timeZone, said.endorsedAt)
  const { messages: { receiptSheet, language }, format } = words
  const on = format.day(format.dayOf(said.endorsedAt))
  const sheet: RecordSheet = {
    language,
    kind: receiptSheet.kind,
    title: parseFacts(request.revision.facts).title,
    holder: said.name,
    about: [receiptSheet.about(house.name, on), said.withdrawnAt && receiptSheet.takenBack].filter(Boolean).join(' '),
    institution: {
      name: house.name, legalName: house.legalName, office: house.office || house.legalName, country: format.country(house.country),
    },
    number: sheetNumber(said.id),
    madeOn: on,
    attachment: receiptSheet.attachment,
    parts: partsOf(said, request, { house, on }, words),
  }
  return { sheet, signed: said.document || null, madeAt: said.endorsedAt }
}

type Said = NonNullable<Awaited<ReturnType<typeof findSaid>>>

function findSaid(requestId: string) {
  return db.endorsement.findFirst({ where: { requestId }, orderBy: { endorsedAt: 'desc' }, include: { judgements: true } })
}

interface Around {
  house: { name: string; contactEmail: string }
  on: string
}

function partsOf(said: Said, request: AskedRequest, around: Around, words: Words): SheetPart[] {
  const { parts } = words.messages.receiptSheet
  const comment = said.endorsementComment
  const all: SheetPart[] = [
    { title: parts.what, blocks: [confirmed(said, request, around.on, words)] },
    { title: parts.saw, blocks: judged(said, request, words) },
    { title: parts.said, blocks: comment ? [{ words: comment }] : [] },
    { title: parts.how, blocks: [known(said, words)] },
    { title: parts.next, blocks: [next(request, said, around, words)] },
  ]
  return all.filter(({ blocks }) => blocks.length > 0)
}

function confirmed(said: Said, { revision, activity }: AskedRequest, on: string, { messages: { receiptSheet: { terms } }, format }: Words): SheetBlock {
  const { title, organisation } = parseFacts(revision.facts)
  return termsBlock([
    { term: terms.activity, meaning: [title, organisation].filter(Boolean).join(', ') },
    { term: terms.student, meaning: activity.student.usedName },
    { term: terms.role, meaning: said.confirmedRole },
    { term: terms.when, meaning: format.period(said.confirmedStart, said.confirmedEnd) },
    { term: terms.hours, meaning: format.hours(said.confirmedMinutes) },
    { term: terms.on, meaning: on },
  ])
}

/** A level with the rubric’s words; what was not seen, or not yet at a level, is said as plainly. */
function judged({ judgements }: Said, { revision }: AskedRequest, { messages }: Words): SheetBlock[] {
  return revision.claims.map(claimShown).map(({ id, name, of, levels }): SheetBlock => {
    const given = judgements.find(({ claimId }) => claimId === id)
    const level = levels.find(each => each.id === given?.levelId)
    const comment = given?.comment ?? ''
    if (!level) {
      const word = messages.endorsement.outcome[given?.outcome === 'notYet' ? 'notYet' : 'notObserved']
      return { terms: [{ term: name, meaning: messages.receiptSheet.judged(word, comment) }] }
    }
    const descriptor = [level.descriptor, comment].filter(Boolean).join('\n')
    return { reached: { name, level: { word: level.name, position: level.position, of }, descriptor } }
  })
}

function known(said: Said, { messages: { receiptSheet: { terms }, endorsement } }: Words): SheetBlock {
  return termsBlock([
    { term: terms.shown, meaning: [shownName(said), said.roleTitle, said.organisation].filter(Boolean).join(', ') },
    { term: terms.known, meaning: endorsement.assurance[said.assurance] },
    { term: terms.relationship, meaning: endorsement.relationship[said.relationship] },
    { term: terms.basis, meaning: endorsement.basis[said.basis] },
    { term: terms.named, meaning: endorsement.namedBy[said.namedBy] },
  ])
}

function next({ activity, revisionId }: AskedRequest, said: Said, { house }: Around, { messages: { receiptSheet, endorse } }: Words): SheetBlock {
  const { terms } = receiptSheet
  const open = endorse.receipt.next[standingOf(activity, revisionId)](activity.student.usedName)
  return termsBlock([
    { term: terms.next, meaning: said.withdrawnAt ? receiptSheet.takenBack : open },
    { term: terms.takeBack, meaning: said.withdrawnAt ? '' : receiptSheet.takeBack(house.contactEmail) },
    { term: terms.kept, meaning: receiptSheet.kept(house.name) },
    { term: terms.note, meaning: said.confidentialNote ? receiptSheet.note : '' },
  ])
}
