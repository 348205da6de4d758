import { emblemOf } from '~/domain/programme-description'
import { scaleOf } from '~/domain/sheet-words'
import type { ShownCredential } from '~/domain/shown-credential'
import { useWords, type Words } from '~/messages/messages'
import { CredentialFiles } from './credential-files'
import { CredentialResults } from './credential-results'
import { CredentialSheet, ValidityBand } from './credential-sheet'
import { CredentialWitnesses } from './credential-witnesses'
import { CredentialWork } from './credential-work'
import { elementTerms } from './programme-details'
import { Section } from './section'
import { Terms } from './table'

/** Validity first, then what, who saw it and how sure, what it rests on, details, and forms to take away. */
export function CredentialView({ credential }: { credential: ShownCredential }) {
  const words = useWords()
  const { sheet, answer, id, url, isPublic, isUnderReview } = credential
  const isStanding = answer !== 'revoked' && answer !== 'failed'
  return (
    <>
      <div className="pt-5 md:pt-10">
        <Certified credential={credential} words={words} />
        {isUnderReview && (
          <p className="label mx-auto max-w-[60ch] pt-6 text-center">{words.messages.corrections.publicNote}</p>
        )}
        {isPublic && <p className="label hidden pt-4 text-center wrap-anywhere print:block">{url}</p>}
        <p className="serif mx-auto min-h-8 max-w-[60ch] py-8 text-center text-md">
          {isStanding && scaleOf(sheet, words)}
        </p>
      </div>
      {isStanding && <CredentialResults sheet={sheet} />}
      {isStanding && <CredentialWitnesses sheet={sheet} />}
      {isStanding && <CredentialWork sheet={sheet} />}
      <Details credential={credential} words={words} />
      {isPublic && (
        <p className="border-t border-line py-5">
          <a className="link inline-block py-1" href={`/credentials/${id}/concern`}>
            {words.messages.credential.concern}
          </a>
        </p>
      )}
      {isStanding && (
        <CredentialFiles path={`/credentials/${id}`} url={isPublic ? url : null} hasCertificate={isPublic} />
      )}
    </>
  )
}

type Props = { credential: ShownCredential; words: Words }

function Certified({ credential, words }: Props) {
  const { sheet, answer, awardedDate, validUntil } = credential
  const { credential: said, catalogue, programme } = words.messages
  const { format } = words
  const day = (at: Date) => format.day(format.dayOf(at))
  const isRevoked = answer === 'revoked'
  const { workloadMinutes, credits, level, type, title } = sheet.programme
  const workload = catalogue.workload(
    format.hours(workloadMinutes),
    credits === null ? null : catalogue.credits(credits),
  )
  return (
    <CredentialSheet
      emblem={emblemOf(sheet.programme, sheet.issuer.name)}
      before={isRevoked ? said.awardedBy(sheet.issuer.name) : said.certifies(sheet.issuer.name)}
      {...(!isRevoked && { holder: sheet.holder, between: said.earned[type] })}
      title={title}
      isRevoked={isRevoked}
      facts={[
        { name: said.level, value: programme.level[level] },
        { name: said.workload, value: workload },
        { name: said.awarded, value: day(awardedDate) },
        ...(isRevoked
          ? []
          : [{ name: said.valid, value: validUntil ? said.until(day(validUntil)) : said.withoutEnd }]),
      ]}
      band={<Band credential={credential} words={words} />}
    />
  )
}

function Band({ credential, words: { messages, format } }: Props) {
  const { answer, checkedAt, sheet, validUntil, revokedAt, revocationReason, url } = credential
  const { validity, reasons } = messages.credential
  const checked = format.moment(checkedAt)
  const day = (at: Date | null) => (at ? format.day(format.dayOf(at)) : '')
  const sentence = {
    valid: validity.valid(sheet.issuer.name, checked),
    unknown: validity.unknown(checked),
    failed: validity.failed(checked),
    expired: validity.expired(day(validUntil), checked),
    revoked: validity.revoked(day(revokedAt), revocationReason ? reasons[revocationReason] : ''),
  }[answer]
  return (
    <ValidityBand
      state={answer}
      word={validity.words[answer]}
      link={
        <a className="link" href={`/verify?address=${encodeURIComponent(url)}`}>
          {validity.checkYourself}
        </a>
      }
    >
      {sentence}
    </ValidityBand>
  )
}

function Details({ credential: { sheet, number }, words }: Props) {
  const said = words.messages.credential
  const { publicId, title } = sheet.programme
  return (
    <Section title={said.details} note={said.detailsNote}>
      <Terms
        terms={[
          ...elementTerms(sheet, words),
          ...(sheet.holderDid ? [{ name: words.messages.ownDid.name, value: <HolderDid did={sheet.holderDid} words={words} /> }] : []),
          { name: said.number, value: <span className="num">{number}</span> },
          {
            name: said.inFull,
            value: (
              <a className="quiet-link" href={`/achievements/${publicId}`}>
                {title}
              </a>
            ),
          },
        ]}
      />
    </Section>
  )
}

function HolderDid({ did, words }: { did: string; words: Words }) {
  return (
    <>
      <code className="wrap-anywhere">{did}</code>
      <span className="label block">{words.messages.ownDid.note}</span>
    </>
  )
}
