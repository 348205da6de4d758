import { useForm } from '@conform-to/react'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { FileInput, TextArea } from '~/components/inputs'
import { PageTitle } from '~/components/page-title'
import { Disclosure } from '~/components/section'
import { Status, statusOf } from '~/components/status'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { VerificationReceipt } from '~/components/verification-receipt'
import { VerificationResult } from '~/components/verification-result'
import { findHouse } from '~/domain/institution.server'
import { answerPresented, MOST_BYTES, presentedIn, PresentedForm, receiptOf } from '~/domain/presented.server'
import { readShortForm } from '~/lib/body.server'
import { clientOf } from '~/lib/client.server'
import { now } from '~/lib/clock.server'
import { submit } from '~/lib/form.server'
import { Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { useWords, wordsIn } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ verify }) => verify.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const { name } = await findHouse()
  return { institution: name, address: new URL(request.url).searchParams.get('address') ?? '' }
}

export async function action({ request }: ActionFunctionArgs) {
  const { language, timeZone } = await findHouse()
  const words = wordsIn(language, timeZone, now())
  const form = await readShortForm(request, MOST_BYTES)
  return submit(form ?? new FormData(), PresentedForm, async presented => {
    if (!form) throw new Refusal(words.messages.verify.refused.tooLarge, 'file')
    await throttle('verifyByNetwork', clientOf(request).ip)
    const what = await presentedIn(presented)
    const answer = await answerPresented(what, words)
    return data({ answer, receipt: what && receiptOf(what, presented.file?.name ?? null) })
  })
}

export default function Verify() {
  const { institution } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { verify } = useWords().messages
  return (
    <StrangerFrame institution={institution} width="middle">
      <PageTitle below={verify.intro}>{verify.heading}</PageTitle>
      <div className="receipt-way">
        <PresentForm />
      </div>
      {answered && 'answer' in answered && (
        <>
          <VerificationResult result={answered.answer} />
          {answered.receipt && <VerificationReceipt receipt={answered.receipt} institution={institution} />}
        </>
      )}
      <div className="receipt-way py-8">
        <Meanings />
        <p className="mt-4">
          <a className="link" href="/verify/many">{verify.many}</a>
        </p>
        <p className="label mt-4">{verify.api}</p>
      </div>
    </StrangerFrame>
  )
}

function PresentForm() {
  const { address } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { verify } = useWords().messages
  const [form, fields] = useForm<{ file: File; pasted: string }>({
    id: 'verify',
    lastResult: answered && 'reply' in answered ? answered.reply : null,
    defaultValue: { pasted: address },
  })
  return (
    <Form form={form} isUpload className="grid gap-5 pb-10">
      <div className="grid gap-5 md:grid-cols-2">
        <div className="rounded border-2 border-dashed border-edge bg-surface p-5">
          <FileInput
            field={fields.file}
            label={verify.file}
            hint={verify.fileHint}
            accept=".json,.jsonld,.jwt,.jws,.png,.svg,.pdf,application/json"
          />
        </div>
        <TextArea field={fields.pasted} label={verify.paste} rows={3} />
      </div>
      <p>
        <SubmitButton isWide>{verify.check}</SubmitButton>
      </p>
    </Form>
  )
}

function Meanings() {
  const words = useWords()
  const { verification, verify } = words.messages
  return (
    <Disclosure summary={verify.meaningsTitle}>
      <ul className="grid gap-2 text-sm">
        {(['passed', 'failed', 'unknown'] as const).map(outcome => (
          <li key={outcome} className="flex flex-wrap gap-x-3">
            <Status {...statusOf(words, 'check', outcome)} />
            {verification.meanings[outcome]}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
