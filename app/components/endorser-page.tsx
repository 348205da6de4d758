import type { SubmissionResult } from '@conform-to/react'
import type { FormPage } from '~/domain/endorser-page.server'
import { useMessages } from '~/messages/messages'
import { Between } from './endorser-between'
import { EndorserForm } from './endorser-form'
import { EndorserFrame, Part } from './endorser-frame'
import { EndorserLetter, WaysOut } from './endorser-letter'
import { OthersWait } from './endorser-others'
import { EndorserStory } from './endorser-story'
import type { Reader } from './header'

type Props = {
  page: FormPage
  path: string
  reply: SubmissionResult<string[]> | null
  reader: Reader | null
}

/** One page, one task: who asks, what they say, what was seen. */
export function EndorsePage({ page, path, reply, reader }: Props) {
  const { notAble } = useMessages().endorse
  return (
    <EndorserFrame house={page.house} reader={reader} isForm>
      <EndorserLetter page={page} path={path} />
      <Between page={page} path={path} />
      <EndorserStory page={page} path={path} />
      <EndorserForm page={page} path={path} reply={reply} />
      <Part title={notAble.title}>
        <WaysOut path={path} student={page.student.firstName} />
        <OthersWait others={page.others} path={`${path}/waiting`} />
      </Part>
    </EndorserFrame>
  )
}
