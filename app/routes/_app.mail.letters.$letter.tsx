import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LetterEditor } from '~/components/letter-editor'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { isEditable } from '~/domain/letter-template'
import {
  LetterForm,
  restoreLetter,
  RestoreForm,
  rewordLetter,
  wordingOf,
} from '~/domain/letter-template.server'
import { previewLetter } from '~/domain/letter-preview.server'
import { mayKeepMail } from '~/domain/policy'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { letterEditor as words } from '~/messages/en/letter-editor'
import { useMessages, useWords } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ letterEditor }) => letterEditor.title)

const LANGUAGE = 'en'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { admin, letter } = await asked(request, params.letter)
  const wording = await wordingOf(admin.institutionId, letter, LANGUAGE)
  return { letter, wording, preview: await previewLetter(admin, letter, wording) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { admin, letter } = await asked(request, params.letter)
  const told = (said: string) =>
    redirect(`/mail/letters/${letter}`, { headers: { 'Set-Cookie': flash({ words: said }) } })
  const form = await request.formData()
  if (form.has('restore')) {
    return submit(form, RestoreForm, async ({ shown }) => {
      await restoreLetter(admin, letter, LANGUAGE, shown)
      return told(words.restored)
    })
  }
  return submit(form, LetterForm, async typed => {
    if (form.has('preview')) return { reply: null, typed, preview: await previewLetter(admin, letter, typed) }
    await rewordLetter(admin, letter, LANGUAGE, typed)
    return told(words.saved)
  })
}

async function asked(request: Request, letter = '') {
  const admin = await requirePerson(request)
  allowed(mayKeepMail(admin) && isEditable(letter))
  return { admin, letter }
}

export default function WordsOfALetter() {
  const { letter, wording, preview } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { letterEditor } = useMessages()
  const { format } = useWords()
  const typed = answer && 'typed' in answer ? answer : null
  const { subject, text } = typed?.preview ?? preview
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/mail', words: letterEditor.back }} />}
        below={wording.changedAt ? letterEditor.changed(format.on(wording.changedAt)) : letterEditor.ours}
      >
        {letterEditor.letters[letter]}
      </PageTitle>
      <Section title={letterEditor.title} note={letterEditor.about[letter]}>
        <LetterEditor
          letter={letter}
          wording={wording}
          typed={typed?.typed ?? null}
          reply={answer?.reply ?? null}
        />
      </Section>
      <Section title={letterEditor.previewTitle} note={letterEditor.previewNote} id="preview">
        <p className="font-medium break-words">{subject}</p>
        <pre className="sheet mt-4 p-6 font-sans break-words whitespace-pre-wrap">{text}</pre>
      </Section>
    </>
  )
}
