import type { Design } from '~/domain/design-page.server'
import { useWords } from '~/messages/messages'
import { DesignWays } from './design-ways'
import { Crumbs, PageTitle } from './page-title'
import { Status, statusOf } from './status'

type Props = { design: Pick<Design, 'id' | 'title' | 'status' | 'version' | 'maker' | 'versions'> }

/** What it is called, how it stands, and the ways to the rest of it. */
export function DesignHead({ design: { id, title, status, version, maker, versions } }: Props) {
  const words = useWords()
  const { design } = words.messages
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/design', words: design.page }} here={design.version(version)} />}
        below={
          <>
            <Status {...statusOf(words, 'programme', status)} /> <br />
            {status === 'draft' || status === 'inReview' ? design.standing[status](maker) : design.standing[status]}
          </>
        }
      >
        {title}
      </PageTitle>
      <DesignWays id={id} />
      {versions.length > 0 && (
        <p className="label flex flex-wrap gap-x-4 pb-6">
          {design.others}:
          {versions.map(other => (
            <a key={other.id} className="link" href={`/design/${other.id}`}>
              {design.version(other.version)}
            </a>
          ))}
        </p>
      )}
    </>
  )
}
