import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PrintedSheet } from '~/components/printed-sheet'
import { titled } from '~/components/titled'
import { findPrintedForm } from '~/domain/request-in-person.server'
import { requirePerson } from '~/lib/session.server'

export const handle = { isPlain: true }

export const meta = titled(({ written }) => written.printed.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const student = await requirePerson(request)
  return findPrintedForm(student, params.activityId ?? '')
}

export default function FormToPrint() {
  return <PrintedSheet form={useLoaderData<typeof loader>()} />
}
