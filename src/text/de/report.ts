import type { report as en } from '../en/report.js';
import type { Translated } from '../translated.js';

/** Deutsch, Satz für Satz wie in report-en.ts. */
export const report: Translated<typeof en> = {
  'help.quotaReport': 'für Administratoren: alle nahe am Gerätelimit, und wie die Geräte der Firma aussehen',

  'report.heading': 'Gerätelimit: die ganze Firma',
  'report.kicker': 'Ab {{percent}} % des Limits · Stand {{when}}',
  'report.begins': 'Ich fange an, die Geräte zu lesen. In einer großen Firma dauert das einige Minuten.',
  'report.progress': '{{devices}} Geräte bisher gelesen.',
  'report.progressOf': '{{devices}} von etwa {{expected}} Geräten bisher gelesen.',
  'report.whileRunning':
    'Sie müssen nicht warten: Diese Karte ändert sich von selbst, und nach einem Neustart geht es weiter.',
  'report.cancelled': 'Abgebrochen nach {{devices}} Geräten. Im Verzeichnis wurde nichts geändert.',
  'report.failed.forbidden':
    'Ich darf die Geräte nicht lesen. Die App-Registrierung braucht die Graph-Berechtigung Device.Read.All mit Zustimmung des Administrators; für die Besitzer User.Read.All.',
  'report.failed.limitedInformation':
    'Graph gibt die Geräte ohne Einzelheiten heraus. Die App-Registrierung braucht die Graph-Berechtigung Device.Read.All mit Zustimmung des Administrators.',
  'report.failed.throttled':
    'Graph ist gerade zu beschäftigt für diesen Bericht: Es hat mich immer wieder warten lassen. Bitte versuchen Sie es später noch einmal.',
  'report.failed.unreachable':
    'Ich konnte Graph einige Minuten lang nicht erreichen. Bitte versuchen Sie es später noch einmal.',
  'report.failed.timeout':
    'Graph hat mehrmals nicht rechtzeitig geantwortet. Bitte versuchen Sie es später noch einmal.',
  'report.failed.expired':
    'Graph hat meine Stelle in der Liste immer wieder verfallen lassen, deshalb kam der Bericht nie ans Ende. Bitte versuchen Sie es, wenn Graph schneller ist, zum Beispiel nachts.',
  'report.failed.other':
    'Graph hat etwas geantwortet, das ich nicht lesen kann. Bitte versuchen Sie es noch einmal; wenn es so bleibt, schreiben Sie „doctor“.',
  'report.nothingKept': 'Es gibt keine Zahlen, denn ein halber Bericht wäre falsch.',
  'report.over_one':
    '{{count}} Person hat {{atLeast}} oder mehr Geräte, die zählen: {{percent}} % des Limits von {{limit}}.',
  'report.over_other':
    '{{count}} Personen haben {{atLeast}} oder mehr Geräte, die zählen: {{percent}} % des Limits von {{limit}}.',
  'report.mayBeOver_one':
    '{{count}} weitere Person liegt nur dann dort, wenn Geräte zählen, bei denen Microsoft das nicht klar sagt (älteres Windows).',
  'report.mayBeOver_other':
    '{{count}} weitere Personen liegen nur dann dort, wenn Geräte zählen, bei denen Microsoft das nicht klar sagt (älteres Windows).',
  'report.limitUnknown':
    'Ich konnte das Gerätelimit nicht lesen, deshalb gibt es nur die Summen. Die App-Registrierung braucht die Graph-Berechtigung Policy.Read.DeviceConfiguration.',
  'report.unlimited':
    'Das Gerätelimit ist höher als jede Zahl, die man einstellen kann, also unbegrenzt: Niemand kann es erreichen. Das sind die Summen.',
  'report.nobodyMay': 'Das Gerätelimit ist 0: Niemand darf ein Gerät registrieren. Das sind die Summen.',
  'report.restarted_one':
    'Graph hat meine Stelle in der Liste verfallen lassen, deshalb habe ich einmal neu angefangen. Die Zahlen sind die des letzten Lesens.',
  'report.restarted_other':
    'Graph hat meine Stelle in der Liste verfallen lassen, deshalb habe ich {{count}}-mal neu angefangen. Die Zahlen sind die des letzten Lesens.',
  'report.missing_one': 'Graph selbst zählt {{count}} Gerät mehr, als ich lesen konnte.',
  'report.missing_other': 'Graph selbst zählt {{count}} Geräte mehr, als ich lesen konnte.',
  'report.estimate':
    'Was zählt, ist eine Schätzung: Graph sagt nicht, welche Geräte es zählt. Windows 10 und neuer in der eigenen Domäne der Firma (hybrid) zählt nicht.',
  'report.distribution': 'Personen nach dem Anteil des Limits, den sie nutzen',
  'report.shareTo': '{{from}} bis {{to}} %',
  'report.shareFrom': '{{from}} % und mehr',
  'report.byKind': 'Geräte nach Art des Beitritts',
  'report.kind.AzureAd': 'Entra beigetreten',
  'report.kind.Workplace': 'Registriert (oft privat)',
  'report.kind.ServerAd': 'Hybrid beigetreten',
  'report.kind.unknown': 'Nicht bekannt',
  'report.bySystem': 'Geräte nach System',
  'report.system.windows11': 'Windows 11, Server 2025',
  'report.system.windows10': 'Windows 10, Server 2016 bis 2022',
  'report.system.windows81': 'Windows 8.1, Server 2012 R2',
  'report.system.windows8': 'Windows 8, Server 2012',
  'report.system.windows7': 'Windows 7, Server 2008 R2',
  'report.system.windowsUnknown': 'Windows, Version nicht bekannt',
  'report.system.other': 'Andere',
  'report.overTitle': 'Dort oder darüber, nach dem, was zählt',
  'report.mayBeOverTitle': 'Nur mit dem, was vielleicht zählt',
  'report.used': '{{counts}} von {{limit}}',
  'report.stale_one': '{{count}} von allen lange nicht benutzt',
  'report.stale_other': '{{count}} von allen lange nicht benutzt',
  'report.nameless': '{{id}} (gelöscht oder nicht lesbar)',
  'report.attention': 'Einen Blick wert',
  'report.age.once_one': '{{count}} Gerät {{from}} bis {{to}} Tage nicht benutzt',
  'report.age.once_other': '{{count}} Geräte {{from}} bis {{to}} Tage nicht benutzt',
  'report.age.twice_one': '{{count}} Gerät {{from}} bis {{to}} Tage nicht benutzt',
  'report.age.twice_other': '{{count}} Geräte {{from}} bis {{to}} Tage nicht benutzt',
  'report.age.fourTimes_one': '{{count}} Gerät {{from}} Tage und länger nicht benutzt',
  'report.age.fourTimes_other': '{{count}} Geräte {{from}} Tage und länger nicht benutzt',
  'report.lastUseUnknown_one': '{{count}} Gerät, dessen letzte Benutzung nicht bekannt ist',
  'report.lastUseUnknown_other': '{{count}} Geräte, deren letzte Benutzung nicht bekannt ist',
  'report.pending_one': '{{count}} Gerät, das den Beitritt noch nicht abgeschlossen hat (ausstehend)',
  'report.pending_other': '{{count}} Geräte, die den Beitritt noch nicht abgeschlossen haben (ausstehend)',
  'report.pendingOverAWeek_one': '{{count}} davon seit mehr als einer Woche',
  'report.pendingOverAWeek_other': '{{count}} davon seit mehr als einer Woche',
  'report.downLevel_one': '{{count}} Gerät mit Windows 8.1, Server 2012 R2 oder älter',
  'report.downLevel_other': '{{count}} Geräte mit Windows 8.1, Server 2012 R2 oder älter',
  'report.disabled_one': '{{count}} abgeschaltetes Gerät',
  'report.disabled_other': '{{count}} abgeschaltete Geräte',
  'report.withoutOwner_one': '{{count}} Gerät ohne Besitzer',
  'report.withoutOwner_other': '{{count}} Geräte ohne Besitzer',
  'report.show': 'Zeigen, wie weit es ist',
  'report.cancel': 'Abbrechen',
  'report.new': 'Neuen Bericht machen',
  'report.csv': 'Alles als Datei (CSV)',
};
