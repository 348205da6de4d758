import type { Design } from '~/domain/design-page.server'
import { isGroup, type Requirement } from '~/domain/requirement'
import { useWords } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'
import { Icon } from './icon'
import { HiddenFields } from './inputs'
import { Disclosure } from './section'

export type Built = Pick<Design, 'id' | 'names' | 'faults'> & {
  shown: string
  /** The part that was touched last: its menu stands open. */
  at: string | null
}

type Props = { built: Built; requirement: Requirement; path: string; position: number; of: number }

/** One line as it reads, what is wrong with it, what can be done with it, and its parts below. */
export function DesignTree(props: Props) {
  const { messages, format } = useWords()
  const { built, requirement, path } = props
  const sentence = messages.requirement.sentence(requirement, built.names, format)
  const faults = built.faults.filter(fault => fault.path === path)
  return (
    <div id={partId(path)} tabIndex={-1} className="scroll-mt-8">
      <p className="quote">{sentence}</p>
      {faults.map(({ fault }) => (
        <p key={fault} className="field-error">
          <Icon name="circle-alert" size={16} />
          <span>{messages.programme.fault[fault]}</span>
        </p>
      ))}
      <Ways {...props} sentence={sentence} />
      {isGroup(requirement) && requirement.of.length > 0 && (
        <ol className="mt-3 grid gap-4 border-s border-line ps-5">
          {requirement.of.map((part, at) => (
            <li key={at}>
              <DesignTree
                built={built}
                requirement={part}
                path={path ? `${path}.${at}` : String(at)}
                position={at}
                of={requirement.of.length}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

export const partId = (path: string) => (path === '' ? 'part' : `part-${path.replaceAll('.', '-')}`)

function Ways({ built, requirement, path, position, of, sentence }: Props & { sentence: string }) {
  const { designBuilder: words } = useWords().messages
  const there = (query: string) => `/design/${built.id}/requirement?at=${path}&${query}#form`
  const isWhole = path === ''
  const summary = (
    <>
      {words.menu}
      <span className="sr-only">{words.menuOf(sentence)}</span>
    </>
  )
  return (
    <Disclosure summary={summary} isOpen={built.at === path}>
      <form method="post" action={`/design/${built.id}/requirement`} className="flex flex-wrap gap-2">
        <HiddenFields values={{ at: path, shown: built.shown }} />
        <LinkButton isSmall icon="pencil-line" to={there(`how=edit&kind=${requirement.kind}`)}>
          {words.edit}
        </LinkButton>
        {isGroup(requirement) && <LinkButton isSmall icon="plus" to={there('how=within')}>{words.within}</LinkButton>}
        {!(isWhole && isGroup(requirement)) && (
          <LinkButton isSmall icon="plus" to={there('how=beside')}>{words.beside}</LinkButton>
        )}
        {position > 0 && <Act act="up">{words.up}</Act>}
        {position < of - 1 && <Act act="down">{words.down}</Act>}
        <Act act="wrap">{words.wrap}</Act>
        {isGroup(requirement) && requirement.of.length > 0 && !isWhole && <Act act="dissolve">{words.dissolve}</Act>}
        <Act act="remove" isDanger>{words.remove}</Act>
      </form>
    </Disclosure>
  )
}

function Act({ act, isDanger, children }: { act: string; isDanger?: boolean; children: string }) {
  return (
    <SubmitButton isSmall tone={isDanger ? 'danger' : 'second'} name="act" value={act}>
      {children}
    </SubmitButton>
  )
}
