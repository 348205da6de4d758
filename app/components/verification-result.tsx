import { useId } from 'react'
import { useWords, type Words } from '~/messages/messages'
import { Checks, FramedSheet, Verdict, type Outcome } from './checks'
import { Icon } from './icon'
import { Disclosure, Section } from './section'
import { Status, statusOf } from './status'

/** A verification in sentences, as the API answers it. */
interface ToldVerification {
  valid: boolean | null
  checks: { name: string; outcome: Outcome; detail: string }[]
  credential: ToldSummary | null
  inner: ToldVerification[]
}

interface ToldSummary {
  kind: 'open-badge' | 'endorsement' | 'clr' | 'open-badge-2' | null
  name: string | null
  issuer: { name: string | null; id: string | null }
  recipients: string[]
  recipientDid: string | null
  achievement: { name: string | null } | null
  awardedDate: string | null
  validFrom: string | null
}

/** The answer, what it is about, every check, and every credential inside with its own. */
export function VerificationResult({ result }: { result: ToldVerification }) {
  const words = useWords()
  const id = useId()
  const { verify } = words.messages
  const failedInside = failedIn(result)
  const shown = mostTelling(result.inner)
  return (
    <>
      <FramedSheet labelledBy={id}>
        <Verdict id={id} outcome={outcomeOf(result.valid)} title={verdictOf(result, words)}>
          <p>{countOf(result, words)}</p>
          {failedInside > 0 && <p>{verify.insideFailed(failedInside)}</p>}
        </Verdict>
        {result.credential && <Summary summary={result.credential} words={words} />}
        <div className="px-5 py-7 md:px-8">
          <CheckList result={result} words={words} />
        </div>
      </FramedSheet>
      {result.inner.length > 0 && (
        <div className="mt-10">
          <Section title={verify.inside(result.inner.length)} note={verify.insideNote}>
            <ul className="rows">
              {shown.map((inner, at) => (
                <Inner key={at} inner={inner} words={words} />
              ))}
            </ul>
            {shown.length < result.inner.length && (
              <p className="label mt-4">{verify.othersInside(result.inner.length - shown.length, failedInside > MOST_SHOWN)}</p>
            )}
          </Section>
        </div>
      )}
    </>
  )
}

const MOST_SHOWN = 60

/** All, or of a long record what did not pass before the rest. */
function mostTelling(inner: ToldVerification[]): ToldVerification[] {
  if (inner.length <= MOST_SHOWN) return inner
  const ranked = [false, null, true].flatMap(valid => inner.filter(each => each.valid === valid))
  return ranked.slice(0, MOST_SHOWN)
}

const failedIn = ({ inner }: ToldVerification) => inner.filter(({ valid }) => valid === false).length

function Inner({ inner, words }: { inner: ToldVerification; words: Words }) {
  return (
    <li>
      <p className="font-medium">
        {inner.credential ? nameOf(inner.credential, words) : words.messages.verify.unnamed}
      </p>
      <p className="mt-1 flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <Status {...statusOf(words, 'check', outcomeOf(inner.valid))} />
        <span className="label">{countOf(inner, words)}</span>
      </p>
      {failedIn(inner) > 0 && <p>{words.messages.verify.failedWithin(failedIn(inner))}</p>}
      <Disclosure summary={words.messages.verify.seeChecks}>
        <CheckList result={inner} words={words} />
      </Disclosure>
    </li>
  )
}

function CheckList({ result, words }: { result: ToldVerification; words: Words }) {
  const title = (name: string) => words.messages.verification.check(name)
  return <Checks checks={result.checks.map(check => ({ ...check, title: title(check.name) }))} />
}

function Summary({ summary, words }: { summary: ToldSummary; words: Words }) {
  return (
    <div className="flex items-center gap-4 border-b border-line px-5 py-6 md:px-8">
      <Icon name="award" size={44} className="tint-soft" />
      <div className="min-w-0 wrap-anywhere">
        <p className="serif text-md font-bold">{nameOf(summary, words)}</p>
        <p className="text-ink-soft">{lineOf(summary, words)}</p>
        {summary.recipientDid && <p className="label">{words.messages.verify.calls(summary.recipientDid)}</p>}
      </div>
    </div>
  )
}

const outcomeOf = (valid: boolean | null): Outcome =>
  valid === null ? 'unknown' : valid ? 'passed' : 'failed'

/** Nothing is called genuine whose signature could not be checked. */
function verdictOf({ valid, checks }: ToldVerification, { messages: { verify } }: Words) {
  if (valid !== null) return valid ? verify.verdict.passed : verify.verdict.failed
  const isSigned = checks.some(({ name, outcome }) => name.startsWith('proof') && outcome === 'passed')
  return isSigned
    ? verify.verdict.likely(checks.filter(({ outcome }) => outcome === 'unknown').length)
    : verify.verdict.unknown
}

function countOf({ checks }: ToldVerification, { messages: { verify } }: Words) {
  const having = (wanted: Outcome) => checks.filter(({ outcome }) => outcome === wanted).length
  return verify.count(having('passed'), checks.length, having('failed'))
}

const nameOf = ({ achievement, name }: ToldSummary, { messages }: Words) =>
  achievement?.name ?? name ?? messages.verify.unnamed

function lineOf(
  { recipients, issuer, awardedDate, validFrom, kind }: ToldSummary,
  { messages: { verify }, format }: Words,
) {
  const date = awardedDate ?? validFrom
  const isDate = date !== null && !Number.isNaN(Date.parse(date))
  const by = issuer.name ?? issuer.id
  const parts = [
    recipients.length > 0 && verify.to(format.list(recipients)),
    by && verify.by(by),
    isDate && verify.on(format.day(format.dayOf(new Date(date)))),
  ]
  return [parts.filter(Boolean).join(', '), kind && verify.kinds[kind]]
    .filter(Boolean)
    .map(sentence => `${sentence}.`)
    .join(' ')
}
