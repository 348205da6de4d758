import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { AccountFields } from '~/components/account-fields'
import { Autosave } from '~/components/autosave'
import { LinkButton, SubmitButton } from '~/components/button'
import { ClaimFields, type ClaimableShown } from '~/components/claim-fields'
import { HintAndError } from '~/components/field'
import { Form } from '~/components/form'
import { HiddenFields } from '~/components/inputs'
import { LogFoot, LogFrame } from '~/components/log-frame'
import { titled } from '~/components/titled'
import { TowardsAside } from '~/components/towards'
import { ClaimsForm, type ClaimsTyped } from '~/domain/activity-forms.server'
import { claimCompetencies } from '~/domain/activity.server'
import { listClaimable } from '~/domain/claimable.server'
import { findDraftStep } from '~/domain/draft-step.server'
import { lookAhead, prospectiveOf } from '~/domain/prospect.server'
import { submit } from '~/lib/form.server'
import { onward } from '~/lib/onward.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ log }) => log.claims.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  const draft = await findDraftStep(student, params.activityId, 'claims')
  const [claimable, ahead] = await Promise.all([
    listClaimable(student.institutionId, draft),
    lookAhead(student),
  ])
  const { id, revision, status, narrative, situation, task, action, result, learning } = draft
  return {
    id,
    revision,
    seen: draft.seen,
    status,
    account: { narrative, situation, task, action, result, learning },
    claimable: claimable.map(competency => ({ ...competency, seekers: ahead.seekers(competency) })),
    towards: ahead.towards(prospectiveOf(draft)),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const form = await request.formData()
  return submit(form, ClaimsForm, async claims => {
    await claimCompetencies(student, shownBy(params, form), claims)
    return onward(form, `/activities/${params.activityId}/evidence`)
  })
}

export default function Claims() {
  const { id, revision, seen, status, account, claimable, towards } = useLoaderData<typeof loader>()
  const { log } = useMessages()
  const [form, fields] = useForm<ClaimsTyped>({
    id: 'claims',
    defaultValue: { claims: claimable.map(asTyped), account },
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  const isFresh = claimable.every(({ claimed }) => claimed === null)
  const byId = new Map(claimable.map(competency => [competency.id, competency]))
  return (
    <LogFrame
      step="claims"
      activityId={id}
      status={status}
      title={log.claims.title}
      note={log.claims.note}
      aside={<TowardsAside towards={towards} />}
    >
      <Form form={form} className="form py-7">
        <HiddenFields values={{ revision, seen }} />
        <div id={fields.claims.id} tabIndex={-1} className="grid gap-3">
          <HintAndError field={fields.claims} />
          {fields.claims.getFieldList().map(claim => {
            const competency = byId.get(claim.getFieldset().competencyId.initialValue ?? '')
            return (
              competency && (
                <ClaimFields
                  key={claim.key}
                  claim={claim}
                  competency={competency}
                  isSuggested={isFresh && competency.comesWithIt}
                />
              )
            )
          })}
        </div>
        <AccountFields account={fields.account} />
        <Autosave />
        <LogFoot>
          <SubmitButton>{log.claims.next}</SubmitButton>
          <LinkButton to={`/activities/${id}/when`}>{log.back}</LinkButton>
        </LogFoot>
      </Form>
    </LogFrame>
  )
}

function asTyped({ id, claimed }: ClaimableShown) {
  return { competencyId: id, levelId: claimed?.levelId ?? '', narrative: claimed?.narrative ?? '' }
}
