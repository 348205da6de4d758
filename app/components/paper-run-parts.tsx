import { useForm, type SubmissionResult } from '@conform-to/react'
import { paperOutcomes, paperRunPath, shareOfPapers, type PaperCounts, type PaperRunState } from '~/domain/paper-run'
import { useWords } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { Form } from './form'
import { HiddenFields } from './inputs'
import { Table, Terms } from './table'

/** A bar with its words while it goes on, and how many there are of each outcome. */
export function PaperOutcomes({ counts, state }: { counts: PaperCounts; state: PaperRunState }) {
  const { messages: { paperRuns: words }, format } = useWords()
  const share = shareOfPapers(counts)
  const terms = paperOutcomes
    .filter(outcome => counts[outcome] > 0)
    .map(outcome => ({ name: words.outcome[outcome], value: <span className="num">{format.number(counts[outcome])}</span> }))
  return (
    <>
      {state === 'working' && (
        <div className="mb-6">
          <progress className="upload-bar" max={100} value={share} aria-label={words.outcomes} />
          <p className="label" role="status">{words.progress(share)}</p>
        </div>
      )}
      <Terms terms={terms} />
    </>
  )
}

type Refused = { position: number; name: string; credential: string | null; reason: string }

export function PapersRefused({ refused }: { refused: readonly Refused[] }) {
  const { paperRuns: words } = useWords().messages
  const said = ({ name, credential }: Refused) => (credential ? words.named(name || words.nobodyNamed, credential) : name || words.nobodyNamed)
  const rows = refused.map(each => ({ key: String(each.position), cells: [said(each), each.reason] }))
  return <Table caption={words.left} columns={[{ title: words.student }, { title: words.why }]} rows={rows} />
}

type Props = { id: string; state: PaperRunState; waiting: number; reply: SubmissionResult<string[]> | null }

/** Stops what goes on, or goes on with what was stopped. Without script the link looks again. */
export function PaperRunActs({ id, state, waiting, reply }: Props) {
  const { paperRuns: words } = useWords().messages
  const [form] = useForm<Record<string, string>>({ id: 'act', lastResult: reply })
  if (state !== 'working' && !(state === 'cancelled' && waiting > 0)) return null
  const isWorking = state === 'working'
  return (
    <Form form={form} className="mt-8 grid gap-3">
      <HiddenFields values={{ act: isWorking ? 'stop' : 'goOn' }} />
      <div className="flex flex-wrap gap-3">
        {isWorking && <LinkButton to={paperRunPath(id)}>{words.look}</LinkButton>}
        <SubmitButton tone={isWorking ? 'quiet' : 'second'}>{isWorking ? words.stop : words.goOn}</SubmitButton>
      </div>
      <p className="label">{isWorking ? words.stopNote : words.goOnNote(waiting)}</p>
    </Form>
  )
}
