import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DesignBuilder } from '~/components/design-builder'
import { DesignHead } from '~/components/design-head'
import { partId } from '~/components/design-tree'
import { RequirementList } from '~/components/requirement-list'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { parseRequirement } from '~/domain/design-json.server'
import { findDesign } from '~/domain/design-page.server'
import { JsonForm, PartForm, partKinds, PartMove } from '~/domain/design-part-forms.server'
import { typedPart } from '~/domain/design-part-typed'
import { partAt } from '~/domain/design-parts'
import { listPartChoices, movePart, writePart, writeRequirement } from '~/domain/design-requirement.server'
import { buildable } from '~/domain/programme.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled<typeof loader>(({ designBuilder }, data) => designBuilder.page(data?.design.title ?? ''))

export async function loader({ request, params: { programmeId = '' } }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const design = await findDesign(person, programmeId)
  const choices = await listPartChoices(person, design.seriesId)
  const query = new URL(request.url).searchParams
  const asked = askedIn(query)
  const part = asked && partAt(design.requirement, asked.at)
  return {
    design,
    choices,
    at: query.get('at'),
    asked: part && asked && { ...asked, part, written: asked.how === 'edit' ? typedPart(part) : {} },
    json: JSON.stringify(design.requirement, null, 2),
    kinds: partKinds,
  }
}

function askedIn(query: URLSearchParams) {
  const how = (['edit', 'within', 'beside'] as const).find(each => each === query.get('how'))
  const kind = partKinds.find(each => each === query.get('kind')) ?? null
  return how ? { at: query.get('at') ?? '', how, kind } : null
}

export async function action({ request, params: { programmeId = '' } }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  await buildable(person, programmeId)
  const form = await request.formData()
  const place = { at: String(form.get('at') ?? ''), shown: String(form.get('shown')) }
  const there = (path: string) => redirect(`/design/${programmeId}/requirement?at=${path}#${partId(path)}`)
  const act = String(form.get('act'))
  switch (act) {
    case 'edit':
    case 'within':
    case 'beside':
      return submit(form, PartForm, async part => there(await writePart(person, programmeId, place, act, part)))
    case 'json':
      return submit(form, JsonForm, async ({ json }) =>
        there(await writeRequirement(person, programmeId, place.shown, parseRequirement(json))),
      )
    default:
      return submit(form, PartMove, async move => there(await movePart(person, programmeId, move, move.act)))
  }
}

export default function DesignRequirement() {
  const { design, ...built } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { designBuilder: words } = useMessages()
  return (
    <>
      <DesignHead design={design} />
      {design.status === 'draft' ? (
        <DesignBuilder design={design} {...built} reply={reply} />
      ) : (
        <Section title={words.heading} note={words.fixed}>
          <RequirementList requirement={design.requirement} names={design.names} />
        </Section>
      )}
    </>
  )
}
