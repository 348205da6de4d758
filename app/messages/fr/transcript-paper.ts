import type { PaperMessages } from '../en/papers'

export const transcriptPaper: PaperMessages['transcriptPaper'] = {
  heading: 'Relevé des acquis hors cursus',
  preview: 'Aperçu, non officiel',
  qrCode: 'Code QR avec l’adresse de ce relevé',
  emblem: 'Emblème des relevés de cet établissement',
  holder: 'Titulaire',
  madeOn: 'État au',
  period: 'Période du travail',
  document: 'Relevé',
  totals: { activities: 'activités reconnues', hours: 'heures confirmées', credentials: 'certifications', competencies: 'compétences montrées' },
  profile: 'Profil de compétences',
  profileNote: 'Le plus haut niveau que quelqu’un a confirmé',
  credentials: 'Certifications',
  activities: 'Activités',
  quoted: 'Avec les mots de celles et ceux qui étaient là',
  timeline: 'Quand c’était',
  timelineOf: 'Frise des activités',
  kinds: 'Quel genre de travail',
  most: 'Où fut l’essentiel du travail',
  more: 'Le relevé complet contient tout.',
  checkIt: 'Comment le vérifier',
  employer: 'Relevé des acquis hors cursus, en une page',
  shown: 'Montré',
  reading: 'Comment le lire',
  kind: 'Ce que c’est',
  kindMeaning:
    'Un relevé de ce qui a été appris hors du cursus. Ce n’est pas un relevé de notes\u00a0; il ne donne ni crédits ni ' +
    'diplôme, sauf si une entrée le dit.',
  confirmed: 'Confirmé',
  confirmedMeaning:
    'Une autre personne, qui était présente, a confirmé le travail, les heures et chaque niveau selon les termes d’une ' +
    'grille publiée. Entre parenthèses figure la façon dont l’établissement connaît cette personne.',
  approved: 'Reconnu',
  approvedMeaning: 'L’établissement a examiné ce qui a été confirmé ainsi que les preuves, et l’a admis au relevé.',
  hours: 'Heures',
  hoursMeaning: 'Les heures sont celles qui ont été confirmées, non celles qui étaient prévues ou déclarées.',
  levels: 'Niveaux, du plus bas au plus haut',
  issuedBy: 'Délivré par',
  signatory: 'Pour l’établissement',
  checking: 'Vérification',
  checkingMeaning:
    'L’adresse et le code QR mènent à l’état actuel de ce relevé, même s’il a été retiré. Ce fichier contient le relevé ' +
    'signé, credential.json, pour les programmes qui lisent le Comprehensive Learner Record 2.0.',
  check: 'À vérifier sur',
  page: 'Page {page} sur {pages}',
  attachment: 'Le relevé signé (Comprehensive Learner Record 2.0)',
}
