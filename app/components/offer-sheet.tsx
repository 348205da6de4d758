import type { Sheet } from '~/domain/credential'
import { emblemOf } from '~/domain/programme-description'
import { useWords } from '~/messages/messages'
import { Emblem } from './emblem'
import { Facts } from './table'

/** What is offered, before it has a name on it. */
export function OfferSheet({ sheet: { programme, issuer, minutes } }: { sheet: Sheet }) {
  const { messages, format } = useWords()
  const { catalogue, credential } = messages
  const credits = programme.credits === null ? null : catalogue.credits(programme.credits)
  return (
    <div className="sheet mb-10 grid gap-6 p-6 sm:grid-cols-[200px_minmax(0,1fr)] sm:items-center md:p-10">
      <Emblem source={emblemOf(programme, issuer.name)} size={200} />
      <div className="min-w-0">
        <p className="label">{messages.programme.type[programme.type]}</p>
        <p className="serif mt-1 text-xl font-heading">{programme.title}</p>
        <p className="mt-2 max-w-[60ch]">{programme.description}</p>
        <div className="mt-5 border-t border-line pt-4">
          <Facts
            terms={[
              { name: credential.level, value: messages.programme.level[programme.level] },
              {
                name: credential.workload,
                value: catalogue.workload(format.hours(programme.workloadMinutes), credits),
              },
              { name: credential.confirmed, value: format.hours(minutes) },
            ]}
          />
        </div>
      </div>
    </div>
  )
}
