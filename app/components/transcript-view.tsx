import type { ShownTranscript } from '~/domain/transcript'
import type { TranscriptEntry } from '~/domain/transcript-sheet'
import { useWords } from '~/messages/messages'
import { Crumbs, PageTitle } from './page-title'
import { Note, Section } from './section'

/** What everyone reads who has the address: whose, how much of it, and each entry in its own words. */
export function TranscriptView({ transcript }: { transcript: ShownTranscript }) {
  const { messages: { transcript: { page: words, form: { back: all } }, ownDid }, format } = useWords()
  const { holder, holderDid, language, description, revokedAt, isShared, isHolders, issuedFor, entries } = transcript
  const [credentials, activities] = [entries.filter(entry => !entry.isActivity), entries.filter(entry => entry.isActivity)]
  return (
    <>
      {revokedAt && <Notice tone="clay">{words.withdrawn(format.day(format.dayOf(revokedAt)))}</Notice>}
      {!revokedAt && !isShared && <Notice tone="sky">{issuedFor ? words.officeOnly : words.onlyYou}</Notice>}
      <PageTitle above={isHolders ? <Crumbs back={{ to: '/transcripts', words: all }} here={words.of} /> : words.of} below={<span lang={language} dir="auto">{description}</span>}>
        {holder}
      </PageTitle>
      {isHolders && issuedFor && <p className="label mb-6 max-w-[62ch] wrap-anywhere">{words.issuedFor(issuedFor.recipient, issuedFor.basis)}</p>}
      {holderDid && <p className="label mb-6 wrap-anywhere">{ownDid.name}: <code>{holderDid}</code>. {ownDid.note}</p>}
      {credentials.length > 0 && <Section title={words.credentials}><Entries entries={credentials} /></Section>}
      {activities.length > 0 && (
        <Section title={words.activities} note={words.activitiesNote}><Entries entries={activities} /></Section>
      )}
    </>
  )
}

function Notice({ tone, children }: { tone: 'clay' | 'sky'; children: string }) {
  return <div className="pt-5"><Note tone={tone} icon={tone === 'sky' ? 'lock' : 'ban'}>{children}</Note></div>
}

function Entries({ entries }: { entries: readonly TranscriptEntry[] }) {
  const { transcript: { page: words } } = useWords().messages
  return (
    <ul className="rows">
      {entries.map(({ id, isActivity, language, name, genre, narrative, levels, said }) => (
        <li key={id} lang={language || undefined}>
          {genre && <p className="label">{genre}</p>}
          <h3 className="text-lg leading-7">{id.startsWith('http') ? <a className="quiet-link" href={id}>{name}</a> : name}</h3>
          <p className="mt-1 max-w-[62ch]">{narrative}</p>
          {levels.length > 0 && (
            <p className="label mt-2">{words.levels}: {levels.map(({ competency, level }) => `${competency}: ${level.name}`).join(', ')}</p>
          )}
          {isActivity && said.map(({ by, statement }) => (
            <figure key={by} className="mt-3 max-w-[62ch]">
              <blockquote className="quote">{statement}</blockquote>
              <figcaption className="label mt-1">{by}</figcaption>
            </figure>
          ))}
        </li>
      ))}
    </ul>
  )
}
