import { useForm } from '@conform-to/react'
import { data, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { FileInput, TextArea } from '~/components/inputs'
import { PageTitle } from '~/components/page-title'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { VerificationReceipt } from '~/components/verification-receipt'
import { VerificationTable } from '~/components/verification-table'
import { findHouse } from '~/domain/institution.server'
import { MOST_BYTES_AT_ONCE, presentedMany, PresentedManyForm } from '~/domain/presented-many.server'
import { takeRoom, verifyMany } from '~/domain/verification-many.server'
import { readShortForm } from '~/lib/body.server'
import { clientOf } from '~/lib/client.server'
import { now } from '~/lib/clock.server'
import { submit } from '~/lib/form.server'
import { Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { useWords, wordsIn } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ verifyMany }) => verifyMany.title)

export async function loader() {
  const { name } = await findHouse()
  return { institution: name }
}

/** What comes is read only where there is room for it. */
export async function action({ request }: ActionFunctionArgs) {
  const { language, timeZone } = await findHouse()
  const words = wordsIn(language, timeZone, now())
  const { refused } = words.messages.verifyMany
  const giveBack = takeRoom()
  try {
    const form = giveBack && (await readShortForm(request, MOST_BYTES_AT_ONCE))
    return await submit(form ?? new FormData(), PresentedManyForm, async sent => {
      if (!giveBack) throw new Refusal(refused.busy)
      if (!form) throw new Refusal(refused.tooLarge, 'files')
      const presented = await presentedMany(sent, words)
      await throttle('verifyManyByNetwork', clientOf(request).ip, presented.length)
      return data({ verified: await verifyMany(presented, words), at: now().toISOString() })
    })
  } finally {
    giveBack?.()
  }
}

export default function VerifyMany() {
  const { institution } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { verifyMany } = useWords().messages
  return (
    <StrangerFrame institution={institution} width="wide">
      <PageTitle below={verifyMany.intro}>{verifyMany.heading}</PageTitle>
      <div className="receipt-way">
        <ManyForm />
      </div>
      {answered && 'verified' in answered && (
        <>
          <VerificationTable {...answered.verified} />
          <VerificationReceipt
            institution={institution}
            receipt={{ at: answered.at, what: verifyMany.results(answered.verified.rows.length), digest: null }}
          />
        </>
      )}
      <p className="receipt-way py-8">
        <a className="link" href="/verify">{verifyMany.one}</a>
      </p>
    </StrangerFrame>
  )
}

function ManyForm() {
  const answered = useActionData<typeof action>()
  const { verifyMany } = useWords().messages
  const [form, fields] = useForm<{ files: File[]; pasted: string }>({
    id: 'verify-many',
    lastResult: answered && 'reply' in answered ? answered.reply : null,
  })
  return (
    <Form form={form} isUpload className="grid gap-5 pb-10">
      <div className="grid gap-5 md:grid-cols-2">
        <div className="rounded border-2 border-dashed border-edge bg-surface p-5">
          <FileInput
            field={fields.files}
            label={verifyMany.files}
            hint={verifyMany.filesHint}
            accept=".json,.jsonld,.jwt,.jws,.png,.svg,.pdf,.zip,application/json"
            isMultiple
          />
        </div>
        <TextArea field={fields.pasted} label={verifyMany.pasted} rows={5} />
      </div>
      <p>
        <SubmitButton isWide>{verifyMany.check}</SubmitButton>
      </p>
    </Form>
  )
}
