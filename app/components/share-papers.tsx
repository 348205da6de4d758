import { useMessages } from '~/messages/messages'
import { LinkButton } from './button'
import type { IconName } from './icon'
import { Section } from './section'

/** Every form its holder takes it away in; the certificate, once its QR code leads somewhere. */
export function SharePapers({ id, hasCertificate, isShared }: { id: string; hasCertificate: boolean; isShared: boolean }) {
  const { credentials, elsewhere, bundle } = useMessages()
  const { panel } = credentials
  const path = `/credentials/${id}`
  return (
    <Section title={panel.take}>
      <ul className="rows">
        {hasCertificate && (
          <li className="flex flex-wrap items-center justify-between gap-3">
            <span>{isShared ? panel.certificateReady : panel.certificateNote}</span>
            {isShared && (
              <LinkButton to={`${path}.pdf`} icon="file-check">
                {credentials.certificate}
              </LinkButton>
            )}
          </li>
        )}
        <FileRow href={`${path}.png`} icon="file-image" name={elsewhere.picture} note={elsewhere.pictureNote} />
        <FileRow href={`${path}.svg`} icon="file-image" name={elsewhere.drawing} note={elsewhere.drawingNote} />
        <FileRow href={`${path}.json`} icon="download" name={credentials.json} note={panel.jsonNote} />
        <FileRow href={`${path}.jwt`} icon="file-text" name={credentials.jwt} note={panel.jwtNote} />
        <li className="flex flex-wrap items-center justify-between gap-3">
          <span className="min-w-0 max-w-[52ch]">{bundle.open}</span>
          <LinkButton to={`${path}/bundle`} icon="archive">{bundle.name}</LinkButton>
        </li>
      </ul>
    </Section>
  )
}

function FileRow({ href, icon, name, note }: { href: string; icon: IconName; name: string; note: string }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3">
      <span className="min-w-0 max-w-[52ch]">{note}</span>
      <LinkButton to={href} icon={icon} isDownload>
        {name}
      </LinkButton>
    </li>
  )
}
