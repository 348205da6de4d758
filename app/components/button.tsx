import type { ReactNode } from 'react'
import { useMessages } from '~/messages/messages'
import { useIsSending } from './form'
import { Icon, type IconName } from './icon'

/** One primary button a page; the safe way out of a danger is a link. */
export type ButtonTone = 'primary' | 'second' | 'quiet' | 'danger'

type Look = { tone?: ButtonTone; isSmall?: boolean; isWide?: boolean; icon?: IconName }

/** Another address that takes the same form, in a tab of its own: what was typed stays where it is. */
type Elsewhere = { formAction: string; formTarget: '_blank' }

type SubmitProps = Look & { name?: string; value?: string; form?: string; elsewhere?: Elsewhere; children: ReactNode }

/** Keeps the focus and the reader's place while its form is on its way. */
export function SubmitButton({ name, value, form, elsewhere, icon, children, tone = 'primary', ...look }: SubmitProps) {
  const isSending = useIsSending()
  const { sending } = useMessages().common.form
  return (
    <button
      type="submit"
      {...{ name, value, form }}
      {...elsewhere}
      className={classOf({ tone, ...look })}
      aria-disabled={isSending || undefined}
    >
      {icon && <Icon name={icon} />}
      {children}
      {isSending && (
        <span className="sr-only" role="status">
          {sending}
        </span>
      )}
    </button>
  )
}

type LinkProps = Look & {
  to: string
  /** Or the file's name, where its address does not end in one. */
  isDownload?: boolean | string
  children: ReactNode
}

export function LinkButton({ to, isDownload, icon, children, tone = 'second', ...look }: LinkProps) {
  return (
    <a className={classOf({ tone, ...look })} href={to} download={isDownload || undefined}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

const classOf = ({ tone, isSmall, isWide }: Look) =>
  `btn btn-${tone}${isSmall ? ' btn-small' : ''}${isWide ? ' btn-wide' : ''}`
