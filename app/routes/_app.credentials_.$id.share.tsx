import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { CopyField } from '~/components/copy-field'
import { Form } from '~/components/form'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { ShareElsewhere } from '~/components/share-elsewhere'
import { SharePapers } from '~/components/share-papers'
import { titled } from '~/components/titled'
import { findCredential } from '~/domain/credential.server'
import { takenElsewhere } from '~/domain/elsewhere'
import { findHouse } from '~/domain/institution.server'
import { isHolder } from '~/domain/policy'
import { ShareForm } from '~/domain/share-form.server'
import { shareCredential, unshareCredential } from '~/domain/share.server'
import { findStanding, numberOf } from '~/domain/shown-credential.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { allowed, found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { messagesIn, useMessages, wordsIn } from '~/messages/messages'

export const meta = titled<typeof loader>(({ credentials }, data) =>
  credentials.panel.title(data?.title ?? ''),
)

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  allowed(isHolder(person, found(await findStanding(id))))
  const credential = found(await findCredential(person, id))
  const { sheet, sharedAt, url, state, awardedDate } = credential
  const { language, timeZone } = await findHouse()
  const [isShared, isRevoked] = [sharedAt !== null, state === 'revoked']
  const taken = takenElsewhere({ ...credential, number: numberOf(id) }, wordsIn(language, timeZone, awardedDate))
  return { id, title: sheet.programme.title, isShared, isRevoked, url, elsewhere: isShared && !isRevoked ? taken : null }
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
  const { id, title, isShared, isRevoked, url, elsewhere } = useLoaderData<typeof loader>()
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
      <SharePapers id={id} hasCertificate={!isRevoked} isShared={isShared} />
      {elsewhere && <ShareElsewhere url={url} {...elsewhere} fileName={`${title}, QR`} />}
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
