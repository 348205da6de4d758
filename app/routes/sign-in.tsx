import { getInputProps, useForm } from '@conform-to/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { TextInput } from '~/components/inputs'
import { KeptPage } from '~/components/kept-page'
import { Disclosure, Note } from '~/components/section'
import { SplitFrame } from '~/components/split-frame'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { listDemoPeople } from '~/domain/people.server'
import { identify, SignInForm } from '~/domain/sign-in.server'
import { clientOf } from '~/lib/client.server'
import { submit } from '~/lib/form.server'
import { keepForm, packFields, readForm, unpackFields } from '~/lib/kept-form.server'
import { safePath } from '~/lib/redirect.server'
import { findActor, signIn } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ signIn }) => signIn.title)

/** After the form the page stays, though the loader would send whoever is signed in on their way. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) => formMethod === undefined

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const to = safePath(query.get('to'))
  if (await findActor(request)) return redirect(to)
  const { name } = await findHouse()
  return { institution: name, to, address: query.get('as') ?? '', demo: await listDemoPeople() }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  if (!form?.has('signIn')) {
    const kept = keepForm(form)
    return data({ kept: { ...kept, packed: packFields(kept) } }, 401)
  }
  return submit(form, SignInForm, async typed => {
    const { id, usedName } = await identify(typed, clientOf(request))
    const headers = { 'Set-Cookie': await signIn({ id }, request) }
    const to = safePath(new URL(request.url).searchParams.get('to'))
    const fields = unpackFields(form.get('kept'))
    return fields.length > 0
      ? data({ back: { usedName, to, fields } }, { headers })
      : redirect(to, { headers })
  })
}

export default function SignIn() {
  const { institution, to, demo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { signIn: words } = useMessages()
  if (answer && 'back' in answer) return <KeptPage {...answer.back} />
  return (
    <SplitFrame>
      <h1>{words.title}</h1>
      <p className="mt-2 mb-7 text-ink-soft">{words.intro(institution)}</p>
      <AddressAndPassword />
      <p className="mt-4 flex flex-wrap gap-x-6">
        <a className="link py-1" href="/forgotten-password">
          {words.forgotten}
        </a>
        <a className="link py-1" href="/sign-up">
          {words.signUp}
        </a>
      </p>
      {demo.length > 0 && <Demo people={demo} to={to} />}
      <div className="mt-10 grid gap-2 border-t border-line pt-5 text-sm">
        <p>{words.endorsers}</p>
        <p>
          <a className="link inline-block py-1" href="/verify">
            {words.verify}
          </a>
        </p>
      </div>
    </SplitFrame>
  )
}

function AddressAndPassword() {
  const { address } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { signIn: words } = useMessages()
  const kept = answer && 'kept' in answer ? answer.kept : null
  const [form, fields] = useForm<{ address: string; password: string; kept: string }>({
    id: 'sign-in',
    lastResult: answer && 'reply' in answer ? answer.reply : null,
    defaultValue: { address, kept: kept?.packed ?? '' },
  })
  return (
    <Form form={form}>
      <Kept isKept={Boolean(fields.kept.initialValue)} kept={kept} />
      <input type="hidden" name="signIn" value="yes" />
      <input {...getInputProps(fields.kept, { type: 'hidden' })} key={fields.kept.key} />
      <TextInput field={fields.address} label={words.address} type="email" autoComplete="username" />
      <TextInput
        field={fields.password}
        label={words.password}
        type="password"
        autoComplete="current-password"
      />
      <SubmitButton isWide>{words.submit}</SubmitButton>
    </Form>
  )
}

function Kept({ isKept, kept }: { isKept: boolean; kept: { hadFiles: boolean; isLost: boolean } | null }) {
  const { signIn: words } = useMessages()
  if (kept?.isLost) return <Note tone="amber">{words.tooLong}</Note>
  if (!isKept) return null
  return (
    <Note tone="sky">
      {words.ended} {kept?.hadFiles && words.withoutFiles}
    </Note>
  )
}

function Demo({ people, to }: { people: { name: string; address: string }[]; to: string }) {
  const { demo } = useMessages().signIn
  return (
    <div className="mt-8">
      <Disclosure summary={demo.title}>
        <p className="text-sm">{demo.password}</p>
        <ul className="mt-2 text-sm">
          {people.map(({ name, address }) => (
            <li key={address}>
              <a className="link inline-block py-1" href={`?${new URLSearchParams({ as: address, to })}`}>
                {name}
              </a>
              , {address}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
