import { z } from 'zod'
import { domainOf } from './people'
import { categories, limits, overfullDays, participations, sensitivities } from './activity'
import { isDay } from './day'

const text = (maximum: number) => z.string().trim().max(maximum).default('')
const required = (maximum: number) => z.string().trim().min(1).max(maximum)
const day = z.string().refine(isDay, { error: 'Write a day, such as 2026-03-14.' })

export const WhatForm = z.object({
  opportunityId: z.string().optional(),
  category: z.enum(categories),
  title: required(limits.title),
  organisation: required(limits.title),
  role: required(limits.role),
  participation: z.enum(participations).default('onSite'),
  isPaid: z.boolean().default(false),
  isCreditBearing: z.boolean().default(false),
  isMandatory: z.boolean().default(false),
  sensitivity: z.enum(sensitivities).default('normal'),
  publicTitle: text(limits.title),
  publicOrganisation: text(limits.title),
})
export type WhatForm = z.output<typeof WhatForm>

export const TimeEntry = z.object({
  day,
  minutes: z.coerce.number().int().min(1).max(limits.minutesADay, { error: 'A day has 24 hours.' }),
  note: text(limits.note),
})

export const TimeForm = z
  .object({
    activityStartDate: day,
    activityEndDate: day.nullable().default(null),
    isOngoing: z.boolean().default(false),
    timeEntries: z.array(TimeEntry).max(limits.timeEntries).default([]),
  })
  .superRefine((form, context) => {
    const end = form.activityEndDate
    if (end === null && !form.isOngoing) {
      context.addIssue({ code: 'custom', path: ['activityEndDate'], message: 'Say when it ended, or that you are still doing it.' })
    }
    if (end !== null && end < form.activityStartDate) {
      context.addIssue({ code: 'custom', path: ['activityEndDate'], message: 'The last day is before the first.' })
    }
    for (const full of overfullDays(form.timeEntries)) {
      const at = form.timeEntries.findLastIndex(entry => entry.day === full)
      context.addIssue({ code: 'custom', path: ['timeEntries', at, 'minutes'], message: 'This day has more than 24 hours.' })
    }
    form.timeEntries.forEach((entry, at) => {
      if (entry.day < form.activityStartDate || (end !== null && entry.day > end)) {
        context.addIssue({ code: 'custom', path: ['timeEntries', at, 'day'], message: 'This day is outside the first and the last day.' })
      }
    })
  })
export type TimeForm = z.output<typeof TimeForm>

export const ClaimsForm = z.object({
  claims: z
    .array(z.object({ competencyId: z.string(), levelId: z.string({ error: 'Choose a level.' }), narrative: required(limits.claim) }))
    .max(limits.claims, { error: `At most ${limits.claims} competencies in one request: choose the strongest.` })
    .refine(claims => new Set(claims.map(claim => claim.competencyId)).size === claims.length, {
      error: 'Each competency only once.',
    })
    .default([]),
  /** The narrative, and the structured reflection for who wants one. */
  account: z.object({
    narrative: text(limits.narrative),
    situation: text(limits.narrative),
    task: text(limits.narrative),
    action: text(limits.narrative),
    result: text(limits.narrative),
    learning: text(limits.narrative),
  }),
})
export type ClaimsForm = z.output<typeof ClaimsForm>

export const InviteesForm = z.object({
  invitees: z
    .array(
      z.object({
        name: required(limits.title),
        email: z.email().transform(address => address.trim()).refine(address => domainOf(address).includes('.'), { error: 'Write the whole address.' }),
        organisation: text(limits.title),
        message: text(limits.claim),
      }),
    )
    .max(limits.invitees)
    .default([]),
})
export type InviteesForm = z.output<typeof InviteesForm>
