import type { ReactNode } from 'react'
import { fieldOfElement } from '~/domain/design-fields'
import type { AchievementType, ElementState, Lack, SaidBy } from '~/domain/programme'
import { useMessages } from '~/messages/messages'
import { Icon } from './icon'
import { Disclosure } from './section'
import { Sprig } from './sprig'

type Props = {
  id: string
  type: AchievementType
  elements: readonly ElementState[]
  lacks: readonly Lack[]
  /** The form stands on this page, so that a missing element leads to its field. */
  isOpen: boolean
}

const speakers = ['programme', 'institution', 'issue'] as const satisfies readonly SaidBy[]

/** Which of the European standard elements are there, who says them, and the way to what is missing. */
export function DesignMeter({ id, type, elements, lacks, isOpen }: Props) {
  const { meter } = useMessages().design
  const mandatory = elements.filter(({ isMandatory }) => isMandatory)
  const optional = elements.filter(({ isMandatory }) => !isMandatory)
  const there = (among: readonly ElementState[]) => among.filter(({ isComplete }) => isComplete).length
  const counts = meter.counts(there(mandatory), mandatory.length, there(optional), optional.length)
  return (
    <section aria-labelledby="meter" className="grid content-start gap-4">
      <div>
        <h2 id="meter" className="text-[1.375rem]">
          {meter.title}
        </h2>
        <p>{counts}</p>
        <div className="mt-3">
          <Sprig elements={mandatory.map(({ isComplete }) => isComplete)} label={counts} />
        </div>
      </div>
      {speakers.map(saidBy => (
        <Missing key={saidBy} {...{ id, isOpen, saidBy }} elements={elements.filter(each => each.saidBy === saidBy)} />
      ))}
      <Further {...{ id, isOpen }} lacks={lacks.filter(lack => lack === 'judgement' || lack === 'assessor')} />
      {type !== 'MicroCredential' && <p className="label">{meter.notNeeded}</p>}
      <Complete elements={elements.filter(({ isComplete }) => isComplete)} />
    </section>
  )
}

type MissingProps = { id: string; isOpen: boolean; saidBy: SaidBy; elements: readonly ElementState[] }

function Missing({ id, isOpen, saidBy, elements }: MissingProps) {
  const { design, programme } = useMessages()
  const missing = elements.filter(({ isComplete }) => !isComplete)
  if (missing.length === 0) return null
  return (
    <div>
      <h3>{design.meter.saidBy[saidBy]}</h3>
      <ul className="mt-2 grid gap-2">
        {missing.map(({ element, isMandatory }) => (
          <Line key={element} {...{ id, isOpen, lack: element }}>
            {programme.element[element]} {!isMandatory && <span className="label">({design.meter.optional})</span>}
          </Line>
        ))}
      </ul>
    </div>
  )
}

function Further({ id, isOpen, lacks }: { id: string; isOpen: boolean; lacks: readonly Lack[] }) {
  const { design, programme } = useMessages()
  if (lacks.length === 0) return null
  return (
    <div>
      <h3>{design.meter.notYet}</h3>
      <ul className="mt-2 grid gap-2">
        {lacks.map(lack => (
          <Line key={lack} {...{ id, isOpen, lack }}>
            {programme.element[lack]}
          </Line>
        ))}
      </ul>
    </div>
  )
}

type LineProps = { id: string; isOpen: boolean; lack: Lack; children: ReactNode }

function Line({ id, isOpen, lack, children }: LineProps) {
  const { design } = useMessages()
  const field = fieldOfElement[lack]
  const isBuilt = field === 'requirement'
  return (
    <li className="flex gap-2">
      <Icon name="circle-dashed" className="tint-amber mt-1 shrink-0" />
      <div>
        <p>{children}</p>
        {!field && <p className="label">{design.meter.byOffice}</p>}
        {field && (isOpen || isBuilt) && (
          <a className="link" href={isBuilt ? `/design/${id}/requirement` : `#design-${field}`}>
            {design.meter.write}
          </a>
        )}
      </div>
    </li>
  )
}

function Complete({ elements }: { elements: readonly ElementState[] }) {
  const { design, programme } = useMessages()
  return (
    <Disclosure summary={design.meter.done(elements.length)}>
      <ul className="grid gap-1">
        {elements.map(({ element, saidBy }) => (
          <li key={element}>
            {programme.element[element]} <span className="label">{design.meter.saidBy[saidBy]}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
