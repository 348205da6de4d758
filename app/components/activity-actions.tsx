import { canBeEdited, canBeRevised, canBeWithdrawn } from '~/domain/activity'
import type { ActivityInFull } from '~/domain/activity-page.server'
import { nextStep } from '~/domain/log-step'
import { useMessages } from '~/messages/messages'
import { LinkButton } from './button'

/** What the student can do about it now. Each leads to a page that says what follows. */
export function ActivityActions({ activity }: { activity: ActivityInFull }) {
  const { activity: { actions }, activitySheet, team } = useMessages()
  const { id, status, approvedRevisionId, revisions, continuedBy, sensitivity } = activity
  const here = `/activities/${id}`
  return (
    <>
      {canBeEdited(status) && (
        <>
          <LinkButton tone="primary" icon="pencil-line" to={`${here}/${nextStep(filledOf(activity))}`}>
            {actions.continue}
          </LinkButton>
          {(approvedRevisionId || revisions.length === 0) && (
            <LinkButton to={`${here}/removal`}>
              {approvedRevisionId ? actions.discardVersion : actions.discard}
            </LinkButton>
          )}
        </>
      )}
      {canBeWithdrawn(status) && (
        <LinkButton icon="undo-2" to={`${here}/submission`}>
          {actions.withdraw}
        </LinkButton>
      )}
      {canBeRevised(status) && (
        <LinkButton
          tone={status === 'returned' ? 'primary' : 'second'}
          icon="pencil-line"
          to={`${here}/revision`}
        >
          {status === 'returned' ? actions.answer : actions.change}
        </LinkButton>
      )}
      <LinkButton icon="users" to={`${here}/team`}>
        {team.open}
      </LinkButton>
      {approvedRevisionId && sensitivity !== 'confidential' && (
        <LinkButton icon="file-text" to={`${here}/sheet`}>
          {activitySheet.open}
        </LinkButton>
      )}
      {status !== 'draft' && revisions.length > 0 && continuedBy.length === 0 && (
        <LinkButton icon="arrow-right" to={`${here}/continuation`}>
          {actions.goOn}
        </LinkButton>
      )}
    </>
  )
}

function filledOf({ activityStartDate, minutes, claims, invitees }: ActivityInFull) {
  return { activityStartDate, minutes, hasClaims: claims.length > 0, hasInvitees: invitees.length > 0 }
}
