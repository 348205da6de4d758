import type { MetaDescriptor } from '@remix-run/node'
import { cardAddress, oembedAddress, type Elsewhere } from '~/domain/elsewhere'

/** For a page's `meta`: what other sites read of it, and where they ask for more. */
export function shownElsewhere(shown: Elsewhere): MetaDescriptor[] {
  const { title, url, alt } = shown
  const image = cardAddress(url)
  return [
    ...spokenOf(shown),
    { property: 'og:image', content: image },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { property: 'og:image:alt', content: alt },
    { name: 'twitter:card', content: 'summary_large_image' },
    { name: 'twitter:image', content: image },
    { name: 'twitter:image:alt', content: alt },
    { tagName: 'link', rel: 'alternate', type: 'application/json+oembed', href: oembedAddress(url), title },
  ]
}

/** In words alone. */
export function spokenOf({ title, description, institution, url }: Omit<Elsewhere, 'alt'>): MetaDescriptor[] {
  return [
    { name: 'description', content: description },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: institution },
    { property: 'og:url', content: url },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { name: 'twitter:title', content: title },
    { name: 'twitter:description', content: description },
  ]
}
