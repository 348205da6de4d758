import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Icon } from '~/components/icon'
import { Crumbs, PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { findCredential } from '~/domain/credential.server'
import { listParts } from '~/domain/disclosed-parts.server'
import { found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ bundle }) => bundle.title)

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const parts = found(await listParts(person, id))
  const { sheet } = found(await findCredential(person, id))
  return { id, title: sheet.programme.title, parts }
}

/** Nothing is chosen beforehand: what is sealed stays so. */
export default function Bundle() {
  const { id, title, parts } = useLoaderData<typeof loader>()
  const { bundle: words } = useMessages()
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/credentials', words: words.back }} here={title} />} below={words.note}>
        {words.heading}
      </PageTitle>
      <form method="get" action={`/credentials/${id}.zip`} className="form">
        <fieldset className="field">
          <legend className="field-label">{words.parts}</legend>
          <p className="hint">{words.partsNote}</p>
          <div className="choices">
            {parts.map(part => (
              <label key={part.digest} className="choice">
                <input type="checkbox" name="part" value={part.digest} />
                <span>{part.title === null ? words.tree : words.activity(part.title)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <p>
          <button type="submit" className="btn btn-primary">
            <Icon name="archive" size={18} />
            {words.take}
          </button>
        </p>
      </form>
    </>
  )
}
