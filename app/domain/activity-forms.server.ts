import { z } from 'zod'
import { whenMissing } from './endorsement-forms.server'
import { domainOf, normaliseAddress } from './people'
import { categories, limits, NOT_CLAIMED, participations, sensitivities } from './activity'

const text = (maximum: number) => z.string().trim().max(maximum).default('')
const required = (maximum: number, sentence: string) =>
  z.string(whenMissing(sentence)).trim().min(1, whenMissing(sentence)).max(maximum)

/** A form that is only a button. */
export const ButtonForm = z.object({})

/** An entry of the catalogue, which says the rest. */
export const ChooseForm = z.object({ choose: z.string() })

const What = z.object({
  opportunityId: z.string().optional(),
  title: required(limits.title, 'Write what it is called.'),
  organisation: required(limits.title, 'Write where it was, or with whom.'),
  role: required(limits.role, 'Write what you were there.'),
  category: z.enum(categories, { error: 'Choose what kind of activity it was.' }),
  participation: z.enum(participations).default('onSite'),
  isPaid: z.boolean().default(false),
  isCreditBearing: z.boolean().default(false),
  isMandatory: z.boolean().default(false),
  sensitivity: z.enum(sensitivities).default('normal'),
  publicTitle: text(limits.title),
  publicOrganisation: text(limits.title),
})

export const WhatForm = What.refine(form => form.sensitivity === 'normal' || form.publicTitle !== '', {
  path: ['publicTitle'],
  error: 'Say what others read instead of its name.',
})
export type WhatForm = z.output<typeof WhatForm>

/** A row for each competency that could be claimed. One without a level, or set aside, is not. */
const Claim = z
  .object({ competencyId: z.string(), levelId: z.string().default(''), narrative: text(limits.claim) })
  .superRefine(({ levelId, narrative }, context) => {
    if (narrative && !levelId)
      context.addIssue({
        code: 'custom',
        path: ['levelId'],
        message: 'Choose a level, or that you do not claim it.',
      })
    if (isLevel(levelId) && !narrative) {
      context.addIssue({
        code: 'custom',
        path: ['narrative'],
        message: 'Say in a sentence or two what showed it.',
      })
    }
  })

const isLevel = (levelId: string) => levelId !== '' && levelId !== NOT_CLAIMED

export const ClaimsForm = z.object({
  claims: z
    .array(Claim)
    .default([])
    .transform(claims => claims.filter(claim => isLevel(claim.levelId)))
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
/** As `useForm` knows it. */
export type ClaimsTyped = z.input<typeof ClaimsForm>

export const Invitee = z.object({
  name: required(limits.title, 'Write the name of whoever saw it.'),
  email: z
    .email(whenMissing('Write their mail address, such as name@organisation.example.'))
    .max(254)
    .refine(address => domainOf(address).includes('.'), { error: 'Write the whole address.' }),
  organisation: text(limits.title),
  message: text(limits.claim),
})

const Invitees = z.object({ invitees: z.array(Invitee).max(limits.invitees).default([]) })
export type InviteesForm = z.output<typeof Invitees>

const eachOnce = ({ invitees }: InviteesForm, context: z.RefinementCtx) => {
  const addresses = invitees.map(({ email }) => normaliseAddress(email))
  addresses.forEach((address, at) => {
    if (addresses.indexOf(address) === at) return
    context.addIssue({
      code: 'custom',
      path: ['invitees', at, 'email'],
      message: 'This address is named twice.',
    })
  })
}

export const InviteesForm = Invitees.superRefine(eachOnce)

/** The last step: whom to ask, and whether now. */
export const AskForm = Invitees.extend({
  declaration: z.boolean().default(false),
  then: z.enum(['ask', 'save']).default('ask'),
})
  .superRefine(eachOnce)
  .refine(form => form.then === 'save' || form.declaration, {
    path: ['declaration'],
    error: 'Tick the box: this is true and your own, and the people it shows agree.',
    // Told with whatever else is missing, not after it.
    when: () => true,
  })
/** As `useForm` knows it. */
export type AskTyped = z.input<typeof AskForm>
