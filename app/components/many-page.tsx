import { useForm, type SubmissionResult } from '@conform-to/react'
import type { ManyPage as Page } from '~/domain/many-page.server'
import type { ManyTyped } from '~/domain/many-form.server'
import { typedMinutes } from '~/domain/minutes'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { ManyLevels } from './many-levels'
import { ManyRow } from './many-row'
import { ManyFacts, ManyWords } from './many-shared'
import { Crumbs, PageTitle } from './page-title'
import { PlainForm } from './plain-form'
import { Note, Section } from './section'

type Props = {
  page: Page
  /** The page's own address. */
  action: string
  back: string
  reply: SubmissionResult<string[]> | null
}

/** The students of one activity: what they share once, a row for each, one signature. */
export function ManyPage({ page, action, back, reply }: Props) {
  const { many, waiting } = useMessages()
  const { rows, title, organisation, isMore } = page
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: back, words: waiting.all }} here={organisation} />}
        below={rows.length > 0 && many.note}
      >
        {rows.length === 0 ? many.none : many.heading(rows.length, title)}
      </PageTitle>
      {isMore && (
        <div className="pb-7">
          <Note tone="sky">{many.isMore}</Note>
        </div>
      )}
      {rows.length > 0 && <ManyForm page={page} action={action} reply={reply} />}
    </>
  )
}

function ManyForm({ page, action, reply }: Omit<Props, 'back'>) {
  const { many } = useMessages()
  const [form, fields] = useForm<ManyTyped>({ id: 'many', lastResult: reply, defaultValue: typedFrom(page) })
  const known = new Map(page.rows.map(row => [row.requestId, row]))
  return (
    <PlainForm form={form} action={action}>
      <div>
        <ManyFacts page={page} fields={fields} />
        <ManyLevels page={page} formId={form.id} />
        <section className="border-t border-line pt-7 pb-9">
          <h2>{many.rows.title}</h2>
          <p className="section-note mb-4">{many.rows.note}</p>
          <ul className="rows">
            {fields.rows.getFieldList().map(field => {
              // Whoever was confirmed a moment ago has left the list; the others keep their places in it.
              const row = known.get(field.getFieldset().requestId.initialValue ?? '')
              return row && <ManyRow key={row.requestId} field={field} row={row} page={page} />
            })}
          </ul>
        </section>
        <ManyWords page={page} fields={fields} />
        <Confirm page={page} />
      </div>
    </PlainForm>
  )
}

/** The facts as the students wrote them. Of the judgements nothing is chosen. */
function typedFrom({ rows, role, start, end, endorser }: Page) {
  return {
    confirmedRole: role ?? '',
    confirmedStart: start,
    confirmedEnd: end,
    name: endorser.name,
    organisation: endorser.organisation,
    rows: rows.map(({ requestId, revisionHash, student, minutes, claims }) => ({
      requestId,
      revisionHash,
      student: student.name,
      confirmedMinutes: typedMinutes(minutes),
      judgements: claims.map(({ id }) => ({ claimId: id })),
    })),
  }
}

function Confirm({ page: { endorser, house } }: { page: Page }) {
  const { many, endorse } = useMessages()
  const { confirm } = endorse
  return (
    <Section title={many.confirm.title}>
      <div className="grid max-w-[66ch] gap-5">
        <p className="aside-quote">{many.confirm.summary}</p>
        <p className="label">
          {endorser.isStaff ? confirm.staff(house.name) : confirm.mailbox(endorser.mailbox)}{' '}
          {confirm.record(house.name)}
        </p>
        <SubmitButton icon="signature" isWide>
          {many.confirm.button}
        </SubmitButton>
      </div>
    </Section>
  )
}
