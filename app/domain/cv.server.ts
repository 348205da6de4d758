import { now } from '~/lib/clock.server'
import { allowed } from '~/lib/refusal'
import { wordsIn, type Words } from '~/messages/messages'
import { listCredentials } from './credential.server'
import { cvSentence, reflectionParts, type CvActivity } from './cv'
import { shownName } from './endorsement'
import type { Ground } from './grounds.server'
import { findHouse } from './institution.server'
import { mayLogActivities, type PersonActor } from './policy'
import { resumeOf, type Resume } from './resume'
import { descriptorOf, scaledCompetencies, type ScaledCompetency } from './rubric.server'
import { levelReached } from './sheet.server'
import { findEntries } from './transcript-entries.server'

const PAGE = 20

/** A student’s approved activities in which somebody confirmed a level, the latest first, some at a time. */
export async function findCv(actor: PersonActor, after: string | null): Promise<{ activities: CvActivity[]; next: string | null }> {
  allowed(mayLogActivities(actor))
  const { activities } = await findEntries(actor)
  const judged = activities.filter(ground => competenciesIn(ground).length > 0)
  const from = judged.findIndex(({ counted }) => counted.id === after) + 1
  const page = judged.slice(from, from + PAGE)
  const rubric = await scaledCompetencies([...new Set(page.flatMap(competenciesIn))])
  const { language, timeZone } = await findHouse()
  const words = wordsIn(language, timeZone, now())
  const last = page.at(-1)
  return {
    activities: page.map(ground => cvActivity(ground, rubric, words)),
    next: last && from + PAGE < judged.length ? last.counted.id : null,
  }
}

/** What a student has shared, in the form that applicant systems read; nothing else of theirs is in it. */
export async function findResume(actor: PersonActor): Promise<Resume> {
  allowed(mayLogActivities(actor))
  const { language, timeZone } = await findHouse()
  const shared = (await listCredentials(actor)).filter(({ sharedAt, state }) => sharedAt !== null && state === 'valid')
  return resumeOf(actor.usedName, shared, wordsIn(language, timeZone, now()))
}

function competenciesIn({ counted }: Ground): string[] {
  const judgements = counted.endorsements.flatMap(each => each.judgements)
  return judgements.filter(({ outcome }) => outcome === 'atLevel').map(({ competencyId }) => competencyId)
}

function cvActivity(ground: Ground, rubric: readonly ScaledCompetency[], words: Words): CvActivity {
  const { counted, facts, face } = ground
  const own = rubric.filter(({ id }) => competenciesIn(ground).includes(id))
  return {
    id: counted.id,
    title: face.title,
    shown: own.flatMap(competency => shown(competency, ground, words)),
    reflection: reflectionParts.map(part => ({ part, words: facts.reflection[part] })),
    evidence: facts.evidence.map(({ name }) => name),
  }
}

function shown(competency: ScaledCompetency, ground: Ground, words: Words): CvActivity['shown'] {
  const level = levelReached(competency, [ground])
  if (!level) return []
  const { counted, face, isDiscreet, endorsements } = ground
  const { id, name, position } = level
  const seers = new Set(counted.endorsements
    .filter(({ judgements }) => judgements.some(each => each.competencyId === competency.id && each.level === position))
    .map(each => each.id))
  const by = endorsements.filter(each => seers.has(each.id)).map(each => ({
    name: isDiscreet ? null : shownName(each), roleTitle: isDiscreet ? '' : each.roleTitle,
    organisation: isDiscreet ? '' : each.organisation, assurance: each.assurance,
  }))
  const sentence = cvSentence({
    role: isDiscreet ? '' : counted.role, ...face, from: counted.activityStartDate, to: counted.activityEndDate,
    minutes: counted.minutes, competency: competency.name, level: { name, position, of: competency.framework.levels.length },
    descriptor: descriptorOf(competency, id), by,
  }, words)
  return [{ competency: competency.name, sentence }]
}
