import type { SubmissionResult } from '@conform-to/react'
import type { Design } from '~/domain/design-page.server'
import type { PartKind, PartTyped } from '~/domain/design-part-forms.server'
import type { PartChoices } from '~/domain/design-requirement.server'
import { isGroup, type Requirement } from '~/domain/requirement'
import { useWords } from '~/messages/messages'
import { LinkButton } from './button'
import { DesignJson } from './design-json'
import { DesignPart, PartKinds } from './design-part'
import { DesignTree } from './design-tree'
import { Note, Section } from './section'

type Asked = {
  at: string
  how: 'edit' | 'within' | 'beside'
  kind: PartKind | null
  part: Requirement
  written: Partial<PartTyped>
}

type Reply = SubmissionResult<string[]> | null

type Props = {
  design: Design
  choices: PartChoices
  at: string | null
  asked: Asked | null
  json: string
  kinds: readonly PartKind[]
  reply: Reply
}

const filling = ['edit', 'within', 'beside']

/** The requirement as it reads, and beside the line in hand what is asked about it. */
export function DesignBuilder({ design, choices, at, asked, json, kinds, reply }: Props) {
  const { designBuilder: words } = useWords().messages
  const { id, requirement } = design
  const shown = design.shown.requirement
  const act = String(reply?.initialValue?.['act'] ?? '')
  const isFilling = filling.includes(act)
  return (
    <>
      {reply && !isFilling && act !== 'json' && <Refused reply={reply} />}
      {asked && (
        <Section title={titleOf(asked, words)} note={<Near {...asked} design={design} />} id="form">
          {asked.kind ? (
            <DesignPart {...{ id, shown, choices, ...asked, kind: asked.kind }} reply={isFilling ? reply : null} />
          ) : (
            <PartKinds {...{ id, kinds }} at={asked.at} how={asked.how} />
          )}
        </Section>
      )}
      <Section title={words.heading} note={words.note}>
        <Standing design={design} />
        <DesignTree
          built={{ id, names: design.names, faults: design.faults, shown, at }}
          requirement={requirement}
          path=""
          position={0}
          of={1}
        />
        {isGroup(requirement) && (
          <div className="mt-6">
            <LinkButton icon="plus" to={`/design/${id}/requirement?at=&how=within#form`}>
              {words.first}
            </LinkButton>
          </div>
        )}
        <div className="mt-8">
          <DesignJson {...{ id, shown, json }} reply={act === 'json' ? reply : null} />
        </div>
      </Section>
    </>
  )
}

function titleOf({ how, kind }: Asked, words: ReturnType<typeof useWords>['messages']['designBuilder']) {
  if (how === 'edit') return words.editTitle
  return kind ? words.kinds[kind] : words.chooseTitle[how]
}

function Near({ how, part, design }: Pick<Asked, 'how' | 'part'> & { design: Design }) {
  const { messages, format } = useWords()
  return messages.designBuilder.near[how](messages.requirement.sentence(part, design.names, format))
}

function Standing({ design: { faults, requirement } }: { design: Design }) {
  const { designBuilder: words } = useWords().messages
  if (isGroup(requirement) && requirement.of.length === 0) return <p className="mb-4">{words.isEmpty}</p>
  if (faults.length > 0) return null
  return (
    <div className="mb-6">
      <Note tone="laurel">{words.sound}</Note>
    </div>
  )
}

function Refused({ reply }: { reply: NonNullable<Reply> }) {
  const sentences = Object.values(reply.error ?? {}).flatMap(errors => errors ?? [])
  return (
    <div className="pb-6" role="alert">
      <Note tone="clay">{sentences.join(' ')}</Note>
    </div>
  )
}
