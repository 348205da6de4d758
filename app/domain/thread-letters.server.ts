import { db } from '~/lib/db.server'
import { publicFace } from './activity'
import { isOpen } from './endorsement'
import { discreetName } from './people'
import { requestPath } from './request.server'
import { parseFacts } from './revision'
import type { Stationery, Written } from './stationery.server'

type AboutMessage = { messageId: string }

/** To the student: the question, and where to answer. No address of anybody is in it. */
export async function writeQuestion({ messageId }: AboutMessage, desk: Stationery): Promise<Written> {
  const message = await findMessage(messageId)
  if (!message) return null
  const { activity, endorserName } = message.request
  return {
    letter: desk.words.between.questionAsked({
      name: activity.student.usedName,
      title: activity.title,
      endorser: endorserName,
      question: message.text,
      url: desk.url(`/activities/${activity.id}#between`),
    }),
  }
}

/** To the endorser: the answer, and the link they have. Once they have answered, there is nothing to come back to. */
export async function writeReply({ messageId }: AboutMessage, desk: Stationery): Promise<Written> {
  const message = await findMessage(messageId)
  if (!message) return null
  const { request, text } = message
  if (!isOpen(request.status) || request.endorser.doNotAskAt) return null
  const path = requestPath(request.id)
  return {
    letter: desk.words.between.questionAnswered({
      endorser: request.endorserName,
      institution: desk.house.name,
      student: discreetName(request.activity.student.usedName),
      title: publicFace(parseFacts(request.revision.facts)).title,
      reply: text,
      until: desk.format.day(desk.format.dayOf(request.expiresAt)),
      url: desk.url(path),
      stopUrl: desk.url(`${path}/stop`),
    }),
  }
}

function findMessage(id: string) {
  return db.message.findUnique({
    where: { id },
    include: {
      request: { include: { endorser: true, revision: true, activity: { include: { student: true } } } },
    },
  })
}
