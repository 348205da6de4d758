/** What the tests ask of a page's markup, told by its text alone. */
export const markup = (html: string) => ({
  ids: values(html, / id="([^"]*)"/g),
  /** Every id another element leans on. */
  references: [
    ...values(html, / for="([^"]*)"/g),
    ...values(html, / aria-(?:describedby|labelledby)="([^"]*)"/g).flatMap(list => list.split(' ')),
    ...values(html, / href="#([^"]*)"/g),
  ],
  /** The id of each control that a person fills in. */
  controls: elements(html, /<(?:input|select|textarea)\b[^>]*>/g)
    .filter(tag => !/type="hidden"/.test(tag))
    .map(tag => ({ tag, id: values(tag, / id="([^"]*)"/g)[0] })),
  images: elements(html, /<svg\b[^>]*>/g),
  times: (words: string) => html.split(words).length - 1,
})

const values = (html: string, pattern: RegExp) => Array.from(html.matchAll(pattern), match => match[1] ?? '')
const elements = (html: string, pattern: RegExp) => Array.from(html.matchAll(pattern), match => match[0])
