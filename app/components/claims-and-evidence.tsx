import { pieceOf } from '~/domain/evidence-piece'
import type { ActivityInFull, ActivityPage, EndorsementInFull } from '~/domain/activity-page.server'
import { useMessages } from '~/messages/messages'
import { Icon } from './icon'
import { Level } from './level'
import { OwnEvidence } from './own-evidence'
import { Section } from './section'

type Claim = ActivityInFull['claims'][number]

/** What the student claims, what others saw of it, and beside it what anybody can look at. */
export function ClaimsAndEvidence({ page: { activity, endorsements } }: { page: ActivityPage }) {
  const { claims: words } = useMessages().activity
  const { id, claims, evidence } = activity
  const judgedVersion = activity.status === 'draft' ? activity.approvedRevision?.number : activity.revision
  const said = endorsements.filter(({ revision }) => revision.number === judgedVersion)
  return (
    <Section title={words.title} note={words.note(claims.length, evidence.length)}>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_300px]">
        <ul className="rows">
          {claims.length === 0 && <li>{words.none}</li>}
          {claims.map(claim => (
            <ClaimRow key={claim.id} claim={claim} endorsements={said} />
          ))}
        </ul>
        <div>
          <h3 className="label mb-2 font-sans">{words.evidence}</h3>
          {evidence.length === 0 && <p className="label">{words.noEvidence}</p>}
          <OwnEvidence activityId={id} pieces={evidence.map(pieceOf)} />
        </div>
      </div>
    </Section>
  )
}

function ClaimRow({ claim, endorsements }: { claim: Claim; endorsements: readonly EndorsementInFull[] }) {
  const { claims: words } = useMessages().activity
  const { competency, level, narrative, competencyId } = claim
  const { levels } = competency.framework
  const judged = endorsements.flatMap(({ id, name, judgements }) =>
    judgements
      .filter(judgement => judgement.competencyId === competencyId)
      .map(judgement => ({ id, name, judgement })),
  )
  return (
    <li>
      <h3>{competency.name}</h3>
      <dl className="judged">
        <dt>{words.you}</dt>
        <dd>
          <Level at={level.position} of={levels.length} name={level.name} />
        </dd>
        {judged.map(({ id, name, judgement }) => (
          <Judged key={id} name={name} judgement={judgement} levels={levels} />
        ))}
      </dl>
      <p className="mt-2 max-w-[62ch]">{narrative}</p>
      {judged.map(
        ({ id, name, judgement }) =>
          judgement.comment && (
            <blockquote key={id} className="aside-quote mt-2">
              <span className="text-ink-soft">{name}:</span> {judgement.comment}
            </blockquote>
          ),
      )}
    </li>
  )
}

type JudgedProps = {
  name: string
  judgement: EndorsementInFull['judgements'][number]
  levels: Claim['competency']['framework']['levels']
}

function Judged({ name, judgement: { outcome, levelId }, levels }: JudgedProps) {
  const { claims: words } = useMessages().activity
  const level = levels.find(({ id }) => id === levelId)
  return (
    <>
      <dt>{words.saw(name)}</dt>
      <dd className="font-medium">
        {level ? (
          <Level at={level.position} of={levels.length} name={level.name} />
        ) : (
          <span className="inline-flex items-center gap-2">
            <Icon name={outcome === 'notYet' ? 'eye' : 'eye-off'} />
            {outcome === 'notYet' ? words.notYet : words.notObserved}
          </span>
        )}
      </dd>
    </>
  )
}
