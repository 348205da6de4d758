import type { PaperMessages } from '../en/papers'

export const transcriptPaper: PaperMessages['transcriptPaper'] = {
  heading: 'Nachweis außercurricularer Leistungen',
  preview: 'Vorschau, nicht amtlich',
  qrCode: 'QR-Code mit der Adresse dieses Nachweises',
  emblem: 'Emblem der Nachweise dieser Einrichtung',
  holder: 'Ausgestellt für',
  madeOn: 'Stand',
  period: 'Zeitraum der Arbeit',
  document: 'Nachweis',
  totals: { activities: 'anerkannte Aktivitäten', hours: 'bestätigte Stunden', credentials: 'Urkunden', competencies: 'gezeigte Kompetenzen' },
  profile: 'Kompetenzprofil',
  profileNote: 'Die höchste Stufe, die jemand bestätigt hat',
  credentials: 'Urkunden',
  activities: 'Aktivitäten',
  quoted: 'In den Worten derer, die dabei waren',
  timeline: 'Wann es war',
  timelineOf: 'Zeitleiste der Aktivitäten',
  kinds: 'Welche Art von Arbeit',
  most: 'Worin die meiste Arbeit lag',
  more: 'Der vollständige Nachweis enthält alles.',
  checkIt: 'So wird er geprüft',
  employer: 'Nachweis außercurricularer Leistungen, eine Seite',
  shown: 'Gezeigt',
  reading: 'Zum Lesen',
  kind: 'Was dies ist',
  kindMeaning:
    'Ein Nachweis über Lernen außerhalb des Lehrplans. Er ist kein Transcript of Records und verleiht weder ' +
    'Leistungspunkte noch einen Abschluss, es sei denn, ein Eintrag sagt es.',
  confirmed: 'Bestätigt',
  confirmedMeaning:
    'Eine andere Person, die dabei war, hat die Arbeit, die Stunden und jede Stufe nach dem Wortlaut eines ' +
    'veröffentlichten Bewertungsrasters bestätigt. In Klammern steht, woher die Einrichtung diese Person kennt.',
  approved: 'Anerkannt',
  approvedMeaning: 'Die Einrichtung hat das Bestätigte und die Belege geprüft und in den Nachweis aufgenommen.',
  hours: 'Stunden',
  hoursMeaning: 'Gezählt sind die bestätigten Stunden, nicht die geplanten oder angegebenen.',
  levels: 'Stufen, von unten nach oben',
  issuedBy: 'Ausgestellt von',
  signatory: 'Für die Einrichtung',
  checking: 'Prüfung',
  checkingMeaning:
    'Die Adresse und der QR-Code führen zum heutigen Stand dieses Nachweises, auch wenn er zurückgezogen wurde. Diese ' +
    'Datei enthält ihn signiert als credential.json, für Programme, die den Comprehensive Learner Record 2.0 lesen.',
  check: 'Zu prüfen unter',
  page: 'Seite {page} von {pages}',
  attachment: 'Der signierte Nachweis (Comprehensive Learner Record 2.0)',
}
