import type { walk as en } from '../en/walk.js';
import type { Translated } from '../translated.js';

export const walk: Translated<typeof en> = {
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
  'dispute.heading': 'Was davon stimmt nicht?',
  'dispute.intro': 'Ich frage dann Sie, und der Helpdesk erfährt, dass der Eintrag falsch sein kann.',
  'dispute.button': 'Falsch: {{name}}',

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
};
