import { nameOfLanguage, type TranslatedField, type translationFor } from '~/domain/programme-translation'
import { useMessages } from '~/messages/messages'
import { Section } from './section'
import { Terms } from './table'

type Translated = ReturnType<typeof translationFor>

type SaidProps = { of: 'title' | 'description'; original: string; translated: Translated }

/** A title or a description in the reader's language where it is written in it, and marked as such. */
export function Said({ of, original, translated }: SaidProps) {
  const words = translated?.said[of]
  return words ? <span lang={translated.language}>{words}</span> : original
}

type ElseProps = { translated: Translated; fields?: readonly TranslatedField[] }

/** What else is written in the reader's language; its terms stay those of the page. */
export function SaidElse({ translated, fields = ['criteria', 'prerequisites', 'leadsTo'] }: ElseProps) {
  const { designLanguages: words, designFields: { of } } = useMessages()
  if (!translated) return null
  const { language, said } = translated
  const written = fields.filter(field => said[field] !== '')
  if (written.length === 0) return null
  return (
    <Section title={words.in(nameOfLanguage(language))}>
      <Terms
        terms={written.map(field => ({ name: of[field].label, value: <span lang={language}>{said[field]}</span> }))}
      />
    </Section>
  )
}
