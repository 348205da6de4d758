import { useForm, type SubmissionResult } from '@conform-to/react'
import { certificateLayouts, paperSizes, type HousePapers } from '~/domain/house-papers'
import { legible } from '~/lib/colour'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { Checkbox, ChoiceGroup } from './choices'
import { HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Fields = { inkColour: string; accentColour: string; paperSize: string; certificateLayout: string; mayTitleHear: string }
type Props = { papers: HousePapers; shown: string; reply: SubmissionResult<string[]> | null }

/** Colours, sheet, and what full transcripts are called. */
export function PapersLook({ papers, shown, reply }: Props) {
  const { look: words } = useMessages().housePapers
  const [form, fields] = useForm<Fields>({
    id: 'look',
    lastResult: reply?.initialValue?.['act'] === 'look' ? reply : null,
    defaultValue: { ...papers, mayTitleHear: papers.mayTitleHear ? 'on' : '' },
  })
  return (
    <Section title={words.title} note={words.note}>
      <Swatches colours={[papers.inkColour, papers.accentColour]} />
      <PlainForm form={form} action="/papers?index">
        <HiddenFields values={{ act: 'look', shown }} />
        <TextInput field={fields.inkColour} label={words.ink} hint={words.inkHint} look="short" spellCheck={false} autoComplete="off" />
        <TextInput field={fields.accentColour} label={words.accent} hint={words.accentHint} look="short" spellCheck={false} autoComplete="off" />
        <ChoiceGroup
          field={fields.paperSize}
          label={words.sheet}
          choices={paperSizes.map(value => ({ value, label: words.sheets[value], note: words.sheetNotes[value] }))}
        />
        <ChoiceGroup
          field={fields.certificateLayout}
          label={words.layout}
          choices={certificateLayouts.map(value => ({ value, label: words.layouts[value], note: words.layoutNotes[value] }))}
        />
        <Checkbox field={fields.mayTitleHear} hint={words.hearHint}>
          {words.hear}
        </Checkbox>
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </PlainForm>
    </Section>
  )
}

/** On white, as on paper: the colour, and what words are printed in. */
function Swatches({ colours }: { colours: string[] }) {
  const { look: words } = useMessages().housePapers
  return (
    <ul className="mb-6 flex flex-wrap gap-x-8 gap-y-4">
      {colours.map(colour => {
        const read = legible(colour)
        return (
          <li key={colour} className="flex items-center gap-3">
            <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
              <rect x="0.5" y="0.5" width="43" height="43" rx="6" fill="#ffffff" stroke="#8a8f98" />
              <rect x="6" y="6" width="32" height="16" rx="2" fill={colour} />
              <rect x="6" y="26" width="32" height="4" fill={read} />
              <rect x="6" y="33" width="22" height="4" fill={read} />
            </svg>
            <span>
              {words.now(colour)}
              {read !== colour && <span className="label block">{words.read(read)}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
