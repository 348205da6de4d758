import type { PaperMessages } from '../en/papers'

export const certificate: PaperMessages['certificate'] = {
  kinds: {
    MicroCredential: { heading: 'Micro-Credential-Urkunde', earned: 'hat das folgende Micro-Credential erworben:' },
    CoCurricular: { heading: 'Außercurriculare Urkunde', earned: 'hat das folgende Programm abgeschlossen:' },
    CommunityService: { heading: 'Urkunde über gemeinnützigen Einsatz', earned: 'hat den folgenden Einsatz geleistet:' },
    Badge: { heading: 'Urkunde', earned: 'hat den folgenden Nachweis erworben:' },
  },
  specimen: 'Muster, keine Urkunde',
  certifies: 'bescheinigt:',
  emblem: 'Emblem des Programms',
  level: 'Niveau',
  workload: 'Aufwand',
  confirmed: 'Bestätigt',
  credit: 'Leistungspunkte',
  awarded: 'Verliehen am',
  validUntil: 'Gültig bis',
  shown: 'Was gezeigt wurde',
  shownNote: 'Stufen nach dem Urteil anderer',
  confirmedBy: 'Bestätigt von',
  moreOverleaf: 'Weiteres auf der nächsten Seite',
  qrCode: 'QR-Code mit der Adresse dieses Nachweises',
  check: 'Diese Urkunde prüfen:',
  number: 'Nachweis',
  about: 'Über diesen Nachweis',
  description: 'Beschreibung',
  restsOn: 'Worauf er beruht',
  activity: 'Aktivität',
  period: 'Zeitraum',
  hours: 'Stunden',
  reading: 'Zum Lesen',
  scale: 'Stufen, von unten nach oben',
  confirmedMeans: 'Bestätigt',
  confirmedMeaning:
    'Eine andere Person als die ausgezeichnete hat die Stunden bestätigt und jede Stufe nach dem Wortlaut des ' +
    'Bewertungsrasters gewählt. Die Zeile unter jedem Namen sagt, woher diese Person bekannt ist.',
  checking: 'Prüfung',
  checkingMeaning:
    'Die Adresse und der QR-Code führen zum heutigen Stand dieses Nachweises, auch wenn er widerrufen wurde. Diese ' +
    'Datei enthält den signierten Nachweis als credential.json, für Programme, die Open Badges\u00a03.0 lesen.',
  attachment: 'Der signierte Nachweis (Open Badges 3.0)',
}
