import { useMessages } from '~/messages/messages'

const stem = 'M11.7 26.6C14.8 20.4 20 12.6 26.6 6.4'
const leaves =
  'M12.2 27C7.89 27 3.45 22.6 2.75 17.22C8.11 18.1 12.36 22.69 12.2 27ZM15 20.54C13.15 19.18 12.92 16.15' +
  ' 14.67 13.95C16.63 15.96 16.71 19 15 20.54ZM15 20.54C15.72 18.35 18.53 17.2 21.17 18.18C19.86 20.67 17' +
  ' 21.68 15 20.54ZM18.28 15.83C16.52 14.4 16.48 11.45 18.36 9.43C20.2 11.5 20.08 14.44 18.28 15.83ZM18.28' +
  ' 15.83C19.1 13.71 21.89 12.76 24.39 13.93C22.99 16.31 20.16 17.11 18.28 15.83ZM21.92 11.29C20.25 9.87' +
  ' 20.4 7.21 22.41 5.51C24.11 7.52 23.81 10.17 21.92 11.29ZM21.92 11.29C22.76 9.27 25.34 8.59 27.57 9.98' +
  'C26.19 12.21 23.57 12.74 21.92 11.29ZM23.91 9.09C23.46 6.55 25.6 4.14 28.71 3.99C28.75 7.1 26.47 9.39' +
  ' 23.91 9.09Z'

const drawing = {
  __html:
    `<path fill="currentColor" d="${leaves}"/>` +
    `<path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" d="${stem}"/>`,
}

/** The laurel sprig that closes into a tick. It is never mirrored. */
export function Mark({ size = 28, className }: { size?: number; className?: string }) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      dangerouslySetInnerHTML={drawing}
    />
  )
}

export function Brand({ to = '/' }: { to?: string }) {
  const { common } = useMessages()
  return (
    <a className="brand" href={to} aria-label={common.homeOf}>
      <Mark />
      <span className="brand-name">{common.brand}</span>
    </a>
  )
}
