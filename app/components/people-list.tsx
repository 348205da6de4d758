import { Form as PlainForm } from '@remix-run/react'
import type { HeldRole, ListedPerson } from '~/domain/people-page.server'
import { useMessages } from '~/messages/messages'
import { LinkButton, SubmitButton } from './button'

export function PeopleSearch({ search }: { search: string }) {
  const { peopleDesk: words } = useMessages()
  return (
    <PlainForm method="get" action="/people" role="search" className="mb-6 flex flex-wrap items-center gap-3">
      <input
        className="input min-w-0 max-w-sm flex-1 basis-48"
        type="search"
        name="q"
        key={search}
        defaultValue={search}
        aria-label={words.search}
        placeholder={words.search}
      />
      <SubmitButton tone="second" icon="search">
        {words.find}
      </SubmitButton>
      {search && (
        <LinkButton tone="quiet" to="/people">
          {words.all}
        </LinkButton>
      )}
    </PlainForm>
  )
}

export function PeopleList({ people }: { people: readonly ListedPerson[] }) {
  const { peopleDesk: words } = useMessages()
  if (people.length === 0) return null
  return (
    <ul className="rows" aria-label={words.label}>
      {people.map(({ id, officialName, usedName, address, roles }) => (
        <li key={id} className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
          <div className="min-w-0">
            <a className="quiet-link font-medium" href={`/people/${id}`}>
              {officialName}
            </a>
            {usedName !== officialName && <span className="text-ink-soft"> {words.goesBy(usedName)}</span>}
            <p className="label">{address ?? words.noAddress}</p>
          </div>
          <Roles roles={roles} />
        </li>
      ))}
    </ul>
  )
}

function Roles({ roles }: { roles: readonly HeldRole[] }) {
  const { peopleDesk: words } = useMessages()
  if (roles.length === 0) return <p className="text-ink-soft">{words.noRole}</p>
  return (
    <ul>
      {roles.map(({ id, role, unit }) => (
        <li key={id}>{words.held(role, unit)}</li>
      ))}
    </ul>
  )
}

type Ways = { next: string | null; first: string | null }

/** Names go on from A to Z, so nothing here is older or newer. */
export function PeoplePager({ next, first }: Ways) {
  const { peopleDesk: words, common } = useMessages()
  if (!next && !first) return null
  return (
    <nav className="mt-6 flex flex-wrap gap-3" aria-label={common.pager.of}>
      {next && (
        <LinkButton isSmall to={next}>
          {words.next}
        </LinkButton>
      )}
      {first && (
        <LinkButton isSmall tone="quiet" to={first}>
          {words.first}
        </LinkButton>
      )}
    </nav>
  )
}
