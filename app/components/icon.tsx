import { icons, type IconName } from './icons'

export type { IconName }

type Props = { name: IconName; size?: number; className?: string }

/** One element, always beside a word: what it means is said there. */
export function Icon({ name, size = 18, className }: Props) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: icons[name] }}
    />
  )
}
