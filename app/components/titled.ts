import type { LoaderFunction, MetaFunction } from '@remix-run/node'
import { messagesIn, type Messages } from '~/messages/messages'
import { documentTitle } from './page-title'

type DataOf<Loader> = Parameters<MetaFunction<Loader>>[0]['data']

/** A route's `meta`: the document's title in the page's language. Without data there is no such page. */
export function titled<Loader extends LoaderFunction>(
  title: (messages: Messages, data: DataOf<Loader>) => string,
): MetaFunction<Loader> {
  return ({ matches, data }) => {
    const messages = messagesIn(languageOf(matches[0]?.data))
    return [{ title: documentTitle(messages, title(messages, data)) }]
  }
}

function languageOf(root: unknown): string {
  return typeof root === 'object' && root !== null && 'language' in root ? String(root.language) : 'en'
}
