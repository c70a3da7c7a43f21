import type { stats as en } from '../en/stats.js';
import type { Translated } from '../translated.js';

/** The German of `en/stats.ts`, with "Sie". */
export const stats: Translated<typeof en> = {
  'help.stats': 'für Administratoren: wie Bot und Helpdesk arbeiten, in Zahlen ohne Namen',
  'notice.statsHow': 'Bitte nennen Sie eine Zahl von Tagen zwischen 1 und {{most}}, zum Beispiel: stats 90.',
  'file.stats': 'Wie Bot und Helpdesk arbeiten, in Zahlen ohne Namen',
  'stats.heading_one': 'Zahlen des letzten Tages',
  'stats.heading_other': 'Zahlen der letzten {{count}} Tage',
  'stats.sessions_one': '{{count}} Gespräch wurde begonnen.',
  'stats.sessions_other': '{{count}} Gespräche wurden begonnen.',
  'stats.explained':
    'Abgebrochen heißt: 7 Tage lang keine Antwort. Die Zeiten sind die der Uhr, mit Nächten und Wochenenden. In diesen Zahlen steht niemandes Name oder Kennung.',
  'stats.outcomes': 'Was daraus wurde',
  'stats.resolved': 'Vom Bot gelöst',
  'stats.handedOver': 'Übergeben',
  'stats.abandoned': 'Abgebrochen',
  'stats.running': 'Laufen noch',
  'stats.causes': 'Häufigste Ursachen',
  'stats.leftAt': 'Wo die Leute aufgeben',
  'stats.handedOverAt': 'Wo übergeben wird',
  'stats.satisfaction': 'Zufriedenheit',
  'stats.rating_one': '{{average}} von 5, aus {{count}} Bewertung',
  'stats.rating_other': '{{average}} von 5, aus {{count}} Bewertungen',
  'stats.noRating': 'noch keine Bewertung',
  'stats.tickets': 'Anfragen an den Helpdesk',
  'stats.claim': 'Bis jemand eine übernimmt',
  'stats.resolve': 'Bis sie gelöst ist',
  'stats.times_one': '{{median}} ({{count}} Anfrage)',
  'stats.times_other': 'die Hälfte in {{median}}, neun von zehn in {{most}} ({{count}} Anfragen)',
  'stats.noneYet': 'noch keine',
  'stats.csv': 'Alles als Datei (CSV)',
};
