import type { PaperMessages } from '../en/papers'
import { certificate } from './certificate'
import { plural } from './numbers'
import { time } from './time'
import { transcriptPaper } from './transcript-paper'

const activities = (count: number) => plural(count, { one: 'una actividad', many: '# de actividades', other: '# actividades' })

export const es: PaperMessages = {
  language: 'es',
  locale: 'es',
  common: { time },
  certificate,
  transcriptPaper,
  transcript: {
    name: 'Expediente cocurricular',
    issuedTo: recipient => `Expedido para ${recipient}.`,
    describes: (institution, isComplete, day) =>
      isComplete
        ? `Todas las credenciales vigentes y todas las actividades aprobadas (${institution}), a ${day}. No es un expediente académico.`
        : `Selección hecha por la persona titular entre sus credenciales y actividades aprobadas (${institution}), a ${day}. No es un expediente académico.`,
    sum: (count, hours) => `${activities(count)}, ${hours}`,
  },
  issuing: {
    category: {
      club: 'Club o asociación',
      sport: 'Deporte',
      arts: 'Artes',
      volunteering: 'Voluntariado',
      internship: 'Prácticas',
      research: 'Investigación',
      employment: 'Trabajo remunerado',
      membership: 'Afiliación',
      other: 'Otros',
    },
    scale: (hours, count, period) => `${hours} de trabajo confirmado en ${activities(count)}, ${period}.`,
    somebody: 'una persona que estuvo presente',
    elements: {
      awardingBody: 'Entidad que la otorga',
      country: 'País de la entidad',
      level: 'Nivel',
      workload: 'Carga de trabajo prevista',
      assessment: 'Tipo de evaluación',
      assessor: 'Evaluación a cargo de',
      participation: 'Forma de participación',
      qualityAssurance: 'Garantía de calidad',
      supervision: 'Supervisión y comprobación de identidad',
      prerequisites: 'Requisitos previos',
      leadsTo: 'Acumulable para',
      contact: 'Información',
    },
    levelOf: (level, eqfLevel, basis) =>
      eqfLevel === null ? `${level} (${basis})` : `${level}, nivel ${eqfLevel} del MEC (${basis})`,
    workload: (hours, credits, basis) =>
      credits === null ? hours : `${hours}, ${credits} ECTS${basis ? ` (${basis})` : ''}`,
  },
  programme: { level: { foundation: 'Básico', intermediate: 'Intermedio', advanced: 'Avanzado' } },
  endorsement: {
    assurance: {
      staff: 'Personal de la universidad, confirmado al iniciar sesión',
      organisation: 'Dirección de una organización, confirmada con código',
      email: 'Dirección de correo, confirmada con código',
    },
  },
  catalogue: {
    credits: credits => plural(credits, { one: '# crédito ECTS', many: '# de créditos ECTS', other: '# créditos ECTS' }),
  },
}
