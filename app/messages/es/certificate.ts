import type { PaperMessages } from '../en/papers'

export const certificate: PaperMessages['certificate'] = {
  kinds: {
    MicroCredential: { heading: 'Certificado de microcredencial', earned: 'ha obtenido la microcredencial' },
    CoCurricular: { heading: 'Certificado cocurricular', earned: 'ha completado el programa' },
    CommunityService: { heading: 'Certificado de servicio a la comunidad', earned: 'ha completado el servicio' },
    Badge: { heading: 'Certificado', earned: 'ha obtenido' },
  },
  specimen: 'Muestra sin validez',
  certifies: 'certifica que',
  emblem: 'Emblema del programa',
  level: 'Nivel',
  workload: 'Carga de trabajo',
  confirmed: 'Confirmado',
  credit: 'Créditos',
  awarded: 'Fecha de concesión',
  validUntil: 'Válida hasta',
  shown: 'Lo que se demostró',
  shownNote: 'Niveles según el juicio de otras personas',
  confirmedBy: 'Confirmado por',
  moreOverleaf: 'Continúa en la página siguiente',
  qrCode: 'Código QR con la dirección de esta credencial',
  check: 'Comprobar este certificado:',
  number: 'Credencial',
  about: 'Sobre esta credencial',
  description: 'Descripción',
  restsOn: 'En qué se basa',
  activity: 'Actividad',
  period: 'Periodo',
  hours: 'Horas',
  reading: 'Cómo leerla',
  scale: 'Niveles, de menor a mayor',
  confirmedMeans: 'Confirmado',
  confirmedMeaning:
    'Alguien distinto de quien la recibe confirmó las horas y eligió cada nivel según el texto de la rúbrica. La línea ' +
    'debajo de cada nombre dice cómo se conoce a esa persona.',
  checking: 'Comprobación',
  checkingMeaning:
    'La dirección y el código QR llevan al estado actual de esta credencial, también si fue revocada. Este archivo ' +
    'contiene la credencial firmada, credential.json, para programas que leen Open Badges\u00a03.0.',
  attachment: 'La credencial firmada (Open Badges 3.0)',
}
