import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { CopyField } from '~/components/copy-field'
import { Form } from '~/components/form'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { findCredential } from '~/domain/credential.server'
import { findHouse } from '~/domain/institution.server'
import { isHolder } from '~/domain/policy'
import { ShareForm } from '~/domain/share-form.server'
import { shareCredential, unshareCredential } from '~/domain/share.server'
import { findStanding } from '~/domain/shown-credential.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { allowed, found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { messagesIn, useMessages } from '~/messages/messages'

export const meta = titled<typeof loader>(({ credentials }, data) =>
  credentials.panel.title(data?.title ?? ''),
)

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  allowed(isHolder(person, found(await findStanding(id))))
  const { sheet, sharedAt, url, state } = found(await findCredential(person, id))
  return {
    id,
    title: sheet.programme.title,
    isShared: sharedAt !== null,
    isRevoked: state === 'revoked',
    url,
  }
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  allowed(isHolder(person, found(await findStanding(id))))
  const { panel } = messagesIn((await findHouse()).language).credentials
  return submit(request, ShareForm, async ({ page }) => {
    await (page === 'on' ? shareCredential : unshareCredential)(person, id)
    const words = page === 'on' ? panel.turnedOn : panel.turnedOff
    return redirect(`/credentials/${id}/share`, { headers: { 'Set-Cookie': flash({ words }) } })
  })
}

export default function Share() {
  const { title, isShared } = useLoaderData<typeof loader>()
  const { credentials } = useMessages()
  const { panel } = credentials
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/credentials', words: panel.back }} here={title} />}
        below={panel.unlisted}
      >
        {isShared ? panel.isOn : panel.isOff}
      </PageTitle>
      {isShared && <Switch title={panel.page} />}
      <Section title={panel.visible} note={panel.unseen}>
        <ul className="prose list-disc ps-5">
          {panel.seen.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      {!isShared && <Switch title={panel.page} />}
      <Papers />
    </>
  )
}

/** What becomes visible is said before it can be switched on. */
function Switch({ title }: { title: string }) {
  const { id, isShared, isRevoked, url } = useLoaderData<typeof loader>()
  const { panel } = useMessages().credentials
  const [form] = useForm({ id: 'share', lastResult: useActionData<typeof action>()?.reply ?? null })
  if (isRevoked && !isShared) return null
  return (
    <Section title={title}>
      <div className="grid max-w-2xl gap-5">
        {isShared && <CopyField label={panel.address} value={url} copy={panel.copy} copied={panel.copied} />}
        {isShared && (
          <p>
            <a className="link" href={`/credentials/${id}`}>
              {panel.see}
            </a>
          </p>
        )}
        <Form form={form} className="grid gap-3">
          <p>
            <SubmitButton
              name="page"
              value={isShared ? 'off' : 'on'}
              tone={isShared ? 'second' : 'primary'}
              icon={isShared ? 'lock' : 'globe'}
            >
              {isShared ? panel.turnOff : panel.turnOn}
            </SubmitButton>
          </p>
          {isShared && <p className="hint">{panel.offFollows}</p>}
        </Form>
      </div>
    </Section>
  )
}

function Papers() {
  const { id, isShared, isRevoked } = useLoaderData<typeof loader>()
  const { credentials } = useMessages()
  const { panel } = credentials
  return (
    <Section title={panel.take}>
      <ul className="rows">
        {!isRevoked && (
          <li className="flex flex-wrap items-center justify-between gap-3">
            <span>{isShared ? panel.certificateReady : panel.certificateNote}</span>
            {isShared && (
              <LinkButton to={`/credentials/${id}.pdf`} icon="file-check">
                {credentials.certificate}
              </LinkButton>
            )}
          </li>
        )}
        <li className="flex flex-wrap items-center justify-between gap-3">
          <span>{panel.jsonNote}</span>
          <LinkButton to={`/credentials/${id}.json`} icon="download" isDownload>
            {credentials.json}
          </LinkButton>
        </li>
        <li className="flex flex-wrap items-center justify-between gap-3">
          <span>{panel.jwtNote}</span>
          <LinkButton to={`/credentials/${id}.jwt`} icon="download" isDownload>
            {credentials.jwt}
          </LinkButton>
        </li>
      </ul>
    </Section>
  )
}
