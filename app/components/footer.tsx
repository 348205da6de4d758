import type { ReactNode } from 'react'
import { useMessages } from '~/messages/messages'

/** `children` replaces the institution's name where a page has something better to say there. */
export function Footer({ institution, children }: { institution: string; children?: ReactNode }) {
  const { footer } = useMessages().common
  return (
    <footer className="mt-4 border-t border-line">
      <div className="page foot label">
        <span>{children ?? institution}</span>
        <nav className="flex flex-wrap gap-x-6" aria-label={footer.label}>
          <a className="quiet-link" href="/privacy">
            {footer.privacy}
          </a>
          <a className="quiet-link" href="/accessibility">
            {footer.accessibility}
          </a>
          <a className="quiet-link" href="/verify">
            {footer.verify}
          </a>
        </nav>
      </div>
    </footer>
  )
}
