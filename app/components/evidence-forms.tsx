import { useForm, type FieldMetadata, type SubmissionResult } from '@conform-to/react'
import { useState, type FormEvent } from 'react'
import { limits } from '~/domain/activity'
import { acceptAttribute } from '~/domain/evidence'
import { useMessages } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { Checkbox } from './choices'
import { useFileForm } from './evidence-file-form'
import { EvidenceProgress } from './evidence-progress'
import { EvidenceUnfinished, type Unfinished } from './evidence-unfinished'
import { Form } from './form'
import { FileInput, HiddenFields, TextArea, TextInput } from './inputs'
import { LogFoot } from './log-frame'
import { Disclosure } from './section'

/** Which of them an answer is for; what could not be removed is told in the first. */
const kindOf = (reply: Props['reply']) => reply?.initialValue?.['kind'] ?? 'file'

type Described = { name: string; description?: string; showsPeople?: boolean }
type Typed = Described & { file: File; url: string; text: string }
const kinds = ['file', 'link', 'text'] as const
type Kind = (typeof kinds)[number]

type Props = { revision: number; formKey: string; reply: SubmissionResult<string[]> | null }
type PageProps = Props & {
  activityId: string
  /** How many there are of each: one more, and its form begins anew. The others keep what stands in them. */
  held: Readonly<Record<'link' | 'text', number>>
  unfinished: readonly Unfinished[]
}

/**
 * Three ways to add a piece, each a form of its own: a mistake in one never costs what stands in another.
 * The way on sends the form that was touched last, without script the files, so that nothing is left behind.
 */
export function EvidenceForms({ activityId, held, unfinished, ...props }: PageProps) {
  const { log } = useMessages()
  const { evidence } = log
  const [touched, setTouched] = useState<Kind>('file')
  const isBack = (kind: Kind) => kindOf(props.reply) === kind
  const touch = ({ target }: FormEvent) => {
    if (target instanceof Element) setTouched(kinds.find(kind => target.closest(`#${kind}`)) ?? touched)
  }
  const { queue, sendFiles, left } = useFileForm(activityId, unfinished)
  return (
    <>
      <section className="grid gap-5 border-t border-line py-7" onInput={touch}>
        <h2>{evidence.file}</h2>
        <EvidenceUnfinished activityId={activityId} revision={props.revision} uploads={left} />
        <EvidenceProgress queue={queue} />
        <div onSubmitCapture={sendFiles}>
          <OneForm {...props} kind="file" />
        </div>
        <Disclosure summary={evidence.link} isOpen={isBack('link')}>
          <OneForm key={held.link} {...props} kind="link" />
        </Disclosure>
        <Disclosure summary={evidence.text} isOpen={isBack('text')}>
          <OneForm key={held.text} {...props} kind="text" />
        </Disclosure>
      </section>
      <LogFoot>
        <SubmitButton form={touched} name="next" value="on">
          {evidence.next}
        </SubmitButton>
        <LinkButton to={`/activities/${activityId}/claims`}>{log.back}</LinkButton>
      </LogFoot>
    </>
  )
}

function OneForm({ kind, revision, formKey, reply }: Props & { kind: Kind }) {
  const { evidence } = useMessages().log
  const [form, fields] = useForm<Typed>({
    id: kind,
    lastResult: kindOf(reply) === kind ? reply : null,
  })
  const add = { file: evidence.addFile, link: evidence.addLink, text: evidence.addText }
  return (
    <Form form={form} isUpload={kind === 'file'} className="grid gap-5">
      <HiddenFields values={{ revision, kind, formKey }} />
      {kind === 'file' && (
        <FileInput
          field={fields.file}
          label={evidence.chooseFile}
          accept={acceptAttribute}
          isMultiple
          hint={form.status === 'error' ? evidence.again : evidence.fileHint}
        />
      )}
      {kind === 'link' && (
        <TextInput field={fields.url} type="url" label={evidence.url} hint={evidence.urlHint} />
      )}
      {kind === 'text' && (
        <TextArea field={fields.text} label={evidence.words} rows={6} maxLength={limits.narrative} />
      )}
      <Described fields={fields} isNameOptional={kind === 'file'} />
      <div>
        <SubmitButton tone="second" icon={kind === 'file' ? 'upload' : 'plus'}>
          {add[kind]}
        </SubmitButton>
      </div>
    </Form>
  )
}

type DescribedFields = Required<{ [Name in keyof Described]: FieldMetadata<Described[Name], Typed> }>

function Described({ fields, isNameOptional }: { fields: DescribedFields; isNameOptional: boolean }) {
  const { evidence } = useMessages().log
  return (
    <>
      <TextInput
        field={fields.name}
        label={evidence.name}
        hint={isNameOptional ? evidence.nameOfFileHint : evidence.nameHint}
        isOptional={isNameOptional}
        maxLength={limits.title}
      />
      <TextInput
        field={fields.description}
        label={evidence.description}
        isOptional
        maxLength={limits.claim}
      />
      <Checkbox field={fields.showsPeople}>{evidence.showsPeople}</Checkbox>
    </>
  )
}
