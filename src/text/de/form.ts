import type { form as en } from '../en/form.js';
import type { Translated } from '../translated.js';

export const form: Translated<typeof en> = {
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
};
