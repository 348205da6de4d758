import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { isEditable } from '~/domain/letter-template'
import { LetterForm, wordingOf } from '~/domain/letter-template.server'
import { previewLetter } from '~/domain/letter-preview.server'
import { mayKeepMail } from '~/domain/policy'
import { submit } from '~/lib/form.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'

/** The letter as mail programs show it, in the words it has. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { admin, letter } = await asked(request, params.letter)
  return page((await previewLetter(admin, letter, await wordingOf(admin.institutionId, letter, 'en'))).html)
}

/** The same in the words that were typed. Nothing is kept. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { admin, letter } = await asked(request, params.letter)
  const answer = await submit(request, LetterForm, typed => previewLetter(admin, letter, typed))
  if ('html' in answer) return page(answer.html)
  const faults = Object.values(answer.data.reply.error ?? {}).flatMap(words => words ?? [])
  return new Response(faults.join('\n'), {
    status: 422,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

async function asked(request: Request, letter = '') {
  const admin = await requirePerson(request)
  allowed(mayKeepMail(admin) && isEditable(letter))
  return { admin, letter }
}

/** A letter brings its looks at its elements, which our own pages may not. */
const page = (html: string) =>
  new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy,
    },
  })

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox',
].join('; ')
