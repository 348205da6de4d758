import { useLocation } from '@remix-run/react'
import { useMessages } from '~/messages/messages'
import type { Reader } from './header'
import { Icon, type IconName } from './icon'
import { Menu } from './menu'
import { doorsFor, isHere } from './navigation'

const AT_MOST = 4

/** The phone's bar: the first ways, logging an activity in the middle of them, and the rest under "More". */
export function TabBar({ person }: { person: Reader }) {
  const { nav } = useMessages().common
  const { pathname } = useLocation()
  const isStudent = person.roles.includes('student')
  const doors = doorsFor(person.roles)
  const room = isStudent ? 2 : AT_MOST
  const rest = doors.length > room ? doors.slice(isStudent ? 2 : AT_MOST - 1) : []
  const shown = doors.slice(0, doors.length - rest.length)
  return (
    <nav className="tabs" aria-label={nav.bottom}>
      {shown.map(({ to, words, icon }) => (
        <Tab key={to} to={to} icon={icon} words={nav[words]} path={pathname} />
      ))}
      {isStudent && <Tab to="/activities/new" icon="plus" words={nav.log} path={pathname} isAct />}
      {rest.length > 0 && (
        <Menu label={nav.more} summary={<MoreTab words={nav.more} />} summaryClass="tab" isUpward>
          {rest.map(({ to, words, icon }) => (
            <li key={to}>
              <a className="panel-row" href={to} aria-current={isHere(to, pathname) ? 'page' : undefined}>
                <Icon name={icon} />
                {nav[words]}
              </a>
            </li>
          ))}
        </Menu>
      )}
    </nav>
  )
}

type TabProps = { to: string; icon: IconName; words: string; path: string; isAct?: boolean }

function Tab({ to, icon, words, path, isAct }: TabProps) {
  const isCurrent = isAct ? path === to : isHere(to, path) && path !== '/activities/new'
  return (
    <a className={isAct ? 'tab tab-act' : 'tab'} href={to} aria-current={isCurrent ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{words}</span>
    </a>
  )
}

function MoreTab({ words }: { words: string }) {
  return (
    <>
      <Icon name="ellipsis" />
      <span>{words}</span>
    </>
  )
}
