import { isWaiting, share } from '~/domain/aim'
import type { Measure } from '~/domain/measure'
import type { Because, Progress, Uncounted } from '~/domain/progress'
import type { RequirementNames } from '~/domain/requirement-names'
import { useWords, type Words } from '~/messages/messages'
import { BecauseTree, type Reason, type Step } from './because-tree'

type Props = { progress: Progress; names: RequirementNames }

/** Each requirement as a sentence, with what a student has of it, what counts and what does not. */
export function ProgressTree({ progress, names }: Props) {
  const words = useWords()
  const parts = progress.requirement.kind === 'all' ? progress.of : [progress]
  return <BecauseTree steps={parts.map((part, at) => stepOf(part, `${at}`, names, words))} />
}

function stepOf(progress: Progress, key: string, names: RequirementNames, words: Words): Step {
  const { messages, format } = words
  const measure = progress.measures.find(({ have, need }) => have < need)
  return {
    key,
    sentence: messages.requirement.sentence(progress.requirement, names, format),
    state: stateOf(progress),
    ...(measure && { figure: figureOf(measure, words) }),
    counts: progress.because.map((because, at) => reasonOf(because, `${key} ${at}`, progress, names, words)),
    uncounted: progress.uncounted.map((uncounted, at) => leftOut(uncounted, `${key} ${at}`, progress, words)),
    parts: progress.of.map((part, at) => stepOf(part, `${key}.${at}`, names, words)),
  }
}

function stateOf(progress: Progress): Step['state'] {
  if (progress.met) return 'met'
  if (isWaiting(progress)) return 'waiting'
  return share(progress) > 0 ? 'begun' : 'open'
}

function figureOf({ of, have, need }: Measure, { messages, format }: Words) {
  const amount = of === 'minutes' ? format.hours : format.number
  return messages.outlook.figure[of](amount(have), amount(need))
}

function reasonOf(
  because: Because,
  key: string,
  { requirement }: Progress,
  names: RequirementNames,
  { messages, format }: Words,
): Reason {
  const { outlook } = messages
  switch (because.kind) {
    case 'waiver':
      return { key, words: outlook.waiver, why: because.reason }
    case 'credential':
      return { key, words: because.title, href: `/credentials/${because.credentialId}` }
    case 'activity': {
      const amount = requirement.kind === 'minutes' ? { amount: format.hours(because.amount) } : {}
      return { key, words: because.title, href: `/activities/${because.activityId}`, ...amount }
    }
    case 'judgement': {
      const levels =
        requirement.kind === 'breadth'
          ? names.frameworks[requirement.frameworkId]
          : names.competencies[because.competencyId]
      const level = levels?.levels[because.level - 1]
      return {
        key,
        words: because.title,
        href: `/activities/${because.activityId}`,
        ...(level && { amount: outlook.seenAt(level) }),
      }
    }
  }
}

function leftOut(
  { activityId, title, why, since, amount }: Uncounted,
  key: string,
  { requirement }: Progress,
  { messages, format }: Words,
): Reason {
  const hours = requirement.kind === 'minutes' && amount > 0 ? { amount: format.hours(amount) } : {}
  const said = messages.outlook.why[why]
  const when = since && (isStill(why) ? format.since(since) : format.on(since))
  return { key, words: title, href: `/activities/${activityId}`, why: when ? `${said} ${when}` : said, ...hours }
}

/** Goes on, so that one says since when. */
const isStill = (why: Uncounted['why']) => why === 'submitted' || why === 'inReview' || why === 'draft'
