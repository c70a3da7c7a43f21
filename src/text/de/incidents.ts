import type { incidents as en } from '../en/incidents.js';
import type { Translated } from '../translated.js';

/** The German of `en/incidents.ts`, with "Sie". */
export const incidents: Translated<typeof en> = {
  'help.knownIssue': 'für Administratoren: allen, die es betrifft, sagen, was bekannt ist; allein: was läuft',
  'notice.incidentHow':
    'Bitte schreiben Sie es so: known issue all bis 15:00: Der Anmeldedienst steht, wir arbeiten daran. Statt „all“ auch eine Ursache. Sie schrieben: {{typed}}',
  'notice.incidentTooLong': 'Der Text darf höchstens {{most}} Zeichen haben. Er begann: {{typed}}',
  'notice.incidentUntil':
    'Die Zeit „{{until}}“ verstehe ich nicht. Ich kenne 15:00, morgen 9:00, Freitag 12:00, 27.11. 15:00 und 2 Stunden. Sie schrieben: {{typed}}',
  'notice.incidentPast': 'Diese Zeit ist schon vorbei. Sie schrieben: {{typed}}',
  'notice.incidentTooFar':
    'Das ist mehr als 14 Tage hin. Was länger dauert, gehört in die Bäume. Sie schrieben: {{typed}}',
  'notice.incidentNone':
    'Es läuft keine bekannte Störung. Um eine zu melden, schreiben Sie zum Beispiel: known issue all bis 15:00: Der Anmeldedienst steht, wir arbeiten daran.',
  'notice.incidentGone':
    'Das wurde schon entschieden oder ist nicht mehr da. Schreiben Sie „known issue“, um zu sehen, was läuft.',
  'incident.heading.draft': 'Bekannte Störung {{number}}: noch nicht veröffentlicht',
  'incident.heading.running': 'Bekannte Störung {{number}}: veröffentlicht',
  'incident.heading.ended': 'Bekannte Störung {{number}}: beendet',
  'incident.shown':
    '**Bekannte Störung, bis {{until}}:** {{text}}\n\nSie müssen deswegen nichts tun. Wenn es bei Ihnen etwas anderes ist, gehen Sie unten einfach weiter.',
  'incident.preview': 'Oben steht, was die Leute lesen werden. Veröffentlichen?',
  'incident.about': 'Zu sehen für alle, die zu dieser Ursache kommen: {{cause}}',
  'incident.aboutAll': 'Zu sehen für alle, die Hilfe suchen.',
  'incident.unknownCause': 'Eine Ursache „{{cause}}“ kenne ich nicht. Welche meinen Sie?',
  'incident.kept': 'Das Übrige behalte ich: bis {{until}}: {{text}}',
  'incident.joined_one': '{{count}} offene Anfrage gehört dazu.',
  'incident.joined_other': '{{count}} offene Anfragen gehören dazu.',
  'incident.chooseAll': 'Alle, die Hilfe suchen',
  'incident.publish': 'Veröffentlichen',
  'incident.drop': 'Nicht veröffentlichen',
  'incident.end': 'Jetzt beenden',
  'incident.over_one':
    'Die bekannte Störung {{number}} ist vorbei: {{text}} Eine offene Anfrage gehörte dazu: {{tickets}}. Bitte fragen Sie die Person, ob alles gut ist.',
  'incident.over_other':
    'Die bekannte Störung {{number}} ist vorbei: {{text}} {{count}} offene Anfragen gehörten dazu: {{tickets}}. Bitte fragen Sie die Leute, ob alles gut ist.',
  'incident.handedOver':
    'Ihre Anfrage gehört zu einer bekannten Störung, an der bis {{until}} gearbeitet wird: {{text}}',
  'ticket.incident': 'Gehört zur bekannten Störung {{number}}: {{text}}',
  'ticket.incidentOver':
    'Die bekannte Störung {{number}} ist vorbei ({{text}}). Bitte fragen Sie die Person, ob alles gut ist.',
  'tickets.incident': 'bekannte Störung {{number}}',
};
