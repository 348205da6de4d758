import { useMessages } from '~/messages/messages'
import { LinkButton } from './button'
import { CopyField } from './copy-field'
import { Qr, qrFile } from './qr'
import { Section } from './section'

interface Props {
  /** Of the public page. */
  url: string
  linkedIn: string
  /** HTML for any page. */
  snippet: string
  /** Of the downloaded QR code, without an ending. */
  fileName: string
}

/** What goes with the public page, while it is on. */
export function ShareElsewhere({ url, linkedIn, snippet, fileName }: Props) {
  const { elsewhere: words } = useMessages()
  return (
    <Section title={words.title} note={words.note}>
      <ul className="rows">
        <li className="flex flex-wrap items-center justify-between gap-3">
          <span>
            {words.linkedInNote} <span className="label block">{words.linkedInAsks}</span>
          </span>
          <LinkButton to={linkedIn} icon="external-link">
            {words.linkedIn}
          </LinkButton>
        </li>
        <li>
          <p className="mb-3">{words.snippetNote}</p>
          <CopyField label={words.snippet} value={snippet} copy={words.copy} copied={words.copied} />
        </li>
        <li className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Qr value={url} label={words.qrLabel} size={148} />
          <div className="grid gap-3">
            <p>{words.qrNote}</p>
            <p>
              <LinkButton to={qrFile(url)} icon="download" isDownload={`${fileName}.svg`}>
                {words.qrFile}
              </LinkButton>
            </p>
          </div>
        </li>
      </ul>
    </Section>
  )
}
