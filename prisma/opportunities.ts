import { db } from '~/lib/db.server'
import { fold } from '~/domain/fold'
import { newId } from '~/lib/id.server'
import { now } from '~/lib/clock.server'
import { cast, outsiders } from '../tests/cast'
import type { House } from './people'

export const opportunities = {
  treasurer: {
    unit: 'debating', title: 'Treasurer', organisation: 'Debating Society', category: 'club',
    description: 'Keeps the accounts of the society for a year, collects fees and pays for tournaments.',
    validatorName: cast.ben.usedName, validatorEmail: cast.ben.email,
    expectedMinutesMin: 40 * 60, expectedMinutesMax: 60 * 60, competencies: ['S3', 'P1'],
  },
  representative: {
    unit: 'volunteering', title: 'Course representative', organisation: 'Office of Student Life', category: 'other',
    description: 'Speaks for a year of a course, gathers what students say and reports back what came of it.',
    validatorName: cast.ben.usedName, validatorEmail: cast.ben.email,
    expectedMinutesMin: 30 * 60, expectedMinutesMax: 60 * 60, competencies: ['S2', 'L2'],
  },
  shiftLead: {
    unit: 'foodBank', title: 'Shift lead', organisation: 'Shoreline Food Bank', category: 'volunteering',
    description: 'Leads a Saturday shift: rota, handover, parcels, and whoever is new.',
    validatorName: outsiders.eleni.name, validatorEmail: outsiders.eleni.email,
    expectedMinutesMin: 30 * 60, expectedMinutesMax: 80 * 60, competencies: ['S3', 'S1', 'P2'],
  },
  volunteer: {
    unit: 'foodBank', title: 'Volunteer', organisation: 'Shoreline Food Bank', category: 'volunteering',
    description: 'Packs and hands out parcels on Saturdays.',
    validatorName: outsiders.eleni.name, validatorEmail: outsiders.eleni.email,
    expectedMinutesMin: 10 * 60, expectedMinutesMax: 40 * 60, competencies: ['S1'],
  },
  sampling: {
    unit: 'engineering', title: 'Research assistant, estuary sampling', organisation: 'Estuary Lab', category: 'research',
    description: 'Takes water samples by boat and prepares them in the laboratory.',
    validatorName: outsiders.ines.name, validatorEmail: outsiders.ines.email,
    expectedMinutesMin: 40 * 60, expectedMinutesMax: 120 * 60, competencies: ['L2', 'L3'],
  },
} as const
export type OpportunityKey = keyof typeof opportunities

export async function seedOpportunities({ institutionId, unitIds }: House, competencyIds: Map<string, string>) {
  const ids = new Map<OpportunityKey, string>()
  for (const [key, { unit, competencies, ...opportunity }] of Object.entries(opportunities)) {
    const id = newId()
    await db.opportunity.create({
      data: {
        id, institutionId, unitId: unitIds[unit], ...opportunity, createdAt: now(), openedAt: now(),
        folded: fold(`${opportunity.title} ${opportunity.organisation} ${opportunity.description}`),
        competencies: { create: competencies.map(code => ({ competencyId: competencyIds.get(code) ?? '' })) },
      },
    })
    ids.set(key as OpportunityKey, id) // Object.entries forgets what the record's type knows
  }
  return ids
}
