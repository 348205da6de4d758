import type { ClaimShown } from '~/domain/endorser-page.server'
import { useMessages } from '~/messages/messages'
import { useNonce } from './nonce'

type Props = { formId: string; claims: readonly ClaimShown[] }

/** In words what is about to be confirmed. Without script, styles show the word of what is chosen. */
export function EndorserSummary({ formId, claims }: Props) {
  const { confirm, claim: words } = useMessages().endorse
  return (
    <div className="aside-quote">
      <style
        nonce={useNonce()}
        dangerouslySetInnerHTML={{ __html: claims.map((claim, at) => rulesFor(formId, claim, at)).join('') }}
      />
      <p>{confirm.summary}</p>
      <ul className="mt-2 grid gap-1">
        {claims.map((claim, at) => (
          <li key={claim.id}>
            <b>{claim.name}</b>: <span data-open={at}>{confirm.open}</span>
            {claim.levels.map(({ id, name }) => (
              <span key={id} data-chosen={`${at}-${id}`}>
                {name}
              </span>
            ))}
            <span data-chosen={`${at}-notYet`}>{words.notYet}</span>
            <span data-chosen={`${at}-notObserved`}>{words.notObserved}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Ids of levels are our own, so nothing in these rules is anybody's to write. */
function rulesFor(formId: string, { levels }: ClaimShown, at: number) {
  const name = `judgements[${at}].answer`
  const chosen = (which: string) => `#${formId}:has([name="${name}"]${which}:checked)`
  const hidden = `[data-chosen^="${at}-"],${chosen('')} [data-open="${at}"]{display:none}`
  const shown = [...levels.map(({ id }) => id), 'notYet', 'notObserved'].map(
    answer => `${chosen(`[value="${answer}"]`)} [data-chosen="${at}-${answer}"]{display:inline}`,
  )
  return hidden + shown.join('')
}
