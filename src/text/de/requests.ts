import type { requests as en } from '../en/requests.js';
import type { Translated } from '../translated.js';

/** The German of `en/requests.ts`, with "Sie". */
export const requests: Translated<typeof en> = {
  'label.myRequests': 'Meine Anfragen zeigen',

  'form.urgent': 'Ich kann nicht arbeiten, bis das gelöst ist',
  'summary.urgent': 'Dringend',
  'summary.urgentText': 'Sie können nicht arbeiten, bis das gelöst ist',
  'summary.paste': 'Zeigen, was ich eingefügt habe',
  'summary.pasteText': 'So, wie Sie es eingefügt haben:',
  'summary.pasteTakenOut': 'Geheimnisse und Namen habe ich entfernt:',
  'summary.pasteCut': 'Es ist länger, als hier hineinpasst: Das ist der Anfang. Gesendet wird alles.',
  'summary.pasteCutTakenOut':
    'Es ist länger, als hier hineinpasst: Das ist der Anfang. Gesendet wird alles außer Geheimnissen und Namen, die ich entfernt habe.',
  'summary.withPaste': 'Mitsenden, was ich eingefügt habe',

  'requestAction.comment': 'An den Helpdesk senden',
  'requestAction.withdraw': 'Zurückziehen',
  'requestAction.confirm': 'Ja, jetzt geht es',
  'requestAction.reopen': 'Es geht immer noch nicht',

  'request.somebody': 'Jemand',
  'request.heading': 'Ihre Anfrage {{number}}',
  'request.headingUrgent': 'Ihre Anfrage {{number}} (dringend)',
  'request.sent': 'gesendet am {{when}}',
  'request.sentFor': '{{pc}}, gesendet am {{when}}',
  'request.state.open': 'Beim Helpdesk, noch hat sie niemand übernommen',
  'request.state.claimed': '{{name}} vom Helpdesk sieht sie sich an',
  'request.state.waiting': '{{name}} vom Helpdesk wartet auf Ihre Antwort',
  'request.state.resolved': '{{name}} vom Helpdesk sagt, dass sie gelöst ist',
  'request.state.closed': 'Abgeschlossen',
  'request.state.withdrawn': 'Sie haben sie zurückgezogen',
  'request.next.open': 'Jemand vom Helpdesk wird sie übernehmen. Sie müssen jetzt nichts tun.',
  'request.next.claimed': 'Bei Rückfragen schreibt man Ihnen hier. Sie müssen jetzt nichts tun.',
  'request.next.waiting': 'Bitte antworten Sie unten. Bis dahin kommt der Helpdesk nicht weiter.',
  'request.next.resolved': 'Bitte probieren Sie es, und sagen Sie unten, ob es jetzt geht.',
  'request.next.resolvedUntil':
    'Bitte probieren Sie es, und sagen Sie unten, ob es jetzt geht. Höre ich nichts, wird die Anfrage am {{when}} von selbst abgeschlossen.',
  'request.next.ended': 'Wenn es wiederkommt, schreiben Sie „troubleshoot“, dann sehen wir noch einmal nach.',
  'request.history': 'Was geschehen ist, das Neueste zuerst',
  'request.text': 'Gibt es etwas Neues? Schreiben Sie es hier',
  'request.textWaiting': 'Ihre Antwort',
  'request.textResolved': 'Wenn es immer noch nicht geht: Was passiert jetzt?',
  'request.more_one': 'und {{count}} weiterer Eintrag',
  'request.more_other': 'und {{count}} weitere Einträge',

  'request.move.opened': '{{when}}: Sie haben sie gesendet',
  'request.move.claimed': '{{when}}: {{name}} vom Helpdesk hat sie übernommen',
  'request.move.unclaimed': '{{when}}: {{name}} hat sie zurückgegeben, damit jemand anders sie übernehmen kann',
  'request.move.assigned': '{{when}}: Jetzt hat sie {{to}} vom Helpdesk',
  'request.move.replied': '{{when}}: {{name}} vom Helpdesk schrieb:',
  'request.move.commented': '{{when}}: Sie schrieben:',
  'request.move.resolved': '{{when}}: {{name}} vom Helpdesk sagt, dass sie gelöst ist',
  'request.move.resolvedText': '{{when}}: {{name}} vom Helpdesk sagt, dass sie gelöst ist und was getan wurde:',
  'request.move.reopened': '{{when}}: {{name}} vom Helpdesk hat sie wieder geöffnet',
  'request.move.stillNot': '{{when}}: Sie sagten, dass es immer noch nicht geht',
  'request.move.stillNotText': '{{when}}: Sie sagten, dass es immer noch nicht geht:',
  'request.move.closed': '{{when}}: Sie sagten, dass es jetzt geht',
  'request.move.closedByItself': '{{when}}: von selbst abgeschlossen, weil ich nichts mehr hörte',
  'request.move.withdrawn': '{{when}}: Sie haben sie zurückgezogen',
  'request.move.markedUrgent': '{{when}}: Sie wurde als dringend markiert',
  'request.move.markedNormal': '{{when}}: Sie ist nicht mehr als dringend markiert',

  'requestRemark.notPossible':
    'Ihre Anfrage ist inzwischen weiter, und es wurde nichts geändert. Sie ist jetzt: {{state}}. Sie können jetzt wählen: {{possible}}.',
  'requestRemark.nothingPossible': 'Das ist nicht mehr möglich, und es wurde nichts geändert. Ihre Anfrage: {{state}}.',
  'requestRemark.commentTaken': 'Gesendet. Der Helpdesk liest es bei Ihrer Anfrage.',
  'requestRemark.withdrawn': 'Ihre Anfrage ist zurückgezogen. Der Helpdesk tut dafür nichts mehr.',
  'requestRemark.reopened': 'Der Helpdesk weiß jetzt, dass es immer noch nicht geht, und sieht es sich noch einmal an.',
  'requestRemark.confirmed': 'Gut. Danke für die Nachricht; Ihre Anfrage ist abgeschlossen.',

  'myRequests.heading': 'Ihre Anfragen an den Helpdesk ({{total}})',
  'myRequests.none': 'Sie haben keine gesendet. Wenn etwas nicht geht, schreiben Sie „Mit einem Menschen sprechen“.',
  'myRequests.muted':
    'Zurzeit schreibe ich Ihnen nicht von selbst; sehen Sie hier nach Antworten. Mit „unmute“ ändern Sie das.',
  'myRequests.row': 'Anfrage {{number}}',
  'myRequests.rowUrgent': 'Anfrage {{number}} (dringend)',

  'ticketNews.claimed': '{{name}} vom Helpdesk hat Ihre Anfrage {{number}} übernommen.',
  'ticketNews.claimedNext': 'Bei Rückfragen schreibt man Ihnen in Teams. Sie müssen jetzt nichts tun.',
  'ticketNews.reopened': '{{name}} vom Helpdesk hat Ihre Anfrage {{number}} wieder geöffnet.',
  'ticketNews.reopenedNext': 'Sie wird noch einmal angesehen. Sie müssen jetzt nichts tun.',
  'ticketNews.resolved': '{{name}} vom Helpdesk sagt, dass Ihre Anfrage {{number}} gelöst ist.',
  'ticketNews.done': 'Was getan wurde, in den Worten von {{name}}:',
  'ticketNews.resolvedAsk': 'Bitte probieren Sie es. Geht es jetzt?',
  'ticketNews.resolvedNext':
    'Wenn es immer noch nicht geht, schreiben Sie „Mit einem Menschen sprechen“, dann gebe ich es noch einmal weiter.',

  'ticketReply.heading': '{{name}} vom Helpdesk schreibt zu Ihrer Anfrage {{number}}:',
  'ticketReply.waits': 'Der Helpdesk wartet auf Ihre Antwort und macht weiter, sobald sie da ist.',
  'ticketReply.mayAnswer': 'Sie müssen nicht antworten. Wenn Sie möchten, schreiben Sie es hier.',
  'ticketReply.text': 'Ihre Antwort',

  'replyOffer.heading': 'Ist das für den Helpdesk?',
  'replyOffer.intro_one':
    'Der Helpdesk wartet auf eine Antwort von Ihnen. Sie können den Text vor dem Senden noch ändern.',
  'replyOffer.intro_other':
    'Der Helpdesk wartet bei {{count}} Anfragen auf Ihre Antwort. Sie können den Text vor dem Senden noch ändern.',
  'replyOffer.text': 'Ihre Antwort',
  'replyOffer.send': 'An den Helpdesk senden (Anfrage {{number}})',
  'replyOffer.no': 'Nein, es geht um etwas anderes',

  'help.myRequests': 'was Sie an den Helpdesk gesendet haben, und wie es steht',
  'help.mute': 'ich schreibe Ihnen nur noch, wenn Sie mir schreiben',
  'help.unmute': 'ich schreibe Ihnen wieder von selbst, zum Beispiel zu Ihren Anfragen',
  'help.tickets':
    'für den Helpdesk: die Anfragen (open: offene, mine: eigene, unassigned: nicht übernommene, older: älter als einige Stunden)',
  'help.ticket': 'für den Helpdesk: eine Anfrage zeigen',
  'help.onDuty': 'für den Helpdesk, in seinem Kanal: wer mit Namen gerufen wird',
  'help.useChannel': 'für Administratoren, in einem Kanal: die Anfragen dorthin kommen lassen',
  'help.doctor': 'für Administratoren: Nachrichten, die nicht ankommen, und was zu tun ist',
};
