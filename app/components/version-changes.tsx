import type { ReactNode } from 'react'
import type { Change, Stretch } from '~/domain/revision-changes'
import type { VersionNames } from '~/domain/revision-changes.server'
import { useWords, type Words } from '~/messages/messages'
import { Terms } from './table'

type Props = { changes: readonly Change[]; names: VersionNames }

/** What a version says differently: struck through what went, underlined what came. */
export function VersionChanges({ changes, names }: Props) {
  const words = useWords()
  return (
    <Terms
      terms={changes.map(change => ({
        name: change.of === 'claim' ? (names[change.competencyId] ?? '') : words.messages.versions.of[change.of],
        value: <Said change={change} names={names} words={words} />,
      }))}
    />
  )
}

function Said({ change, names, words }: { change: Change; names: VersionNames; words: Words }) {
  const { messages: { versions, log, activity }, format } = words
  switch (change.of) {
    case 'category':
      return <Turned from={log.category[change.from]} to={log.category[change.to]} />
    case 'participation':
      return <Turned from={activity.participation[change.from]} to={activity.participation[change.to]} />
    case 'sensitivity':
      return <Turned from={log.what.sensitivities[change.from]} to={log.what.sensitivities[change.to]} />
    case 'activityStartDate':
    case 'activityEndDate': {
      const told = (day: string | null) => (day ? format.day(day) : versions.nothing)
      return <Turned from={told(change.from)} to={told(change.to)} />
    }
    case 'isOngoing':
    case 'isPaid':
    case 'isCreditBearing':
    case 'isMandatory':
      return <Turned from={change.to ? versions.no : versions.yes} to={change.to ? versions.yes : versions.no} />
    case 'minutes':
      return <Turned from={format.hours(change.from)} to={format.hours(change.to)} />
    case 'timeEntries': {
      const told = (entries: typeof change.added) =>
        entries.map(({ day, minutes, note }) => versions.entry(format.day(day), format.hours(minutes), note))
      return <CameAndWent came={told(change.added)} went={told(change.removed)} />
    }
    case 'evidence':
      return <CameAndWent came={change.added} went={change.removed} />
    case 'claim': {
      const told = (levelId: string | null) => (levelId ? (names[levelId] ?? '') : versions.notClaimed)
      return (
        <>
          {change.from !== change.to && <Turned from={told(change.from)} to={told(change.to)} />}
          <ChangedText stretches={change.stretches} />
        </>
      )
    }
    default:
      return <ChangedText stretches={change.stretches} />
  }
}

function Turned({ from, to }: { from: string; to: string }) {
  return (
    <p>
      <Gone>{from}</Gone> <Come>{to}</Come>
    </p>
  )
}

export function ChangedText({ stretches }: { stretches: readonly Stretch[] }) {
  if (stretches.length === 0) return null
  return (
    <p className="max-w-[66ch] whitespace-pre-line">
      {stretches.map(({ words, in: where }, at) => {
        if (where === 'newer') return <Come key={at}>{words}</Come>
        if (where === 'older') return <Gone key={at}>{words}</Gone>
        return <span key={at}>{words}</span>
      })}
    </p>
  )
}

function CameAndWent({ came, went }: { came: readonly string[]; went: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {went.map((words, at) => (
        <li key={`went ${at}`}>
          <Gone>{words}</Gone>
        </li>
      ))}
      {came.map((words, at) => (
        <li key={`came ${at}`}>
          <Come>{words}</Come>
        </li>
      ))}
    </ul>
  )
}

/** Said in words too: few screen readers tell of struck or underlined text. */
export function Come({ children }: { children: ReactNode }) {
  const { versions } = useWords().messages
  return (
    <ins className="change-in">
      <span className="sr-only">{versions.added}: </span>
      {children}
    </ins>
  )
}

export function Gone({ children }: { children: ReactNode }) {
  const { versions } = useWords().messages
  return (
    <del className="change-out">
      <span className="sr-only">{versions.removed}: </span>
      {children}
    </del>
  )
}
