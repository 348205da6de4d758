import type { DesignRow } from '~/domain/design-list.server'
import { useWords, type Words } from '~/messages/messages'
import { Status, statusOf } from './status'

/** A programme a row, under it its versions from the newest down. */
export function DesignList({ rows }: { rows: readonly DesignRow[] }) {
  const { messages } = useWords()
  return (
    <ul className="rows" aria-label={messages.design.label}>
      {rows.map(row => (
        <li key={row.id} className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
          <div className="min-w-0">
            <h2 className="text-base font-medium">
              <a className="quiet-link" href={`/design/${row.id}`}>
                {row.title}
              </a>
            </h2>
            <Kind version={row.versions[0]} />
          </div>
          <ul className="grid gap-2">
            {row.versions.map(version => (
              <Version key={version.id} version={version} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

type VersionProps = { version: DesignRow['versions'][number] }

function Kind({ version }: { version: VersionProps['version'] | undefined }) {
  const { catalogue, programme } = useWords().messages
  if (!version) return null
  return (
    <p className="label">{catalogue.kind(programme.type[version.achievementType], programme.level[version.level])}</p>
  )
}

function Version({ version }: VersionProps) {
  const words = useWords()
  const { design } = words.messages
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <a className="link" href={`/design/${version.id}`}>
        {design.version(version.version)}
      </a>
      <Status {...statusOf(words, 'programme', version.status)} />
      <span className="label">{whoHasIt(version, words)}</span>
    </li>
  )
}

function whoHasIt({ status, maker, publisher, publishedAt, reviewDate }: VersionProps['version'], words: Words) {
  const { messages: { design }, format } = words
  switch (status) {
    case 'draft':
      return maker ? design.withMaker(maker) : design.withSomebody
    case 'inReview':
      return maker ? design.waits(maker) : design.waitsForSomebody
    case 'published': {
      const published = publishedAt && design.publishedOn(format.on(publishedAt), publisher)
      return [published, reviewDate && design.reviewBy(format.day(reviewDate))].filter(Boolean).join('; ')
    }
    case 'retired':
      return null
  }
}
