import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { PageTitle } from '~/components/page-title'
import { PapersCrest } from '~/components/papers-crest'
import { PapersLook } from '~/components/papers-look'
import { PapersSignatories } from '~/components/papers-signatories'
import { titled } from '~/components/titled'
import { refuseUnprintable } from '~/documents/house-specimen.server'
import { ButtonForm } from '~/domain/activity-forms.server'
import { MAXIMUM_ARTWORK_BYTES } from '~/domain/artwork'
import { removeCrest, uploadCrest } from '~/domain/crest.server'
import { PapersForm, readPapers, setPapers, shownOfPapers } from '~/domain/house-papers.server'
import { mayKeepPapers, type PersonActor } from '~/domain/policy'
import { addSignatory, findFreeDay, listSignatories, SignatoryForm } from '~/domain/signatory-keeping.server'
import { flash } from '~/lib/flash.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { submit } from '~/lib/form.server'
import { isUpload, receiving } from '~/lib/receiving.server'
import { allowed, Refusal } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { housePapers as says } from '~/messages/en/house-papers'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ housePapers }) => housePapers.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  allowed(mayKeepPapers(person))
  const { crestDigest, ...papers } = await readPapers()
  const [signatories, freeDay] = await Promise.all([listSignatories(person), findFreeDay(person)])
  return { papers, shown: shownOfPapers(papers), crestDigest, signatories, freeDay, formKey: newFormKey() }
}

const done = (words: string) => redirect('/papers', { headers: { 'Set-Cookie': flash({ words }) } })

export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  allowed(mayKeepPapers(person))
  if (isUpload(request)) return upload(request, person)
  const form = await request.formData()
  switch (form.get('act')) {
    case 'signatory':
      return submit(form, SignatoryForm, async signatory => {
        await refuseUnprintable(signatory)
        await addSignatory(person, signatory, formKeyIn(form))
        return done(says.signatories.added(signatory.name))
      })
    case 'remove-crest':
      return submit(form, ButtonForm, async () => {
        await removeCrest(person, String(form.get('shown')))
        return done(says.crest.removed)
      })
    default:
      return submit(form, PapersForm, async papers => {
        await setPapers(person, papers)
        return done(says.look.saved)
      })
  }
}

function upload(request: Request, person: PersonActor) {
  const tooLarge = new Refusal(says.crest.tooLargeFile, 'file')
  return receiving(request, { bytes: MAXIMUM_ARTWORK_BYTES, files: 1, tooLarge }, ({ fields, files: [file] }) =>
    submit(fields, ButtonForm, async () => {
      if (file?.refusal) throw file.refusal
      if (!file?.arrived) throw new Refusal(says.crest.choose, 'file')
      await uploadCrest(person, String(fields.get('shown') ?? ''), file.arrived)
      return done(says.crest.kept)
    }),
  )
}

export default function Papers() {
  const { papers, shown, crestDigest, signatories, freeDay, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { housePapers: words } = useMessages()
  return (
    <>
      <PageTitle below={words.below} actions={<LinkButton icon="file-text" to="/papers/specimen.pdf">{words.specimen}</LinkButton>}>
        {words.heading}
      </PageTitle>
      <PapersLook papers={papers} shown={shown} reply={reply} />
      <PapersCrest digest={crestDigest} reply={reply} />
      <PapersSignatories signatories={signatories} freeDay={freeDay} formKey={formKey} reply={reply} />
    </>
  )
}
