import type { ReactNode } from 'react'
import { bases, relationships } from '~/domain/endorsement'
import type { PrintedForm } from '~/domain/request-in-person.server'
import { useWords } from '~/messages/messages'
import { Qr } from './qr'
import { Terms } from './table'

/** A sheet to print, tick and sign by hand: for whoever has no mail. */
export function PrintedSheet({ form }: { form: PrintedForm }) {
  const { messages, format } = useWords()
  const { printed } = messages.written
  const { id, facts, student, house } = form
  const time = format.hours(facts.minutes)
  return (
    <>
      <div className="printed-way">
        <a className="link" href={`/activities/${id}`}>
          {printed.back}
        </a>{' '}
        <a className="link ms-4" href={`/activities/${id}/document`}>
          {printed.handIn}
        </a>
        <p className="label">{printed.print}</p>
      </div>
      <div className="printed">
        <Head form={form} />
        <p>{printed.ask(student, house.name)}</p>
        <h2>{printed.facts.title}</h2>
        <Terms
          terms={[
            { name: printed.facts.activity, value: facts.title },
            { name: printed.facts.organisation, value: facts.organisation },
            { name: printed.facts.role, value: facts.role },
            { name: printed.facts.when, value: format.period(facts.activityStartDate, facts.activityEndDate) },
            { name: printed.facts.time, value: time },
          ]}
        />
        <h2>{printed.time.title}</h2>
        <Box>{printed.time.asClaimed(time)}</Box>
        <Box isBlank>{printed.time.other}</Box>
        <h2>{printed.claims}</h2>
        <p className="label">{printed.claimsNote}</p>
        {form.claims.map(claim => (
          <Claim key={claim.id} claim={claim} student={student} />
        ))}
        <Signed house={house} />
      </div>
    </>
  )
}

function Head({ form: { shortId, url, version, digest, house } }: { form: PrintedForm }) {
  const { printed } = useWords().messages.written
  return (
    <header className="printed-head">
      <div>
        <p className="label">
          {house.name}, {house.office}
        </p>
        <h1>{printed.heading}</h1>
        <p>
          {printed.number} <b className="num">{shortId}</b>, {printed.version(version, digest)}
        </p>
      </div>
      <figure>
        <Qr value={url} label={printed.scan} size={96} />
        <figcaption className="label">{printed.scan}</figcaption>
      </figure>
    </header>
  )
}

type Claimed = PrintedForm['claims'][number]

function Claim({ claim: { name, narrative, levels }, student }: { claim: Claimed; student: string }) {
  const { printed } = useWords().messages.written
  return (
    <section className="printed-claim">
      <h3>{name}</h3>
      <p className="label">
        {printed.says(student)} {narrative}
      </p>
      {levels.map(level => (
        <Box key={level.id}>
          <b>{level.name}.</b> {level.descriptor}
        </Box>
      ))}
      <Box>{printed.notYet}</Box>
      <Box>{printed.notObserved}</Box>
    </section>
  )
}

function Signed({ house }: Pick<PrintedForm, 'house'>) {
  const { endorsement, written } = useWords().messages
  const { how, relation, noRelative, statement, you, keep } = written.printed
  return (
    <>
      <section className="printed-claim">
        <h2>{how}</h2>
        {bases.map(basis => (
          <Box key={basis}>{endorsement.basis[basis]}</Box>
        ))}
      </section>
      <section className="printed-claim">
        <h2>{relation}</h2>
        {relationships.map(relationship => (
          <Box key={relationship}>{endorsement.relationship[relationship]}</Box>
        ))}
        <Box>{noRelative}</Box>
      </section>
      <section className="printed-claim">
        <h2>{statement}</h2>
        <div className="printed-space" />
      </section>
      <section className="printed-claim">
        <h2>{you.title}</h2>
        {[you.name, you.role, you.reach, you.day, you.signature].map(line => (
          <p key={line} className="printed-line">
            {line}
          </p>
        ))}
        <p className="label">{keep(house.name, house.contact)}</p>
      </section>
    </>
  )
}

function Box({ isBlank, children }: { isBlank?: boolean; children: ReactNode }) {
  return (
    <p className={isBlank ? 'printed-box printed-blank' : 'printed-box'}>
      <span aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}
