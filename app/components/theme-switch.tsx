import { useLocation } from '@remix-run/react'
import type { FormEvent } from 'react'
import { useMessages } from '~/messages/messages'
import { Icon } from './icon'

const YEAR = 365 * 24 * 3600

/**
 * Both directions are there and the style sheet shows the one that applies, because only the browser knows
 * what the system asks for. Without script the form posts to /theme, which sets the same cookie.
 */
export function ThemeSwitch({ isRow }: { isRow?: boolean }) {
  const { theme } = useMessages().common
  const { pathname, search } = useLocation()
  const look = isRow ? 'panel-row' : 'icon-btn'
  return (
    <form method="post" action="/theme" onSubmit={switchHere}>
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button
        className={`${look} to-dark`}
        name="theme"
        value="dark"
        aria-label={isRow ? undefined : theme.toDark}
      >
        <Icon name="moon" size={20} />
        {isRow && theme.toDark}
      </button>
      <button
        className={`${look} to-light`}
        name="theme"
        value="light"
        aria-label={isRow ? undefined : theme.toLight}
      >
        <Icon name="sun" size={20} />
        {isRow && theme.toLight}
      </button>
    </form>
  )
}

function switchHere(event: FormEvent<HTMLFormElement>) {
  const { nativeEvent } = event
  const button = nativeEvent instanceof SubmitEvent && nativeEvent.submitter
  if (!(button instanceof HTMLButtonElement)) return
  event.preventDefault()
  document.documentElement.dataset['theme'] = button.value
  document.cookie = `theme=${button.value}; path=/; max-age=${YEAR}; samesite=lax`
}
