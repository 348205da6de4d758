import { db } from '~/lib/db.server'
import type { Stationery, Written } from './stationery.server'

type AboutConcern = { concernId: string }

/** To the office. What it is about stands on the page, for who may see it there. */
export async function writeConcern({ concernId }: AboutConcern, desk: Stationery): Promise<Written> {
  const concern = await db.concern.findUnique({ where: { id: concernId } })
  if (!concern || concern.text === '') return null
  return {
    letter: desk.words.between.concernReported({
      office: desk.house.office,
      reporter: concern.reporterName,
      address: concern.reporterEmail,
      isProven: concern.requestId !== null,
      text: concern.text,
      url: desk.url(`/concerns/${concernId}`),
    }),
  }
}

/** To whoever reported it. Nothing they typed is in it: anybody may have typed this address. */
export async function writeConcernReceipt({ concernId }: AboutConcern, desk: Stationery): Promise<Written> {
  const concern = await db.concern.findUnique({ where: { id: concernId } })
  if (!concern) return null
  const { name, office, contactEmail } = desk.house
  return {
    letter: desk.words.between.concernReceipt({
      institution: name,
      office,
      contact: contactEmail,
      on: desk.format.day(desk.format.dayOf(concern.createdAt)),
    }),
  }
}
