import type { notices as en } from '../en/notices.js';
import type { Translated } from '../translated.js';

/** The German of `en/notices.ts`, with "Sie". */
export const notices: Translated<typeof en> = {
  'notice.pressedLate':
    'Diese Schaltfläche gehörte zu einem früheren Schritt. Hier geht es jetzt weiter; es wurde nichts geändert.',
  'notice.welcomeBack': 'Willkommen zurück. Wir machen dort weiter, wo wir aufgehört haben.',
  'notice.treeChanged': 'Die Fragen wurden inzwischen überarbeitet, deshalb beginnen wir von vorn.',
  'notice.cannotReadPictures':
    'Ich kann keine Bilder lesen. Bitte schreiben Sie den Text oder den Code, den Sie sehen.',
  'notice.didNotUnderstandAnswer':
    'Das habe ich nicht als Antwort verstanden und hebe es für den Helpdesk auf. Drücken Sie eine der Schaltflächen, oder schreiben Sie deren Worte oder Nummer.',
  'notice.addedToNote': 'Das habe ich zu Ihrer Notiz hinzugefügt. Prüfen Sie sie unten, bevor Sie senden.',
  'notice.alreadyAsked':
    'Ihre Anfrage {{number}} liegt beim Helpdesk. Senden Sie nur dann noch eine, wenn es etwas Neues gibt; Ihre Antworten gehen wieder mit.',
  'notice.pcNameNoted': 'Ich habe {{name}} in das Feld für den PC geschrieben.',
  'notice.didNotUnderstand':
    'Das habe ich nicht verstanden. Ich kann herausfinden, warum ein PC nicht beitritt, oder Ihnen Ihre Geräte zeigen.',
  'notice.nothingToGoBackTo': 'Hier gibt es nichts, wohin ich zurückgehen kann.',
  'notice.languageSet': 'Ab jetzt schreibe ich Deutsch.',
  'notice.languageUnknown': 'Ich kann Deutsch und Englisch. Schreiben Sie „language de“ oder „language en“.',
  'notice.tooManyNames':
    'Ich habe heute schon mehrere PCs für Sie nachgeschlagen. Für weitere fragen Sie bitte den Helpdesk: Tippen Sie „mit einem menschen sprechen“.',
  'notice.readNothing': 'Ich habe es gelesen, aber warum der PC nicht beitritt, steht nicht darin.',
  'notice.otherTenant':
    'Dieser PC gehört zu einer anderen Firma, deshalb habe ich ihn nicht nachgeschlagen. Was er über sich selbst sagt, habe ich trotzdem gelesen.',
  'notice.forgotten':
    'Erledigt. Was wir besprochen haben, Ihre Antworten und Ihre Einstellungen sind gelöscht, und Ihr Name steht nicht mehr in den Anfragen, die ich speichere. Nachrichten, die schon in Teams stehen, bleiben dort. Die Aufzeichnung, wer was nachgesehen oder geändert hat, enthält keine Namen und wird nach einer festen Frist gelöscht.',
  'notice.forgottenButOpenTickets':
    'Erledigt. Was wir besprochen haben, Ihre Antworten und Ihre Einstellungen sind gelöscht. Diese Anfragen liegen noch beim Helpdesk: {{tickets}}. Ihr Name verschwindet daraus, sobald sie abgeschlossen oder zurückgezogen sind. Wenn Sie sie nicht mehr brauchen, schreiben Sie „my requests“ und ziehen Sie sie zurück. Nachrichten, die schon in Teams stehen, bleiben dort.',
  'notice.notServed': 'Ich kann nur Menschen der Firma helfen, zu der ich gehöre.',
  'notice.notHelpdesk': 'Das können nur Mitglieder des Helpdesks. Es wurde nichts geändert.',
  'notice.notAllowed':
    'Das können nur Administratoren nachsehen. Ihre eigenen Geräte und Ihr Gerätelimit sehen Sie mit „my devices“ oder „my quota“.',
  'notice.notConfirmed':
    'Ich konnte das Verzeichnis der Firma nicht fragen, ob Sie Administrator sind, und habe deshalb nichts getan. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  'notice.personalOnly': 'Das ist nur für uns beide. Bitte schreiben Sie mir in unserem eigenen Chat.',
  'notice.answeredInOurChat': 'Ich habe Ihnen in unserem Chat geantwortet.',
  'notice.lookUpFailed':
    'Ich konnte das Verzeichnis der Firma gerade nicht erreichen. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  'notice.nobodyFound':
    'Ich habe niemanden gefunden, der {{query}} heißt. Die vollständige Anmeldeadresse funktioniert immer.',
  'notice.commandNeedsPerson':
    'Bitte schreiben Sie dazu, um wen es geht: {{command}}, dann ein Name oder eine Anmeldeadresse.',
  'notice.pcNameMissing': 'Bitte schreiben Sie zuerst den Namen des PCs.',
  'notice.reportHow': 'Bitte nennen Sie Prozent von 1 bis 200, zum Beispiel: quota report 80.',
  'notice.reportGone': 'Dieser Bericht ist nicht mehr da. Schreiben Sie „quota report“ für einen neuen.',
  'notice.notYourCard':
    'Diese Schaltflächen gelten nicht mehr. Schreiben Sie in unserem eigenen Chat „troubleshoot“, um zu beginnen, oder „help“ für eine Übersicht.',
  'notice.ticketNotFound':
    'Eine Anfrage {{number}} gibt es nicht, oder sie wurde inzwischen gelöscht. Bitte prüfen Sie die Nummer.',

  'notice.ticketsElsewhere':
    'Anfragen zeige ich nur im Kanal des Helpdesks und in unserem eigenen Chat. Bitte schreiben Sie es dort.',
  'notice.noTickets': 'Hier gibt es keine Anfrage zu zeigen.',
  'notice.ticketsHow':
    'Ich kenne diese Listen: tickets, tickets mine, tickets unassigned und tickets older 24; die 24 steht für Stunden.',
  'notice.noRequests':
    'Sie haben keine Anfrage an den Helpdesk gesendet. Wenn etwas nicht geht, schreiben Sie „Mit einem Menschen sprechen“.',
  'notice.notHelpdeskList':
    'Diese Anfragen sehen nur Mitglieder des Helpdesks. Ihre eigenen sehen Sie mit „my requests“.',
  'notice.commandNeedsNumber': 'Bitte schreiben Sie die Nummer der Anfrage dazu, zum Beispiel: ticket 1001.',
  'notice.answerMissing': 'Bitte schreiben Sie Ihre Antwort zuerst in das Feld. Es wurde nichts gesendet.',

  'notice.muted':
    'Ab jetzt schreibe ich Ihnen nur noch, wenn Sie mir schreiben. Antworten des Helpdesks warten trotzdem auf Sie: Schreiben Sie „my requests“. Mit „unmute“ schreibe ich Ihnen wieder von selbst.',
  'notice.unmuted': 'Ich schreibe Ihnen wieder von selbst, zum Beispiel, wenn Ihnen der Helpdesk antwortet.',

  'notice.onDuty':
    'Ab jetzt im Dienst: {{names}}. Ich rufe sie mit Namen, wenn eine Anfrage dringend ist oder niemand sie rechtzeitig übernimmt.',
  'notice.onDutyNobody':
    'Jetzt ist niemand im Dienst, also rufe ich niemanden mit Namen. Um das zu ändern, schreiben Sie „on duty“ und erwähnen Sie die Personen, zum Beispiel: on duty @A @B.',
  'notice.onDutyNotHelpdesk':
    'Im Dienst können nur Mitglieder des Helpdesks sein, und diese sind keine: {{names}}. Es wurde nichts geändert.',
  'notice.onDutyTooMany':
    'Höchstens {{most}} Personen können zugleich im Dienst sein. Bitte erwähnen Sie weniger. Es wurde nichts geändert.',
  'notice.onDutyElsewhere': 'Bitte schreiben Sie „on duty“ im Kanal des Helpdesks und erwähnen Sie die Personen dort.',

  'notice.channelOnlyHere':
    'Bitte schreiben Sie das in dem Kanal, in den die Anfragen kommen sollen: Erwähnen Sie mich dort, und dann „use this channel“.',
  'notice.channelNotAllowed': 'Den Kanal für Anfragen können nur Administratoren wählen. Es wurde nichts geändert.',
  'notice.channelAlready': 'Anfragen kommen schon in diesen Kanal. Es wurde nichts geändert.',
  'notice.channelMembersUnknown':
    'Ich konnte nicht nachsehen, wer zu diesem Kanal gehört, und kann deshalb nicht sagen, wer die Anfragen lesen würde. Es wurde nichts geändert. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  'notice.channelAppNotInTeam':
    'Ich kann hier nicht schreiben, weil die App nicht in diesem Team ist. Es wurde nichts geändert. Fügen Sie sie dem Team hinzu: beim Team … > Team verwalten > Apps. Schreiben Sie dann noch einmal „use this channel“.',
  'notice.channelAppNotInChannel':
    'Ich kann hier nicht schreiben, weil die App nicht in diesem Kanal ist. Privaten und geteilten Kanälen muss sie selbst hinzugefügt werden. Es wurde nichts geändert. Fügen Sie sie hinzu: beim Kanal … > Kanal verwalten > Apps. Schreiben Sie dann noch einmal „use this channel“.',
  'notice.channelNotFound':
    'Teams sagt, dass es diesen Kanal nicht (mehr) gibt. Es wurde nichts geändert. Bitte schreiben Sie „use this channel“ in einem Kanal, den es gibt.',
  'notice.channelUnreachable':
    'Ich konnte gerade nicht in diesen Kanal schreiben, weil Teams nicht geantwortet hat. Es wurde nichts geändert. Bitte versuchen Sie es in ein paar Minuten noch einmal.',

  'notice.tooMuch':
    'Das war sehr viel auf einmal, deshalb habe ich Ihre letzten Nachrichten nicht gelesen. Bitte warten Sie eine halbe Minute und senden Sie dann noch einmal, was wichtig ist.',
  'notice.tooMany':
    'Gerade schreiben mir sehr viele Menschen, deshalb bin ich nicht dazu gekommen. Bitte versuchen Sie es in einer Minute noch einmal.',

  'notice.somethingWentWrong':
    'Bei mir ist etwas schiefgegangen. Für diejenigen, die mich betreuen, ist es unter {{id}} notiert. Bitte versuchen Sie es noch einmal, oder schreiben Sie „Mit einem Menschen sprechen“.',
};
