import type { ReactNode } from 'react'
import { canBeEdited, type ActivityStatus } from '~/domain/activity'
import { logSteps, type LogStep } from '~/domain/log-step'
import { useMessages } from '~/messages/messages'
import { Icon } from './icon'
import { Note } from './section'
import { Steps } from './steps'

type Props = {
  step: LogStep
  /** Null before there is a draft to go back to. */
  activityId: string | null
  status?: ActivityStatus
  title: string
  note?: ReactNode
  aside?: ReactNode
  children: ReactNode
}

/** The five pages of logging, told as three steps: what stands in the aside follows the form on a phone. */
export function LogFrame({ step, activityId, status = 'draft', title, note, aside, children }: Props) {
  const { log } = useMessages()
  return (
    <>
      <div className="title title-below">
        <Steps steps={stepsAt(step, activityId, log.steps)} label={log.steps.label} />
        <h1 className="mt-8 max-w-[28ch]">{title}</h1>
        {note && <p className="mt-2 max-w-[66ch] text-ink-soft">{note}</p>}
      </div>
      <div className="grid items-start gap-x-14 border-t border-line pb-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          {!canBeEdited(status) && <NotNow href={`/activities/${activityId}`} />}
          <fieldset className="contents" disabled={!canBeEdited(status)}>
            {children}
          </fieldset>
        </div>
        {aside && <aside className="border-t border-line py-7 lg:border-0">{aside}</aside>}
      </div>
    </>
  )
}

/** An old tab, or the way back: what it shows can be read, but not changed. */
function NotNow({ href }: { href: string }) {
  const { log } = useMessages()
  return (
    <div className="pt-7">
      <Note tone="sky">
        {log.notNow}{' '}
        <a className="link" href={href}>
          {log.seeIt}
        </a>
      </Note>
    </div>
  )
}

type Places = { what: string; when: string; who: string }

const places = [
  { name: 'what', first: 'what', pages: ['what'] },
  { name: 'when', first: 'when', pages: ['when', 'claims'] },
  { name: 'who', first: 'evidence', pages: ['evidence', 'who'] },
] as const satisfies readonly { name: keyof Places; first: LogStep; pages: readonly LogStep[] }[]

function stepsAt(step: LogStep, activityId: string | null, names: Places) {
  const reached = logSteps.indexOf(step)
  return places.map(({ name, first, pages }) => {
    const isCurrent = pages.some(page => page === step)
    const at = isCurrent
      ? ('current' as const)
      : logSteps.indexOf(first) < reached
      ? ('done' as const)
      : ('next' as const)
    return {
      name: names[name],
      at,
      ...(at === 'done' && activityId && { href: `/activities/${activityId}/${first}` }),
    }
  })
}

/** The way on, the way back, and that nothing is lost. */
export function LogFoot({ children }: { children: ReactNode }) {
  const { log } = useMessages()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-4 border-t border-line pb-7 pt-5">
      {children}
      <p className="label inline-flex items-center gap-1.5 sm:ms-auto">
        <Icon name="cloud-check" size={16} />
        {log.kept}
      </p>
    </div>
  )
}
