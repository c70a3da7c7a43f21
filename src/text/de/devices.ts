import type { devices as en } from '../en/devices.js';
import type { Translated } from '../translated.js';

export const devices: Translated<typeof en> = {
  'devices.mine': 'Ihre Geräte',
  'devices.of': 'Geräte von {{name}}',
  'devices.named': 'PCs mit dem Namen {{name}}',
  'devices.count_one': 'Dem Konto ist {{count}} Gerät zugeordnet.',
  'devices.count_other': 'Dem Konto sind {{count}} Geräte zugeordnet.',
  'devices.countMine_one': 'Das Verzeichnis der Firma ordnet Ihnen {{count}} Gerät zu.',
  'devices.countMine_other': 'Das Verzeichnis der Firma ordnet Ihnen {{count}} Geräte zu.',
  'devices.countNamed_one': '{{count}} Eintrag hat diesen Namen.',
  'devices.countNamed_other':
    '{{count}} Einträge haben diesen Namen. Es können verschiedene PCs sein oder einer, der neu eingerichtet wurde.',
  'devices.atLeast': 'Es sind mehr, als ich lesen konnte: mindestens {{count}} Geräte.',
  'devices.more_one': 'Das sind die {{shown}}, die man zuerst ansehen sollte, und es gibt {{count}} weiteres.',
  'devices.more_other': 'Das sind die {{shown}}, die man zuerst ansehen sollte, und es gibt {{count}} weitere.',
  'devices.noneMine':
    'Entra ordnet Ihnen keinen PC zu. Bei neueren PCs der Firma ist das üblich. Nennen Sie mir den Namen des PCs, dann sehe ich nach.',
  'devices.noneOf':
    'Entra ordnet diesem Konto kein Gerät zu. PCs mit Windows 10 und neuer, die über die Domäne beitreten, haben dort keinen Besitzer.',
  'devices.noneNamed':
    'Im Verzeichnis der Firma gibt es keinen PC mit diesem Namen. Bitte prüfen Sie die Schreibweise; auch ein PC, der nie beigetreten ist, steht dort nicht.',
  'devices.unknownMine':
    'Ich konnte Ihre Geräte gerade nicht nachsehen. Bitte versuchen Sie es in ein paar Minuten noch einmal, oder nennen Sie mir den Namen des PCs.',
  'devices.notListed': 'Fehlt hier ein PC? Nennen Sie mir seinen Namen, dann sehe ich nach.',
  'devices.unknownOf': 'Die Geräte konnten nicht abgefragt werden: {{reason}}.',

  'device.kind.Workplace': 'für die Arbeit registriert (Entra registered)',
  'device.kind.AzureAd': 'tritt direkt der Cloud bei (Entra join)',
  'device.kind.ServerAd': 'tritt über die Domäne der Firma bei (hybrid join)',
  'device.kind.unknown': 'Art nicht bekannt',
  'device.os.notKnown': 'System nicht bekannt',
  'device.lastUsed': 'zuletzt benutzt etwa {{ago}}',
  'device.lastUsedLately': 'kürzlich benutzt',
  'device.lastUsedNotKnown': 'letzte Nutzung nicht bekannt',
  'device.disabled': 'Im Verzeichnis deaktiviert. Nur ein Administrator kann es wieder aktivieren.',
  'device.pending':
    'Wartet: Der PC ist noch nicht fertig beigetreten. Schalten Sie ihn im Firmennetz ein und melden Sie sich daran an.',
  'device.stale': 'Lange nicht benutzt, vielleicht ein alter Eintrag.',
  'device.duplicate':
    'Ein weiterer Eintrag hat diesen Namen, vielleicht noch aus der Zeit vor einer Neueinrichtung des PCs.',
  'device.counts': 'Zählt für das Gerätelimit.',
  'device.mayCount':
    'Zählt vielleicht für das Gerätelimit: Bei diesem älteren Windows widersprechen sich die Seiten von Microsoft.',
  'device.doesNotCount': 'Zählt nicht für das Gerätelimit: Es tritt über die Domäne der Firma bei.',
  'device.notOwned':
    'Zählt wahrscheinlich nicht für das Gerätelimit: Das Konto ist nur als Benutzer eingetragen, nicht als Besitzer.',
  'device.countingUnknown': 'Ob es für das Gerätelimit zählt, ist nicht bekannt.',

  'windows.6.0': 'Windows Vista oder Server 2008',
  'windows.6.1': 'Windows 7 oder Server 2008 R2',
  'windows.6.2': 'Windows 8 oder Server 2012',
  'windows.6.3': 'Windows 8.1 oder Server 2012 R2',
  'windows.10': 'Windows 10',
  'windows.10orServer': 'Windows 10, Server 2016 oder Server 2019',
  'windows.server2022': 'Windows Server 2022',
  'windows.11': 'Windows 11',
  'windows.11orServer': 'Windows 11 oder Server 2025',

  'quota.mine': 'Ihr Gerätelimit',
  'quota.of': 'Gerätelimit von {{name}}',
  'quota.used_one': '{{count}} von {{limit}} Plätzen belegt',
  'quota.used_other': '{{count}} von {{limit}} Plätzen belegt',
  'quota.usedAtLeast': 'mindestens {{count}} von {{limit}} Plätzen belegt',
  'quota.mayCount_one': '{{count}} weiteres zählt vielleicht',
  'quota.mayCount_other': '{{count}} weitere zählen vielleicht',
  'quota.limit': 'Gerätelimit pro Person: {{limit}}.',
  'quota.full':
    'Nach dieser Zählung ist das Limit erreicht. Ein Platz wird frei, wenn ein Administrator ein Gerät entfernt, das niemand mehr benutzt.',
  'quota.maybeFull': 'Nach dieser Zählung ist das Limit vielleicht erreicht.',
  'quota.nobody':
    'Das Limit ist 0: Niemand in der Firma darf ein Gerät registrieren. Das kann nur ein Administrator ändern.',
  'quota.unlimited': 'Als Limit ist {{limit}} angegeben; das kann unbegrenzt bedeuten.',
  'quota.limitUnknown': 'Ich konnte das Limit nicht nachsehen.',
  'quota.limitUnknownOf': 'Das Limit konnte nicht abgefragt werden: {{reason}}.',
  'quota.devicesUnknown':
    'Ich konnte die Geräte nicht nachsehen und kann deshalb nicht sagen, wie viele Plätze belegt sind.',
  'quota.counts': 'Zählen für das Limit',
  'quota.mayCountLabel': 'Zählen vielleicht',
  'quota.doesNotCount': 'Zählen nicht',
  'quota.unknown': 'Nicht bekannt',
  'quota.stale': 'Lange nicht benutzt',
  'quota.atLeast': 'mindestens {{count}}',
  'quota.estimate': 'Das ist eine Schätzung: Das Verzeichnis sagt nicht genau, was es zählt.',
  'quota.hybrid': 'Windows 10 und neuer: Dieses Limit hindert keinen PC daran, über die Domäne der Firma beizutreten.',

  'choosePerson.heading': 'Wen meinen Sie mit {{query}}?',
  'choosePerson.summary': 'Mehrere Personen haben diesen Namen. Welche meinen Sie?',
  'choosePerson.noAddress': 'Anmeldeadresse nicht bekannt',
};
