import { db } from '~/lib/db.server'
import { findProven } from './confirmation-code.server'
import { findAsked, findEndorserPage, formOf } from './endorser-page.server'
import { typedMinutes } from './minutes'
import type { Actor, PersonActor } from './policy'

/**
 * An answered request for who wants to say it anew or take it back. Whoever came by code typed one after they
 * answered (rule 5); without that nobody is the answerer.
 */
export async function findChange(token: string | undefined, person: PersonActor | null, key: string | null) {
  const { asked, answerer: visitor, path } = await findAsked(token, person, key)
  const page = await findEndorserPage(asked, visitor)
  const receipt = page.stage === 'receipt' ? page : null
  const since = visitor?.kind === 'endorser' && receipt?.said?.endorsedAt
  const answerer = since ? await findProven(asked, key, since) : visitor
  return { asked, answerer, path, receipt }
}

/** The form again, with what was said. */
export async function findAmendment(asked: Parameters<typeof formOf>[0], answerer: Actor) {
  const said = await db.endorsement.findFirstOrThrow({
    where: { requestId: asked.id, withdrawnAt: null },
    include: { judgements: true },
  })
  const { judgements, confirmedMinutes } = said
  return {
    page: await formOf(asked, answerer),
    typed: {
      confirmedRole: said.confirmedRole,
      confirmedStart: said.confirmedStart,
      confirmedEnd: said.confirmedEnd,
      confirmedMinutes: typedMinutes(confirmedMinutes),
      judgements: asked.revision.claims.map(({ id }) => {
        const judged = judgements.find(({ claimId }) => claimId === id)
        return { claimId: id, answer: judged?.levelId ?? judged?.outcome, comment: judged?.comment }
      }),
      endorsementComment: said.endorsementComment,
      confidentialNote: said.confidentialNote,
      relationship: said.relationship,
      basis: said.basis,
      name: said.name,
      roleTitle: said.roleTitle,
      organisation: said.organisation,
      shownAs: said.shownAs,
    },
  }
}
