import type { PaperMessages } from '../en/papers'
import { certificate } from './certificate'
import { plural } from './numbers'
import { time } from './time'
import { transcriptPaper } from './transcript-paper'

const activities = (count: number) => plural(count, { one: 'einer Aktivität', other: '# Aktivitäten' })

export const de: PaperMessages = {
  language: 'de',
  locale: 'de',
  common: { time },
  certificate,
  transcriptPaper,
  transcript: {
    name: 'Nachweis außercurricularer Leistungen',
    issuedTo: recipient => `Ausgestellt für ${recipient}.`,
    describes: (institution, isComplete, day) =>
      isComplete
        ? `${institution}: alle gültigen Urkunden und alle anerkannten Aktivitäten, Stand ${day}. Kein Transcript of Records.`
        : `${institution}: eine eigene Auswahl aus Urkunden und anerkannten Aktivitäten, Stand ${day}. Kein Transcript of Records.`,
    sum: (count, hours) => `${plural(count, { one: 'eine Aktivität', other: '# Aktivitäten' })}, ${hours}`,
  },
  issuing: {
    category: {
      club: 'Verein oder Hochschulgruppe',
      sport: 'Sport',
      arts: 'Kunst und Kultur',
      volunteering: 'Ehrenamt',
      internship: 'Praktikum',
      research: 'Forschung',
      employment: 'Bezahlte Arbeit',
      membership: 'Mitgliedschaft',
      other: 'Sonstiges',
    },
    scale: (hours, count, period) => `${hours} bestätigte Arbeit in ${activities(count)}, ${period}.`,
    somebody: 'eine Person, die dabei war',
    elements: {
      awardingBody: 'Verleihende Einrichtung',
      country: 'Land der Einrichtung',
      level: 'Niveau',
      workload: 'Vorgesehener Arbeitsaufwand',
      assessment: 'Art der Prüfung',
      assessor: 'Prüfende',
      participation: 'Form der Teilnahme',
      qualityAssurance: 'Qualitätssicherung',
      supervision: 'Aufsicht und Identitätsprüfung',
      prerequisites: 'Voraussetzungen',
      leadsTo: 'Anrechenbar auf',
      contact: 'Auskunft',
    },
    levelOf: (level, eqfLevel, basis) =>
      eqfLevel === null ? `${level} (${basis})` : `${level}, EQR-Niveau ${eqfLevel} (${basis})`,
    workload: (hours, credits, basis) =>
      credits === null ? hours : `${hours}, ${credits} ECTS${basis ? ` (${basis})` : ''}`,
  },
  programme: { level: { foundation: 'Grundstufe', intermediate: 'Mittelstufe', advanced: 'Oberstufe' } },
  endorsement: {
    assurance: {
      staff: 'Personal der Universität, durch Anmeldung bestätigt',
      organisation: 'Adresse einer Organisation, durch Code bestätigt',
      email: 'Mailadresse, durch Code bestätigt',
    },
  },
  catalogue: { credits: credits => plural(credits, { one: '# ECTS-Punkt', other: '# ECTS-Punkte' }) },
}
