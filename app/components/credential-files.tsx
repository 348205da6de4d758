import { useMessages } from '~/messages/messages'
import { languageNames, paperLanguages, type PaperLanguage } from '~/messages/paper-languages'
import { Icon, type IconName } from './icon'
import { Qr } from './qr'
import { Section } from './section'

type Props = {
  path: string
  /** Where a QR code would lead; null while nobody would find anything there. */
  url: string | null
  hasCertificate: boolean
}

/** Every form it can be taken away in; the QR code where a phone could scan it. */
export function CredentialFiles({ path, url, hasCertificate }: Props) {
  const { credential, elsewhere, bundle } = useMessages()
  return (
    <Section title={credential.take} note={credential.takeNote}>
      <div className="grid gap-x-12 gap-y-6 sm:grid-cols-[minmax(0,1fr)_auto]">
        <ul className="rows">
          {hasCertificate && (
            <FileRow
              href={`${path}.pdf`}
              icon="file-check"
              name={credential.certificate}
              note={credential.certificateNote}
              languages={paperLanguages}
            />
          )}
          <FileRow
            href={`${path}.json`}
            icon="award"
            name={credential.json}
            note={credential.jsonNote}
            isDownload
          />
          <FileRow href={`${path}.jwt`} icon="file-text" name={credential.jwt} note={credential.jwtNote} isDownload />
          <FileRow
            href={`${path}.png`}
            icon="file-image"
            name={elsewhere.badge}
            note={elsewhere.badgeNote}
            isDownload
          />
          <FileRow
            href={`${path}.svg`}
            icon="file-image"
            name={elsewhere.badgeDrawing}
            note={elsewhere.badgeDrawingNote}
            isDownload
          />
          <FileRow
            href={`${path}/because.json`}
            icon="scale"
            name={credential.because}
            note={credential.becauseNote}
          />
          <FileRow href={`${path}.zip`} icon="archive" name={bundle.name} note={bundle.open} isDownload />
        </ul>
        {url && (
          <div className="text-center max-sm:hidden">
            <Qr value={url} label={credential.qr} />
            <p className="label mt-2">{credential.qrNote}</p>
          </div>
        )}
      </div>
    </Section>
  )
}

type RowProps = { href: string; icon: IconName; name: string; note: string; isDownload?: boolean; languages?: readonly PaperLanguage[] }

function FileRow({ href, icon, name, note, isDownload = false, languages = [] }: RowProps) {
  return (
    <li className="flex items-start gap-3">
      <Icon name={icon} size={20} className="tint-laurel mt-0.5" />
      <span className="min-w-0">
        <a className="quiet-link block font-medium leading-6" href={href} download={isDownload} data-file>
          {name}
        </a>
        <span className="label block">{note}</span>
        {languages.length > 0 && (
          <span className="label flex flex-wrap gap-x-4">
            {languages.map(language => (
              <a key={language} className="quiet-link min-w-6 leading-6" href={`${href}?language=${language}`} lang={language} hrefLang={language} data-file>
                {languageNames[language]}
              </a>
            ))}
          </span>
        )}
      </span>
    </li>
  )
}
