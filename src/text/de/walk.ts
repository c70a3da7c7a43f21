import type { Sentences } from '../en/walk.js';
import { appDe } from './app.js';
import { auditDe } from './audit.js';
import { cleanUpDe } from './clean-up.js';
import { doctorDe } from './doctor.js';
import { findingsDe } from './findings.js';
import { lookUpsDe } from './look-ups.js';
import { incidentsDe } from './incidents.js';
import { noticesDe } from './notices.js';
import { readingDe } from './reading.js';
import { reportDe } from './report.js';
import { requestsDe } from './requests.js';
import { statsDe } from './stats.js';
import { ticketsDe } from './tickets.js';

/** The same sentences in German, with "Sie". A key that is missing here does not compile. */
export const de: Sentences = {
  again: '(noch einmal)',
  unknownName: '(Name nicht bekannt)',
  notKnown: 'nicht bekannt',
  listItem: '• {{item}}',
  andMore_one: 'und {{count}} weiteres',
  andMore_other: 'und {{count}} weitere',
  looksDifferent:
    'Diese Nachricht braucht ein neueres Teams. Bitte aktualisieren Sie Teams, oder öffnen Sie es im Browser oder auf dem Telefon.',

  'label.step': 'Schritt {{position}}',
  'label.back': 'Zurück',
  'label.startOver': 'Von vorn',
  'label.talkToAPerson': 'Mit einem Menschen sprechen',
  'label.dispute': 'Stimmt nicht',
  'label.choose': 'Weiter',
  'label.fixed': 'Ja, jetzt geht es',
  'label.notFixed': 'Nein, es ist wie vorher',
  'label.understood': 'In Ordnung, danke',
  'label.handOver': 'An den Helpdesk schreiben',
  'label.review': 'Vor dem Senden ansehen',
  'label.send': 'An den Helpdesk senden',
  'label.edit': 'Etwas ändern',
  'label.lookUp': 'Diesen PC nachsehen',
  'label.troubleshoot': 'Herausfinden, warum mein PC nicht beitritt',
  'label.myDevices': 'Meine Geräte zeigen',
  'label.myQuota': 'Mein Gerätelimit zeigen',
  'label.help': 'Was kann ich hier tun?',
  'label.answers_one': 'Ihre bisherige Antwort ({{count}})',
  'label.answers_other': 'Ihre bisherigen Antworten ({{count}})',
  'label.details': 'Alle Antworten und Prüfungen',

  'question.pickOne': 'Ihre Antwort',
  'question.pickOneMissing': 'Bitte wählen Sie zuerst eine Antwort.',
  'answer.line': '{{question}} → {{answer}}',
  'answer.checked': '{{answer}} (das habe ich nachgesehen)',

  'checked.intro': 'Das habe ich schon nachgesehen:',
  'checked.at': '{{fact}} (nachgesehen {{ago}})',
  'checked.notChecked': 'Ich konnte nicht alles über Ihr Konto und Ihre PCs nachsehen. Deshalb frage ich Sie.',

  'fix.question': 'Hat das geholfen?',
  'fix.likely': 'Das ist eine wahrscheinliche Ursache. Sicher weiß ich es nicht.',
  'who.person': 'Dafür braucht man keine besonderen Rechte: Das kann jeder tun, der den PC benutzt.',
  'who.localAdministrator':
    'Dafür braucht man Administratorrechte auf dem PC. Wenn Sie keine haben, wählen Sie „Mit einem Menschen sprechen“.',
  'who.directoryAdministrator':
    'Das können nur die Administratoren Ihrer Firma ändern. Wählen Sie „Mit einem Menschen sprechen“, dann gibt der Helpdesk es an sie weiter.',

  'dispute.heading': 'Was davon stimmt nicht?',
  'dispute.intro': 'Ich frage dann Sie, und der Helpdesk erfährt, dass der Eintrag falsch sein kann.',
  'dispute.button': 'Falsch: {{name}}',

  'form.heading': 'An den Helpdesk schreiben',
  'form.intro':
    'Das liest ein Mensch beim Helpdesk. Er bekommt auch alle Ihre Antworten; Sie müssen nichts wiederholen. Gesendet wird erst, wenn Sie es gesehen haben.',
  'form.note': 'Was soll der Helpdesk wissen?',
  'form.noteHint': 'Zum Beispiel: seit wann, und was Sie gerade geändert hatten',
  'form.phone': 'Telefonnummer, falls man Sie anrufen darf',
  'form.phoneHint': 'Mit Vorwahl',
  'form.pcName': 'Name des PCs',
  'form.pcNameHint': 'Zum Beispiel PC-0142',
  'form.knownPcs': 'Ihre PCs im Verzeichnis der Firma: {{names}}',
  'form.otherPerson': 'Wem gehört das Konto auf diesem PC?',
  'form.otherPersonHint': 'Name oder Anmeldeadresse',
  'form.seen': 'Der Text oder der Code, den der PC zeigt',
  'form.seenHint': 'Bitte so schreiben, wie es dort steht',
  'form.problem.nothingToSay': 'Es gibt noch nichts zu senden. Ein Satz genügt: Was geht nicht, oder was zeigt der PC?',
  'form.problem.otherPersonMissing':
    'Bitte schreiben Sie, wem das Konto auf diesem PC gehört, damit sich der Helpdesk das richtige ansieht.',

  'summary.heading': 'Das bekommt der Helpdesk',
  'summary.ownAccount': 'Ihr eigenes',
  'summary.note': 'Ihre Notiz',
  'summary.causes': 'Woran es nach meiner Meinung liegen kann',
  'summary.intro': 'Es ist noch nichts gesendet. Ihr Name und Ihre Anmeldeadresse werden mitgeschickt.',

  'handedOver.heading': 'Gesendet. Ihre Anfrage hat die Nummer {{number}}.',
  'handedOver.next':
    'Ein Mensch beim Helpdesk sieht sie sich an. Ich schreibe Ihnen hier, sobald jemand sie übernimmt.',
  'handedOver.more': 'Sie müssen jetzt nichts tun. Gibt es Rückfragen, schreibt man Ihnen in Teams.',

  'closed.heading.fixed': 'Gut, es geht.',
  'closed.heading.explained': 'Mehr kann ich Ihnen hier nicht sagen.',
  'closed.text.fixed': 'Danke, dass Sie die Schritte mit mir durchgegangen sind.',
  'closed.text.explained':
    'Wenn noch etwas unklar ist, schreiben Sie „Mit einem Menschen sprechen“. Dann sieht es sich jemand vom Helpdesk gern an.',
  'closed.rate': 'Wenn Sie möchten: Wie gut hat das geholfen? 1 heißt gar nicht, 5 heißt sehr gut.',
  'closed.rated': 'Danke für Ihre Bewertung: {{rating}} von 5.',

  'welcome.heading': 'Guten Tag, ich helfe, wenn ein PC nicht beitritt',
  'welcome.text':
    'Ist ein PC beigetreten, kennt ihn Ihre Firma, und Mail und Apps lassen Sie von dort hinein. Klappt das nicht, suchen wir zusammen die Ursache, eine Frage nach der anderen. Was ich nicht beheben kann, gebe ich mit allem, was wir herausgefunden haben, an den Helpdesk.',
  'welcome.privacy':
    'Ich lese, was das Verzeichnis der Firma über Ihr Konto und Ihre PCs sagt, und ändere dort nichts. Schreiben Sie „forget me“, dann lösche ich, was ich über Sie gespeichert habe.',

  'help.heading': 'Das können Sie hier schreiben',
  'help.intro':
    'Sie können auch einfach mit eigenen Worten beschreiben, was nicht geht, oder den Namen eines PCs schreiben, um ihn nachzuschlagen.',
  'help.help': 'diese Übersicht',
  'help.troubleshoot': 'herausfinden, warum ein PC nicht beitritt',
  'help.myDevices': 'die PCs und Telefone, die das Verzeichnis Ihnen zuordnet',
  'help.myQuota': 'wie viele Geräte Sie registrieren dürfen und wie viele Sie haben',
  'help.talkToAPerson': 'an den Helpdesk schreiben',
  'help.back': 'eine Frage zurück',
  'help.startOver': 'von vorn beginnen',
  'help.language': 'die Sprache ändern: language en oder language de',
  'help.forgetMe': 'löschen, was ich über Sie gespeichert habe',
  'help.quota': 'für Administratoren: das Gerätelimit einer oder mehrerer Personen, und was einen Platz frei macht',
  'help.devices': 'für Administratoren: die Geräte einer Person',

  'fact.accountKind.synced': 'Ihr Konto kommt aus dem eigenen Verzeichnis der Firma',
  'fact.accountKind.cloudOnly': 'Ihr Konto gibt es nur in der Cloud, nicht im eigenen Verzeichnis der Firma',
  'fact.accountKind.guest': 'Ihr Konto ist ein Gastkonto aus einer anderen Firma',
  'fact.accountState.enabled': 'Ihr Konto ist aktiv',
  'fact.accountState.disabled': 'Ihr Konto ist deaktiviert',
  'fact.domainType.federated': 'Ihre Firma prüft Ihr Kennwort selbst',
  'fact.domainType.managed': 'die Cloud von Microsoft prüft Ihr Kennwort',
  'fact.deviceLimit.none': 'in Ihrer Firma darf niemand ein Gerät registrieren',
  'fact.deviceLimit.limited': 'Ihre Firma begrenzt, wie viele Geräte eine Person registrieren darf',
  'fact.deviceLimit.unlimited': 'das Gerätelimit Ihrer Firma ist so hoch, dass es vielleicht gar keines ist',
  'fact.limitUse.below': 'nach meiner Schätzung haben Sie Ihr Gerätelimit nicht erreicht',
  'fact.limitUse.mayBeReached': 'nach meiner Schätzung haben Sie Ihr Gerätelimit vielleicht erreicht',
  'fact.limitUse.reached': 'nach meiner Schätzung haben Sie Ihr Gerätelimit erreicht',
  'fact.disabledDevice.yes': 'mindestens eines Ihrer Geräte ist im Verzeichnis deaktiviert',
  'fact.disabledDevice.no': 'keines Ihrer Geräte ist im Verzeichnis deaktiviert',
  'fact.staleDevice.yes': 'mindestens eines Ihrer Geräte wurde lange nicht benutzt',
  'fact.staleDevice.no': 'keines Ihrer Geräte sieht unbenutzt aus',
  'fact.duplicateDevice.yes': 'mindestens eines Ihrer Geräte steht mehrmals unter demselben Namen in der Liste',
  'fact.duplicateDevice.no': 'keines Ihrer Geräte steht mehrmals in der Liste',
  'fact.other': '{{name}}: {{value}}',
  'fact.withDetails': '{{fact}} ({{details}})',

  'factName.accountKind': 'Art des Kontos',
  'factName.accountState': 'Konto aktiv oder nicht',
  'factName.domainType': 'Art der Anmeldung',
  'factName.deviceLimit': 'Gerätelimit',
  'factName.limitUse': 'Nutzung des Limits',
  'factName.disabledDevice': 'Deaktivierte Geräte',
  'factName.staleDevice': 'Unbenutzte Geräte',
  'factName.duplicateDevice': 'Mehrfach eingetragene Geräte',

  'factValue.accountKind.synced': 'aus dem lokalen Verzeichnis synchronisiert',
  'factValue.accountKind.cloudOnly': 'nur in der Cloud, nie synchronisiert',
  'factValue.accountKind.guest': 'Gast aus einem anderen Mandanten',
  'factValue.accountState.enabled': 'aktiviert',
  'factValue.accountState.disabled': 'deaktiviert',
  'factValue.domainType.federated': 'Verbunddomäne (federated)',
  'factValue.domainType.managed': 'verwaltete Domäne (managed)',
  'factValue.deviceLimit.none': '0: niemand darf registrieren',
  'factValue.deviceLimit.limited': 'ein Limit ist gesetzt',
  'factValue.deviceLimit.unlimited': 'über 100, kann unbegrenzt bedeuten',
  'factValue.limitUse.below': 'unter dem Limit (Schätzung)',
  'factValue.limitUse.mayBeReached': 'vielleicht erreicht (Schätzung)',
  'factValue.limitUse.reached': 'erreicht (Schätzung)',
  'factValue.disabledDevice.yes': 'ja',
  'factValue.disabledDevice.no': 'keine',
  'factValue.staleDevice.yes': 'ja',
  'factValue.staleDevice.no': 'keine',
  'factValue.duplicateDevice.yes': 'ja',
  'factValue.duplicateDevice.no': 'keine',
  'factValue.disputed': '{{value}}. Die Person sagt, das stimmt nicht.',

  'unknown.forbidden': 'nicht bekannt: der Bot darf es nicht lesen',
  'unknown.timeout': 'nicht bekannt: das Verzeichnis brauchte zu lange',
  'unknown.unreachable': 'nicht bekannt: das Verzeichnis war nicht zu erreichen',
  'unknown.throttled': 'nicht bekannt: das Verzeichnis war überlastet',
  'unknown.limitedInformation': 'nicht bekannt: das Verzeichnis gab nur einen Teil der Auskunft',
  'unknown.notFound': 'nicht bekannt: das Verzeichnis hat keinen Eintrag',
  'unknown.invalid': 'nicht bekannt: die Antwort des Verzeichnisses war nicht zu verstehen',

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

  ...lookUpsDe,
  ...noticesDe,
  ...auditDe,
  ...cleanUpDe,
  ...appDe,
  ...doctorDe,
  ...incidentsDe,
  ...reportDe,
  ...statsDe,
  ...requestsDe,
  ...ticketsDe,
  ...readingDe,
  ...findingsDe,
};
