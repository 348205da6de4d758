import type { JudgementOutcome } from '~/domain/endorsement'
import type { CastKey } from '../tests/cast'
import type { OpportunityKey } from './opportunities'

/** One activity of the demo and how far it got. */
export interface Chapter {
  student: CastKey
  opportunity: OpportunityKey
  title?: string
  until: 'draft' | 'submitted' | 'returned' | 'inReview' | 'approved'
  loggedDaysAgo: number
  weeks: number
  minutesAWeek: number
  narrative: string
  learning?: string
  message?: string
  claims: { code: string; level: number; why: string; seen?: number | Exclude<JudgementOutcome, 'atLevel'> }[]
  evidence: { name: string; text: string; fileName?: string }[]
  endorserRole?: string
  endorserOrganisation?: string
  confirmedMinutes?: number
  statement?: string
  question?: string
  reviewer?: CastKey
}

const staff = { endorserRole: 'Student representation officer', endorserOrganisation: 'Northbridge University' }

export const chapters: Chapter[] = [
  {
    student: 'ana', opportunity: 'shiftLead', until: 'approved', loggedDaysAgo: 200, weeks: 29, minutesAWeek: 120,
    narrative: 'I led the Saturday shift from October to April: rota, handover, parcels, and eleven volunteers.',
    learning: 'A rota works when people can see each other’s reasons. I now ask before I assign.',
    message: 'Dear Eleni, I am putting the Saturdays on my record. Could you say what you saw, above all on the day the cold-store failed?',
    claims: [
      { code: 'S3', level: 2, seen: 3, why: 'I made the Saturday rota for eleven volunteers, filled gaps by Thursday night, and ran the handover at noon.' },
      { code: 'S1', level: 2, seen: 2, why: 'I noticed two regulars who stopped coming and arranged home boxes with the parish nurse.' },
      { code: 'P2', level: 3, seen: 3, why: 'When the cold-store failed before Christmas we moved everything in two vans by ten.' },
    ],
    evidence: [
      { name: 'Rota, October to April', fileName: 'rota.csv', text: 'week,lead,volunteers\n1,Ana,9\n2,Ana,11\n3,Ana,10\n' },
      { name: 'Home box procedure', text: 'Call on Wednesday, pack on Friday, deliver before eleven on Saturday. The nurse has the list.' },
    ],
    endorserRole: 'Volunteer coordinator', confirmedMinutes: 57 * 60,
    statement:
      'I ran the Saturday floor with Ana from October to April and saw her most weeks. When the cold-store failed before ' +
      'Christmas she moved eleven volunteers and two vans without raising her voice.',
  },
  {
    student: 'ana', opportunity: 'treasurer', until: 'approved', loggedDaysAgo: 120, weeks: 30, minutesAWeek: 90, ...staff,
    narrative: 'I kept the accounts of the society for a year, from entry fees to the audit.',
    learning: 'Money is easier to trust when anybody can follow it, so I wrote the rules down.',
    claims: [
      { code: 'S3', level: 3, seen: 3, why: 'I brought the three event teams to one budget and kept it with them all year.' },
      { code: 'P1', level: 2, seen: 3, why: 'I closed the books every month, also in the exam weeks.' },
    ],
    evidence: [{ name: 'Accounts at the end of the year', fileName: 'accounts.csv', text: 'item,euro\nfees,1840\ntournaments,-1512\n' }],
    statement: 'Ana’s were the first accounts in years that the Students’ Union audit passed without a question.',
  },
  {
    student: 'ana', opportunity: 'representative', until: 'approved', loggedDaysAgo: 60, weeks: 24, minutesAWeek: 120, ...staff,
    narrative: 'I spoke for the third year of Environmental Engineering at the course committee.',
    claims: [
      { code: 'S2', level: 3, seen: 3, why: 'I reported every decision back within a week, in words first-years understood.' },
      { code: 'L2', level: 3, seen: 3, why: 'I asked where the attendance figures came from, and they turned out to be last year’s.' },
    ],
    evidence: [{ name: 'Report on workload', text: 'Sixty-one answers, four proposals, two of them adopted in May.' }],
    statement: 'She asked the two people who had said nothing, and that is where the agreement came from.',
  },
  {
    student: 'ana', opportunity: 'sampling', until: 'inReview', loggedDaysAgo: 12, weeks: 18, minutesAWeek: 240,
    narrative: 'Water samples by boat on Tuesdays, then filtering and counting in the laboratory.',
    claims: [{ code: 'L2', level: 3, seen: 3, why: 'I found that the pump, not the water, explained the odd series.' }],
    evidence: [{ name: 'Series before and after', fileName: 'series.csv', text: 'day,before,after\n1,8.1,7.2\n2,8.4,7.3\n' }],
    endorserRole: 'Research lead', statement: 'Ana found the fault in our pump that two of us had missed for a month.',
  },
  {
    student: 'chidi', opportunity: 'volunteer', until: 'approved', loggedDaysAgo: 150, weeks: 16, minutesAWeek: 120,
    narrative: 'I packed parcels on Saturdays and showed two newcomers how.',
    claims: [
      { code: 'S1', level: 2, seen: 2, why: 'I learnt which families needed what, and asked instead of guessing.' },
      { code: 'S3', level: 1, seen: 2, why: 'I took whichever table was short of hands.' },
    ],
    evidence: [{ name: 'Notes for newcomers', text: 'Heavy at the bottom, eggs last, and always ask about allergies.' }],
    endorserRole: 'Volunteer coordinator', statement: 'He made the new volunteers feel they had always been here.',
  },
  {
    student: 'chidi', opportunity: 'treasurer', until: 'submitted', loggedDaysAgo: 4, weeks: 20, minutesAWeek: 90,
    narrative: 'I took the accounts over from Ana in September.',
    message: 'Dear Ben, could you confirm the autumn term?',
    claims: [{ code: 'P1', level: 2, why: 'I kept the monthly close that Ana began.' }],
    evidence: [{ name: 'October close', fileName: 'october.csv', text: 'item,euro\nfees,310\nhall,-95\n' }],
  },
  {
    student: 'chidi', opportunity: 'sampling', title: 'Archive assistant, estuary maps', until: 'returned', loggedDaysAgo: 9, weeks: 8, minutesAWeek: 180,
    narrative: 'I catalogued a century of estuary maps and wrote a guide for the laboratory.',
    claims: [{ code: 'L3', level: 2, why: 'I taught myself the old survey marks from three handbooks.' }],
    evidence: [{ name: 'Guide to the maps', text: 'Sheets one to forty are in the long drawer; the rest are on the shelf by year.' }],
    question: 'Which weeks were you in the archive, and which in the laboratory? I can only confirm the archive.',
  },
  {
    student: 'chidi', opportunity: 'representative', until: 'draft', loggedDaysAgo: 2, weeks: 6, minutesAWeek: 60,
    narrative: 'I speak for the second year of History.',
    claims: [{ code: 'S2', level: 2, why: 'I run the drop-in on Thursdays and write up what people say.' }],
    evidence: [],
  },
]
