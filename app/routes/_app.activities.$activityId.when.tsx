import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { Autosave } from '~/components/autosave'
import { LinkButton, SubmitButton } from '~/components/button'
import { EnterSubmits } from '~/components/enter-submits'
import { Form } from '~/components/form'
import { HiddenFields } from '~/components/inputs'
import { LogFoot, LogFrame } from '~/components/log-frame'
import { DateFields, TimeFields } from '~/components/time-fields'
import { titled } from '~/components/titled'
import { TowardsAside } from '~/components/towards'
import { timeActivity } from '~/domain/activity.server'
import { requireOwnActivity } from '~/domain/draft.server'
import { findDraftStep } from '~/domain/draft-step.server'
import { lookAhead, prospectiveOf } from '~/domain/prospect.server'
import { rhythmRows } from '~/domain/rhythm.server'
import { RhythmForm, TimeForm, type TimeTyped } from '~/domain/time-form.server'
import { withRows } from '~/lib/form-list.server'
import { submit } from '~/lib/form.server'
import { onward } from '~/lib/onward.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { useWords } from '~/messages/messages'

export const meta = titled(({ log }) => log.when.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  const draft = await findDraftStep(student, params.activityId, 'when')
  const ahead = await lookAhead(student)
  const { id, revision, status, activityStartDate, activityEndDate, isOngoing, timeEntries, opportunity } =
    draft
  return {
    id,
    revision,
    seen: draft.seen,
    status,
    activityStartDate,
    activityEndDate,
    isOngoing,
    entries: timeEntries.map(({ day, minutes, note }) => ({ day, minutes, note })),
    usual: [opportunity?.expectedMinutesMin ?? 0, opportunity?.expectedMinutesMax ?? 0] as const,
    towards: ahead.towards(prospectiveOf(draft)),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  await requireOwnActivity(student, params.activityId)
  const form = await request.formData()
  const save = (times: TimeForm) => timeActivity(student, shownBy(params, form), times)
  if (form.has('fill')) {
    return submit(form, RhythmForm, async rhythm =>
      submit(withRows(form, 'timeEntries', await rhythmRows(rhythm)), TimeForm, save),
    )
  }
  return submit(form, TimeForm, async times => {
    await save(times)
    return onward(form, `/activities/${params.activityId}/${form.has('bring') ? 'days' : 'claims'}`)
  })
}

export default function When() {
  const { id, revision, seen, status, usual, towards, ...saved } = useLoaderData<typeof loader>()
  const {
    messages: { log },
    format,
  } = useWords()
  const [form, fields] = useForm<TimeTyped>({
    id: 'when',
    defaultValue: asTyped(saved, format.hours),
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  return (
    <LogFrame
      step="when"
      activityId={id}
      status={status}
      title={log.when.title}
      aside={<TowardsAside towards={towards} />}
    >
      <Form form={form} className="form log-form">
        <EnterSubmits />
        <HiddenFields values={{ revision, seen }} />
        <DateFields fields={fields} />
        <TimeFields form={form} fields={fields} usual={usual} />
        <Autosave />
        <LogFoot>
          <SubmitButton>{log.when.next}</SubmitButton>
          <SubmitButton tone="quiet" icon="upload" name="bring" value="days">
            {log.days.bring}
          </SubmitButton>
          <LinkButton to={`/activities/${id}/what`}>{log.back}</LinkButton>
        </LogFoot>
      </Form>
    </LogFrame>
  )
}

type Saved = Pick<TimeForm, 'isOngoing' | 'activityEndDate'> & {
  activityStartDate: string | null
  entries: TimeForm['timeEntries']
}

/** With one empty line to begin with, so that the first day needs no button. */
function asTyped(
  { entries, activityStartDate, activityEndDate, isOngoing }: Saved,
  hours: (minutes: number) => string,
): TimeTyped {
  const lines = entries.map(({ minutes, ...entry }) => ({ ...entry, minutes: hours(minutes) }))
  return {
    activityStartDate: activityStartDate ?? '',
    activityEndDate,
    isOngoing,
    timeEntries: lines.length > 0 ? lines : [{ day: '', minutes: '', note: '' }],
  }
}
