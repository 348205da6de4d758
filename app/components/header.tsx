import { useLocation } from '@remix-run/react'
import type { Role } from '~/domain/people'
import { useMessages, type Messages } from '~/messages/messages'
import { Brand } from './brand'
import { Icon } from './icon'
import { Menu } from './menu'
import { doorsFor, isHere } from './navigation'
import { ThemeSwitch } from './theme-switch'

export type Reader = { name: string; roles: readonly Role[] }

export function Header({ person }: { person: Reader }) {
  const { common } = useMessages()
  return (
    <header className="head">
      <div className="page head-row">
        <Brand />
        <Ways roles={person.roles} />
        <div className="ms-auto flex items-center gap-2">
          {person.roles.includes('student') && <LogButton nav={common.nav} />}
          <div className="hidden sm:block">
            <ThemeSwitch />
          </div>
          <AccountMenu name={person.name} />
        </div>
      </div>
    </header>
  )
}

/** The ways open to a person, where there is room for all of them. */
export function Ways({ roles }: { roles: readonly Role[] }) {
  const { nav } = useMessages().common
  const { pathname } = useLocation()
  return (
    <nav className="nav" aria-label={nav.label}>
      {doorsFor(roles).map(({ to, words }) => (
        <a key={to} className="nav-link" href={to} aria-current={isHere(to, pathname) ? 'page' : undefined}>
          {nav[words]}
        </a>
      ))}
    </nav>
  )
}

function LogButton({ nav }: { nav: Messages['common']['nav'] }) {
  return (
    <a className="btn btn-primary btn-small hidden md:inline-flex" href="/activities/new">
      <Icon name="plus" />
      <span className="lg:hidden">{nav.log}</span>
      <span className="hidden lg:inline">{nav.logAnActivity}</span>
    </a>
  )
}

function AccountMenu({ name }: { name: string }) {
  const { account } = useMessages().common
  return (
    <Menu
      label={account.of(name)}
      summary={<span className="avatar">{initials(name)}</span>}
      summaryClass="flex min-h-10 items-center px-1"
    >
      <li>
        <a className="panel-row" href="/account">
          <Icon name="user" />
          {account.settings}
        </a>
      </li>
      <li>
        <ThemeSwitch isRow />
      </li>
      <li>
        <form method="post" action="/sign-out">
          <button className="panel-row">
            <Icon name="log-out" className="flip" />
            {account.signOut}
          </button>
        </form>
      </li>
    </Menu>
  )
}

/** The first letters of the first and the last name, by character and not by code unit. */
function initials(name: string) {
  const names = name.trim().split(/\s+/)
  const letters = [names[0], names.length > 1 ? names.at(-1) : ''].map(
    part => Array.from(part ?? '')[0] ?? '',
  )
  return letters.join('').toUpperCase()
}
