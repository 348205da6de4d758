import type { PaperMessages } from '../en/papers'

export const transcriptPaper: PaperMessages['transcriptPaper'] = {
  heading: 'Expediente cocurricular',
  preview: 'Vista previa, no oficial',
  qrCode: 'Código QR con la dirección de este expediente',
  emblem: 'Emblema de los expedientes de esta institución',
  holder: 'Titular',
  madeOn: 'A fecha de',
  period: 'Periodo del trabajo',
  document: 'Expediente',
  totals: { activities: 'actividades aprobadas', hours: 'horas confirmadas', credentials: 'credenciales', competencies: 'competencias demostradas' },
  profile: 'Perfil de competencias',
  profileNote: 'El nivel más alto que alguien confirmó',
  credentials: 'Credenciales',
  activities: 'Actividades',
  quoted: 'En palabras de quienes estuvieron allí',
  timeline: 'Cuándo fue',
  timelineOf: 'Cronología de las actividades',
  kinds: 'Qué clase de trabajo',
  most: 'Dónde estuvo la mayor parte',
  more: 'El expediente completo lo contiene todo.',
  checkIt: 'Cómo comprobarlo',
  employer: 'Expediente cocurricular, una página',
  shown: 'Demostrado',
  reading: 'Cómo leerlo',
  kind: 'Qué es',
  kindMeaning:
    'Una constancia del aprendizaje fuera del plan de estudios. No es un expediente académico y no otorga créditos ni ' +
    'titulación, salvo que una entrada lo diga.',
  confirmed: 'Confirmado',
  confirmedMeaning:
    'Alguien distinto de la persona titular, que estuvo presente, confirmó el trabajo, las horas y cada nivel según el ' +
    'texto de una rúbrica publicada. Entre paréntesis consta cómo conoce la institución a esa persona.',
  approved: 'Aprobado',
  approvedMeaning: 'La institución examinó lo confirmado y las pruebas, y lo admitió en el expediente.',
  hours: 'Horas',
  hoursMeaning: 'Las horas son las que se confirmaron, no las previstas ni las declaradas.',
  levels: 'Niveles, de menor a mayor',
  issuedBy: 'Expedido por',
  signatory: 'Por la institución',
  checking: 'Comprobación',
  checkingMeaning:
    'La dirección y el código QR llevan al estado actual de este expediente, también si fue retirado. Este archivo ' +
    'contiene el expediente firmado, credential.json, para programas que leen el Comprehensive Learner Record 2.0.',
  check: 'Compruébelo en',
  page: 'Página {page} de {pages}',
  attachment: 'El expediente firmado (Comprehensive Learner Record 2.0)',
}
