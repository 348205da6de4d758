import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { safePath } from '~/lib/redirect.server'

const YEAR = 365 * 24 * 3600

export const loader = () => redirect('/')

/** The switch without script. With it the browser sets the same cookie itself. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const theme = form.get('theme') === 'dark' ? 'dark' : 'light'
  const headers = { 'Set-Cookie': `theme=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax` }
  return redirect(safePath(form.get('returnTo')), { headers })
}
