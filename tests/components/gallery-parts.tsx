import { Assurance, AssuranceLine } from '~/components/assurance'
import { BecauseTree } from '~/components/because-tree'
import { LinkButton, SubmitButton } from '~/components/button'
import { Checks, FramedSheet, Verdict } from '~/components/checks'
import { EvidenceCard, evidenceIcon } from '~/components/evidence-card'
import { Letter, LetterNote } from '~/components/letter'
import { Pager } from '~/components/pager'
import { Disclosure, Empty, Note, Section } from '~/components/section'
import { Facts, Table, Terms } from '~/components/table'
import { useMessages } from '~/messages/messages'

export function Parts() {
  const messages = useMessages()
  return (
    <>
      <Section title="Buttons" note="One primary a page. 44 px high, 36 px in rows at work.">
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton icon="signature">Confirm what I saw</SubmitButton>
          <SubmitButton tone="second">Return with a question</SubmitButton>
          <SubmitButton tone="quiet">Add a day</SubmitButton>
          <SubmitButton tone="danger">Revoke this credential</SubmitButton>
          <LinkButton to="/activities" isSmall icon="plus">
            Small
          </LinkButton>
          <a className="link" href="/verify">
            A link in text
          </a>
          <a className="quiet-link" href="/verify">
            A link in a list
          </a>
        </div>
      </Section>
      <Section title="Notes">
        <div className="grid gap-3 sm:grid-cols-2">
          <Note tone="sky">Version 1 stays published until you replace it.</Note>
          <Note tone="amber">27 hours on one day. Perhaps a weekend was logged as one.</Note>
          <Note tone="clay">Revoking can’t be undone. Chidi Okafor is told why, in your words.</Note>
          <Note tone="laurel">These sentences can be met, and contain no circle.</Note>
        </div>
      </Section>
      <Section title="Letters">
        <div className="grid gap-8">
          <LetterNote from="Ana">
            Dear Eleni, could you say what you saw on the day the cold-store failed?
          </LetterNote>
          <Letter
            title="Endorsement by Eleni Papadaki"
            head="Shoreline Food Bank"
            day="20 May 2026"
            signature="Eleni Papadaki"
            role="Volunteer coordinator, Shoreline Food Bank"
            assurance={
              <Assurance
                identity="organisation"
                messages={messages}
                institution="Northbridge"
                domain="shoreline.example"
              />
            }
            foot={<span>Speaks for version 2 of this activity, and no other</span>}
          >
            <p>I ran the Saturday floor with Ana from October to April and saw her most weeks.</p>
            <p className="mt-3">
              I confirm <b>58 hours</b> as <b>shift lead</b>.
            </p>
          </Letter>
          <AssuranceLine identity="staff" messages={messages} who="Ben Ortiz" />
          <AssuranceLine identity="email" messages={messages} who="Eleni Papadaki" />
        </div>
      </Section>
      <Verification />
      <Section title="Because">
        <BecauseTree steps={steps} />
      </Section>
      <Section title="Lists and tables">
        <Table
          caption="Programmes and who is ready"
          columns={[{ title: 'Programme' }, { title: 'Ready', isEnd: true }, { title: 'Hours', isEnd: true }]}
          rows={[
            { key: '1', cells: ['Community Partnership', '24', '1,612'] },
            { key: '2', cells: ['Inclusive Leadership', '11', '948'] },
          ]}
        />
        <Terms
          terms={[
            { name: 'Awarding body', value: 'Northbridge University' },
            { name: 'Level', value: 'Intermediate, EQF 6' },
          ]}
        />
        <Facts
          terms={[
            { name: 'Level', value: 'Intermediate' },
            { name: 'Workload', value: '75 h, 3 ECTS' },
          ]}
        />
        <div className="mt-4 grid gap-2 sm:grid-cols-2">
          <EvidenceCard
            name="Rota, October to April"
            note="Spreadsheet, 48 kB"
            href="/evidence/1"
            icon={evidenceIcon('file', 'text/csv')}
          />
          <EvidenceCard
            name="Shelf labels in four languages"
            note="A link"
            href="/evidence/2"
            icon={evidenceIcon('link')}
          />
        </div>
        <Pager olderHref="?before=1" newestHref="?" />
      </Section>
      <Section title="Nothing here">
        <Empty
          title="No credentials yet"
          action={
            <LinkButton to="/programmes" tone="primary">
              See the programmes
            </LinkButton>
          }
        >
          <p>What is approved adds up to micro-credentials that anyone can verify.</p>
        </Empty>
        <Disclosure summary="What is a micro-credential?">A short proof of what you can do.</Disclosure>
      </Section>
    </>
  )
}

const steps = [
  {
    key: '1',
    sentence: 'They spent at least 60 hours on approved volunteering.',
    state: 'waiting' as const,
    figure: '46 of 60 h',
    counts: [{ key: 'a', words: 'Treasurer, Debating Society', href: '/activities/1', amount: '46 h' }],
    uncounted: [
      {
        key: 'b',
        words: 'Shift lead, Shoreline Food Bank',
        amount: '58 h',
        why: 'Waiting for Mina Sato since yesterday',
      },
    ],
    parts: [],
  },
  {
    key: '2',
    sentence: 'Either of these is true:',
    state: 'met' as const,
    counts: [],
    uncounted: [],
    parts: [
      {
        key: '2a',
        sentence: 'They wrote a reflection.',
        state: 'met' as const,
        counts: [],
        uncounted: [],
        parts: [],
      },
      {
        key: '2b',
        sentence: 'They hold Peer Mentoring.',
        state: 'open' as const,
        counts: [],
        uncounted: [],
        parts: [],
      },
    ],
  },
]

function Verification() {
  return (
    <Section title="Verification">
      <FramedSheet labelledBy="verdict">
        <Verdict
          outcome="unknown"
          id="verdict"
          title="Genuine, as far as we can see. One thing could not be checked."
        >
          <p>Two of three checks passed, none failed.</p>
        </Verdict>
        <div className="px-5 py-7 md:px-8">
          <Checks
            checks={[
              {
                name: 'proof',
                title: 'Signature',
                outcome: 'passed',
                detail: 'Not one character differs from what was signed.',
              },
              {
                name: 'status',
                title: 'Revocation',
                outcome: 'unknown',
                detail: 'The list did not answer within ten seconds.',
              },
              {
                name: 'schema',
                title: 'Format',
                outcome: 'failed',
                detail: 'The text is not an Open Badge 3.0.',
              },
            ]}
          />
        </div>
      </FramedSheet>
      <div className="mt-4 grid gap-4">
        <Verdict outcome="passed" title="Valid">
          <p>Signed by Northbridge University, unchanged, not revoked.</p>
        </Verdict>
        <Verdict outcome="failed" title="Not genuine">
          <p>The text was changed after it was signed.</p>
        </Verdict>
      </div>
    </Section>
  )
}
