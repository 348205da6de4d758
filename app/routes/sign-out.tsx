import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { signOut } from '~/lib/session.server'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  return redirect('/sign-in', { headers: { 'Set-Cookie': await signOut(request) } })
}
