import type { cleanUp as en } from '../en/clean-up.js';
import type { Translated } from '../translated.js';

/** The German of `en/clean-up.ts`, with "Sie". */
export const cleanUp: Translated<typeof en> = {
  'notice.cleanUpOff':
    'Das Löschen von Geräten ist hier ausgeschaltet (ALLOW_DEVICE_CLEANUP), deshalb wurde nichts getan.',
  'notice.cleanUpNobody': 'Dieses Konto gibt es nicht mehr, deshalb wurde nichts getan.',
  'notice.deviceSwitchedOff':
    'Ein Administrator hat den Eintrag Ihres Geräts {{name}} im Verzeichnis der Firma abgeschaltet, weil es niemand zu benutzen schien. In {{days}} Tagen wird er gelöscht. Wenn Sie es noch benutzen, schreiben Sie bitte dem Helpdesk: Dann wird er wieder eingeschaltet.',

  'cleanUp.start': 'Einen Platz frei machen …',
  'cleanUp.pickHeading': 'Einen Platz von {{name}} frei machen',
  'cleanUp.pickIntro':
    'Diese Einträge wurden länger als {{days}} Tage nicht benutzt. Wählen Sie die aus, die gelöscht werden sollen. Ein anderer Administrator muss es bestätigen.',
  'cleanUp.nothing':
    'Hier gibt es keinen Eintrag, den ich löschen darf: ein Windows-Gerät, länger als {{days}} Tage nicht benutzt, bei Entra registriert oder beigetreten, nicht verwaltet, nicht synchronisiert, kein Autopilot.',
  'cleanUp.costs':
    'Was es kostet: Der Eintrag wird sofort abgeschaltet und {{days}} Tage später gelöscht. Mit ihm gehen seine BitLocker-Wiederherstellungsschlüssel und sein lokales Administratorkennwort (LAPS): Sichern Sie sie vorher, wenn sie jemand brauchen könnte. Ein PC, der wiederkommt, muss neu registriert werden (zuerst dsregcmd /leave auf dem PC). Bis zum Löschen kann er wieder eingeschaltet werden.',
  'cleanUp.pickLabel': 'Einträge, die gelöscht werden sollen',
  'cleanUp.request': 'Einen anderen Administrator um Bestätigung bitten',
  'cleanUp.showNumber': 'Antrag {{number}} zeigen',
  'cleanUp.notPossible': 'Nicht möglich, und warum',
  'cleanUp.other': '{{name}}: {{why}}',
  'cleanUp.obstacle.kind': 'über die Domäne der Firma beigetreten (hybrid); das zählt nicht und wird dort gelöscht',
  'cleanUp.obstacle.kindUnknown': 'Graph sagt nicht, wie es beigetreten ist',
  'cleanUp.obstacle.lastUseUnknown': 'wann es zuletzt benutzt wurde, ist nicht bekannt',
  'cleanUp.obstacle.used': 'es wurde inzwischen oder vor Kurzem benutzt',
  'cleanUp.obstacle.autopilot': 'es gehört zu Windows Autopilot',
  'cleanUp.obstacle.autopilotUnknown': 'ob es zu Windows Autopilot gehört, ist nicht bekannt',
  'cleanUp.obstacle.managed': 'es wird verwaltet (Intune): Dort wird es außer Betrieb genommen',
  'cleanUp.obstacle.managedUnknown': 'ob es verwaltet wird, ist nicht bekannt',
  'cleanUp.obstacle.synced': 'es wird aus der Domäne der Firma synchronisiert und käme wieder',
  'cleanUp.obstacle.syncedUnknown': 'ob es synchronisiert wird, ist nicht bekannt',
  'cleanUp.obstacle.system':
    'eine App darf nur Geräte abschalten, deren System als Windows angegeben ist. Löschen Sie es von Hand: Entra Admin Center > Geräte > Alle Geräte, mit der Rolle Cloudgeräteadministrator',
  'cleanUp.obstacle.systemUnknown':
    'welches System es hat, ist nicht bekannt, und eine App darf nur Windows-Geräte abschalten',
  'cleanUp.obstacle.owner': 'es gehört nicht (mehr) dieser Person allein',
  'cleanUp.obstacle.ownerUnknown': 'wem es gehört, ist nicht bekannt',
  'cleanUp.obstacle.enabledAgain': 'jemand hat es wieder eingeschaltet',
  'cleanUp.obstacle.gone': 'es ist nicht mehr da',
  'cleanUp.heading': 'Antrag {{number}}: Plätze von {{name}} frei machen',
  'cleanUp.requestedBy': 'Beantragt von {{name}}, {{when}}.',
  'cleanUp.waitsForOther': 'Ein anderer Administrator muss es bis {{until}} bestätigen. Vorher geschieht nichts.',
  'cleanUp.waitsForYou':
    'Es braucht einen zweiten Administrator: Bestätigen Sie es bis {{until}}, oder lehnen Sie es ab. Vorher geschieht nichts.',
  'cleanUp.yourDevices':
    'Das sind Ihre eigenen Einträge, deshalb muss ein anderer Administrator entscheiden, bis {{until}}.',
  'cleanUp.othersTold_one': 'Ich habe ihn an {{count}} anderen Administrator geschickt.',
  'cleanUp.othersTold_other': 'Ich habe ihn an {{count}} andere Administratoren geschickt.',
  'cleanUp.nobodyTold':
    'Ich konnte es keinem anderen Administrator sagen. Bitten Sie einen, „quota“ mit der Adresse dieser Person zu schreiben, „Einen Platz frei machen …“ zu drücken und dann diesen Antrag.',
  'cleanUp.confirmedBy': 'Bestätigt von {{name}}.',
  'cleanUp.declinedBy': 'Abgelehnt von {{name}}. Es wurde nichts geändert.',
  'cleanUp.withdrawn': 'Zurückgezogen. Es wurde nichts geändert.',
  'cleanUp.expired': 'Niemand hat ihn binnen 24 Stunden bestätigt, deshalb ist er beendet. Es wurde nichts geändert.',
  'cleanUp.devices_one': 'Der Eintrag',
  'cleanUp.devices_other': 'Die {{count}} Einträge',
  'cleanUp.item': '{{name}} ({{lastUse}}): {{state}}',
  'cleanUp.state.waiting': 'noch nicht angerührt',
  'cleanUp.state.disabling': 'wird gerade abgeschaltet.',
  'cleanUp.state.deleting': 'wird gerade gelöscht.',
  'cleanUp.state.enabling': 'wird gerade wieder eingeschaltet.',
  'cleanUp.state.disabled': 'abgeschaltet; gelöscht wird er {{deleteAt}}',
  'cleanUp.state.alreadyDisabled': 'war schon abgeschaltet; gelöscht wird er {{deleteAt}}',
  'cleanUp.state.deleted': 'gelöscht {{at}}',
  'cleanUp.state.undone': 'gelassen, wie er vorher war, von {{name}}',
  'cleanUp.state.skipped': 'in Ruhe gelassen: {{why}}.',
  'cleanUp.state.failed':
    'Graph hat es abgelehnt ({{code}}), deshalb versuche ich es nicht wieder. Tun Sie es von Hand: Entra Admin Center > Geräte > Alle Geräte, mit der Rolle Cloudgeräteadministrator.',
  'cleanUp.staysDisabled': 'Er bleibt abgeschaltet.',
  'cleanUp.problem.forbidden':
    'Ich darf es nicht: Die App-Registrierung braucht die Graph-Berechtigung Device.ReadWrite.All mit Zustimmung des Administrators. Ich versuche es jede Stunde wieder.',
  'cleanUp.problem.busy': 'Graph hat nicht sicher geantwortet. Ich versuche es in einigen Minuten wieder.',
  'cleanUp.confirm': 'Bestätigen: jetzt abschalten, später löschen',
  'cleanUp.decline': 'Ablehnen',
  'cleanUp.withdraw': 'Antrag zurückziehen',
  'cleanUp.undo': 'Rückgängig: wieder einschalten',
  'cleanUp.show': 'Zeigen, wie es steht',
  'cleanUp.remark.ownRequest':
    'Sie haben es selbst beantragt, deshalb muss es ein anderer Administrator bestätigen. Es wurde nichts geändert.',
  'cleanUp.remark.ownDevices':
    'Das sind Ihre eigenen Einträge, deshalb muss ein anderer Administrator entscheiden. Es wurde nichts geändert.',
  'cleanUp.remark.notRequester': 'Nur wer es beantragt hat, kann es zurückziehen. Es wurde nichts geändert.',
  'cleanUp.remark.tooLate':
    'Die 24 Stunden sind vorbei. Es wurde nichts geändert. Wenn es noch gewünscht ist, beantragen Sie es bitte neu.',
  'cleanUp.remark.decided': 'Das wurde schon entschieden. So steht es.',
  'cleanUp.remark.nothingToUndo': 'Es gibt nichts mehr rückgängig zu machen. So steht es.',
  'cleanUp.remark.requesterIsNone': 'Wer es beantragt hat, ist kein Administrator mehr. Es wurde nichts geändert.',
  'cleanUp.remark.nothingPicked': 'Bitte wählen Sie mindestens einen Eintrag. Es wurde nichts geändert.',
  'cleanUp.remark.notEligible':
    'Mindestens einer davon darf nicht oder nicht mehr gelöscht werden. Es wurde nichts geändert; so steht es jetzt.',
  'cleanUp.remark.tooMany': 'Höchstens 10 Einträge in einem Antrag. Es wurde nichts geändert.',
  'cleanUp.remark.notKnown': 'Graph hat nicht geantwortet. Es wurde nichts geändert.',
  'cleanUp.remark.undoLater':
    'Graph hat es noch nicht getan. Ich versuche es in einigen Minuten wieder; bis dahin wird nichts gelöscht.',
};
