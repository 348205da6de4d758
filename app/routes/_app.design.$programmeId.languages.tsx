import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { DesignHead } from '~/components/design-head'
import { DesignLanguage } from '~/components/design-language'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { findDesign } from '~/domain/design-page.server'
import { findHouse } from '~/domain/institution.server'
import { languages, nameOfLanguage } from '~/domain/programme-translation'
import { readTranslations, translateDraft, TranslationForm } from '~/domain/programme-translation.server'
import { buildable } from '~/domain/programme.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { designLanguages as said } from '~/messages/en/design-languages'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ designLanguages }, data) => designLanguages.page(data?.design.title ?? ''))

export async function loader({ request, params: { programmeId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const [design, { translations }, house] = await Promise.all([
    findDesign(person, programmeId),
    buildable(person, programmeId),
    findHouse(),
  ])
  const choices = languages.filter(language => language !== house.language)
  const asked = new URL(request.url).searchParams.get('language')
  const language = choices.find(choice => choice === asked) ?? null
  return { design, translations: readTranslations(translations), choices, language }
}

export async function action({ request, params: { programmeId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  await buildable(person, programmeId)
  const form = await request.formData()
  return submit(form, TranslationForm, async translation => {
    await translateDraft(person, programmeId, String(form.get('shown')), translation)
    return redirect(`/design/${programmeId}/languages`, { headers: { 'Set-Cookie': flash({ words: said.kept }) } })
  })
}

export default function DesignLanguages() {
  const { design, translations, language } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { designLanguages: words } = useMessages()
  const isOpen = design.status === 'draft'
  const written = Object.keys(translations)
  const here = `/design/${design.id}/languages`
  return (
    <>
      <DesignHead design={design} />
      {isOpen && language && (
        <DesignLanguage {...{ design, language, reply }} said={translations[language] ?? null} />
      )}
      <Section title={words.title} note={words.note}>
        <p>{written.length > 0 ? words.count(written.length) : words.none}</p>
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
          {written.map(each => (
            <li key={each}>
              {isOpen ? <a className="link" lang={each} href={`${here}?language=${each}`}>{nameOfLanguage(each)}</a> : nameOfLanguage(each)}
            </li>
          ))}
        </ul>
        {isOpen ? <Begin action={here} /> : <p className="label mt-3">{words.fixed}</p>}
      </Section>
    </>
  )
}

function Begin({ action }: { action: string }) {
  const { choices } = useLoaderData<typeof loader>()
  const { designLanguages: words } = useMessages()
  return (
    <form method="get" action={action} className="mt-6 flex flex-wrap items-end gap-4">
      <label className="field">
        <span className="field-label">{words.choose}</span>
        <select className="input" name="language">
          {choices.map(choice => (
            <option key={choice} value={choice} lang={choice}>
              {nameOfLanguage(choice)}
            </option>
          ))}
        </select>
      </label>
      <SubmitButton tone="second">{words.begin}</SubmitButton>
    </form>
  )
}
