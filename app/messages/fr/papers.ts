import type { PaperMessages } from '../en/papers'
import { certificate } from './certificate'
import { plural } from './numbers'
import { time } from './time'
import { transcriptPaper } from './transcript-paper'

const activities = (count: number) => plural(count, { one: '# activité', many: '# activités', other: '# activités' })

export const fr: PaperMessages = {
  language: 'fr',
  locale: 'fr',
  common: { time },
  certificate,
  transcriptPaper,
  transcript: {
    name: 'Relevé des acquis hors cursus',
    issuedTo: recipient => `Délivré à ${recipient}.`,
    describes: (institution, isComplete, day) =>
      isComplete
        ? `Toutes les certifications en vigueur et toutes les activités reconnues (${institution}), au ${day}. Ce n’est pas un relevé de notes.`
        : `Choix fait par la personne titulaire parmi ses certifications et ses activités reconnues (${institution}), au ${day}. Ce n’est pas un relevé de notes.`,
    sum: (count, hours) => `${activities(count)}, ${hours}`,
  },
  issuing: {
    category: {
      club: 'Vie associative',
      sport: 'Sport',
      arts: 'Arts',
      volunteering: 'Bénévolat',
      internship: 'Stage',
      research: 'Recherche',
      employment: 'Travail rémunéré',
      membership: 'Adhésion',
      other: 'Autre',
    },
    scale: (hours, count, period) => `${hours} de travail confirmé dans ${activities(count)}, ${period}.`,
    somebody: 'une personne qui était présente',
    elements: {
      awardingBody: 'Organisme de délivrance',
      country: 'Pays de l’organisme',
      level: 'Niveau',
      workload: 'Charge de travail prévue',
      assessment: 'Type d’évaluation',
      assessor: 'Évaluation menée par',
      participation: 'Forme de participation',
      qualityAssurance: 'Assurance qualité',
      supervision: 'Surveillance et vérification d’identité',
      prerequisites: 'Conditions d’accès',
      leadsTo: 'Cumulable en vue de',
      contact: 'Renseignements',
    },
    levelOf: (level, eqfLevel, basis) =>
      eqfLevel === null ? `${level} (${basis})` : `${level}, niveau ${eqfLevel} du CEC (${basis})`,
    workload: (hours, credits, basis) =>
      credits === null ? hours : `${hours}, ${credits} ECTS${basis ? ` (${basis})` : ''}`,
  },
  programme: { level: { foundation: 'Élémentaire', intermediate: 'Intermédiaire', advanced: 'Avancé' } },
  endorsement: {
    assurance: {
      staff: 'Personnel de l’université, confirmé par connexion',
      organisation: 'Adresse d’une organisation, confirmée par code',
      email: 'Adresse de courriel, confirmée par code',
    },
  },
  catalogue: {
    credits: credits => plural(credits, { one: '# crédit ECTS', many: '# crédits ECTS', other: '# crédits ECTS' }),
  },
}
