import type { LoaderFunctionArgs } from '@remix-run/node'
import { findResume } from '~/domain/cv.server'
import { disposition } from '~/lib/disposition.server'
import { PRIVATE } from '~/lib/document.server'
import { requirePerson } from '~/lib/session.server'

/** What a student has shared, for applicant systems (JSON Resume 1.0.0). */
export async function loader({ request }: LoaderFunctionArgs) {
  const resume = await findResume(await requirePerson(request))
  return new Response(`${JSON.stringify(resume, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json',
      'Content-Disposition': disposition('attachment', `${resume.basics.name}, resume.json`),
      'Cache-Control': PRIVATE,
    },
  })
}
