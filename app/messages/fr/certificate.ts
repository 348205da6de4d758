import type { PaperMessages } from '../en/papers'

export const certificate: PaperMessages['certificate'] = {
  kinds: {
    MicroCredential: { heading: 'Certificat de microcertification', earned: 'a obtenu la microcertification' },
    CoCurricular: { heading: 'Certificat hors cursus', earned: 'a accompli le programme' },
    CommunityService: { heading: 'Certificat d’engagement citoyen', earned: 'a accompli l’engagement' },
    Badge: { heading: 'Certificat', earned: 'a obtenu' },
  },
  specimen: 'Spécimen, sans valeur',
  certifies: 'certifie que',
  emblem: 'Emblème du programme',
  level: 'Niveau',
  workload: 'Charge de travail',
  confirmed: 'Confirmé',
  credit: 'Crédits',
  awarded: 'Délivré le',
  validUntil: 'Valable jusqu’au',
  shown: 'Ce qui a été montré',
  shownNote: 'Niveaux attribués par d’autres',
  confirmedBy: 'Confirmé par',
  moreOverleaf: 'Suite à la page suivante',
  qrCode: 'Code QR avec l’adresse de cette certification',
  check: 'Vérifier ce certificat\u00a0:',
  number: 'Certification',
  about: 'À propos de cette certification',
  description: 'Description',
  restsOn: 'Ce sur quoi elle repose',
  activity: 'Activité',
  period: 'Période',
  hours: 'Heures',
  reading: 'Comment la lire',
  scale: 'Niveaux, du plus bas au plus haut',
  confirmedMeans: 'Confirmé',
  confirmedMeaning:
    'Une autre personne que la titulaire ou le titulaire a confirmé les heures et choisi chaque niveau selon les termes ' +
    'de la grille d’évaluation. La ligne sous chaque nom dit comment cette personne est connue.',
  checking: 'Vérification',
  checkingMeaning:
    'L’adresse et le code QR mènent à l’état actuel de cette certification, même si elle a été révoquée. Ce fichier ' +
    'contient la certification signée, credential.json, pour les programmes qui lisent Open Badges\u00a03.0.',
  attachment: 'La certification signée (Open Badges 3.0)',
}
