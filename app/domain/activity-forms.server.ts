import { z } from 'zod'
import { domainOf } from './people'
import { categories, limits, participations, sensitivities } from './activity'

const text = (maximum: number) => z.string().trim().max(maximum).default('')
const required = (maximum: number) => z.string().trim().min(1).max(maximum)

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

/** A row for each competency that could be claimed. Those without a level and a word are not. */
const Claim = z
  .object({ competencyId: z.string(), levelId: z.string().default(''), narrative: text(limits.claim) })
  .superRefine(({ levelId, narrative }, context) => {
    if (narrative && !levelId) context.addIssue({ code: 'custom', path: ['levelId'], message: 'Choose a level, or take the words away.' })
    if (levelId && !narrative) {
      context.addIssue({ code: 'custom', path: ['narrative'], message: 'Say in a sentence or two what showed it.' })
    }
  })

export const ClaimsForm = z.object({
  claims: z
    .array(Claim)
    .default([])
    .transform(claims => claims.filter(claim => claim.levelId !== ''))
    .refine(claims => claims.length <= limits.claims, {
      error: `At most ${limits.claims} competencies in one request: choose the strongest.`,
    })
    .refine(claims => new Set(claims.map(claim => claim.competencyId)).size === claims.length, {
      error: 'Each competency only once.',
    }),
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
