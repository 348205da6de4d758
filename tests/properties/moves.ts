import type { Activity, Model, Request } from './model'
import type { Mailbox, Somebody } from './people'

export const studentVerbs = [
  'edit',
  'addText',
  'name',
  'submit',
  'withdraw',
  'revise',
  'discard',
  'remind',
  'askAlso',
  'askSuggested',
  'leaveSuggestion',
  'tell',
] as const
export const endorserVerbs = [
  'endorse',
  'amend',
  'takeBack',
  'return',
  'decline',
  'deny',
  'suggest',
  'question',
  'handOver',
] as const
/** By whoever holds the link, or by nobody: the clock, the mail. */
export const linkVerbs = ['begin', 'stop', 'allow', 'renew', 'bounce'] as const
export const reviewerVerbs = ['approve', 'sendBack', 'turnDown', 'rescind', 'undo'] as const
export const worldVerbs = ['log', 'post', 'expire', 'wait', 'adopt'] as const
export const verbs = [
  ...studentVerbs,
  ...endorserVerbs,
  ...linkVerbs,
  ...reviewerVerbs,
  ...worldVerbs,
] as const
export type Verb = (typeof verbs)[number]

/** One thing somebody does, at an activity, a request or a review by its place. */
export interface Move {
  verb: Verb
  by: Somebody
  activity: number
  request: number
  mailbox: Mailbox
  asks: readonly Mailbox[]
  /** How the address is written: the same mailbox in other letters. */
  spelling: number
  minutes: number
  /** The form showed an earlier version. */
  isStale: boolean
  days: number
  /** Where it is done: by the verb itself, or through the page’s form. */
  door: 'verb' | 'page'
}

/** What the model says must come of it: the events and letters of the change, or one of the two noes. */
export type Outcome = 'missing' | 'refused' | { events: readonly string[]; letters: readonly string[] }

export const done = (event: string, ...letters: string[]): Outcome => ({ events: [event], letters })
export const nothing: Outcome = { events: [], letters: [] }

export interface Turn {
  model: Model
  move: Move
  activity: Activity
  request: Request | undefined
}

export type Says = (turn: Turn) => Outcome
