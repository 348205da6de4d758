import type { SheetChoices } from '~/domain/activity-sheet'
import type { ActivitySheetPage } from '~/domain/activity-sheet.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'

type Props = { action: string; asked: SheetChoices } & Pick<ActivitySheetPage, 'names' | 'choosable'>

/** What of their own its student lets the sheet tell: nothing is ticked beforehand, and the address carries it. */
export function ActivitySheetChoices({ action, asked, names, choosable: { evidence, hasReflection } }: Props) {
  const { choose } = useMessages().activitySheet
  const isNamedTwice = names.official !== names.used
  if (!isNamedTwice && !hasReflection && evidence.length === 0) return null
  return (
    <details className="more mt-6 print:hidden">
      <summary>{choose.title}</summary>
      <form method="get" action={action} className="form mt-4">
        <p className="label">{choose.note}</p>
        {isNamedTwice && (
          <fieldset className="field">
            <legend className="field-label">{choose.nameForm}</legend>
            <div className="choices">
              {(['official', 'used'] as const).map(form => (
                <label key={form} className="choice">
                  <input type="radio" name="name" value={form} defaultChecked={asked.nameForm === form} />
                  <span>{names[form]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        {hasReflection && (
          <label className="choice">
            <input type="checkbox" name="reflection" defaultChecked={asked.reflection} />
            <span>{choose.reflection}</span>
          </label>
        )}
        {evidence.length > 0 && (
          <fieldset className="field">
            <legend className="field-label">{choose.evidence}</legend>
            <div className="choices">
              {evidence.map(({ id, name }) => (
                <label key={id} className="choice">
                  <input type="checkbox" name="evidence" value={id} defaultChecked={asked.evidence.includes(id)} />
                  <span>{name}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <SubmitButton tone="second">{choose.show}</SubmitButton>
      </form>
    </details>
  )
}
