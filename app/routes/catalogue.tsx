import { useLoaderData } from '@remix-run/react'
import { Emblem } from '~/components/emblem'
import { PageTitle } from '~/components/page-title'
import { Empty } from '~/components/section'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { listPublishedProgrammes } from '~/domain/catalogue.server'
import { findHouse } from '~/domain/institution.server'
import { emblemOf } from '~/domain/programme-description'
import { useWords } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ catalogue }) => catalogue.title)

export async function loader() {
  const { id, name } = await findHouse()
  const programmes = await listPublishedProgrammes(id)
  return {
    institution: name,
    programmes: programmes.map(
      ({ publicId, seriesId, title, level, artworkDigest, achievementType, description, workloadMinutes, credits }) => ({
        publicId,
        seriesId,
        title,
        level,
        artworkDigest,
        achievementType,
        description,
        workloadMinutes,
        credits,
      }),
    ),
  }
}

export default function Catalogue() {
  const { institution, programmes } = useLoaderData<typeof loader>()
  const { catalogue } = useWords().messages
  return (
    <StrangerFrame institution={institution} width="wide">
      <PageTitle below={programmes.length > 0 && catalogue.intro(institution)}>
        {catalogue.heading(programmes.length)}
      </PageTitle>
      {programmes.length === 0 && <Empty title={catalogue.title}>{catalogue.empty}</Empty>}
      <ul className="rows border-t border-line py-8">
        {programmes.map(programme => (
          <li
            key={programme.publicId}
            className="grid items-center gap-x-8 gap-y-4 sm:grid-cols-[112px_minmax(0,1fr)]"
          >
            <Emblem source={emblemOf(programme, institution)} size={112} />
            <Row programme={programme} />
          </li>
        ))}
      </ul>
    </StrangerFrame>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['programmes'][number]

function Row({ programme }: { programme: Row }) {
  const { messages, format } = useWords()
  const { catalogue, programme: words } = messages
  const credits = programme.credits === null ? null : catalogue.credits(programme.credits)
  return (
    <div>
      <h2>
        <a className="quiet-link" href={`/achievements/${programme.publicId}`}>
          {programme.title}
        </a>
      </h2>
      <p className="label num mt-1">
        {catalogue.kind(words.type[programme.achievementType], words.level[programme.level])} ·{' '}
        {catalogue.workload(format.hours(programme.workloadMinutes), credits)}
      </p>
      <p className="mt-2 max-w-[66ch]">{programme.description}</p>
    </div>
  )
}
