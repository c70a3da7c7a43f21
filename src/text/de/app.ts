import type { app as en } from '../en/app.js';
import type { Translated } from '../translated.js';

export const app: Translated<typeof en> = {
  'app.name.short': 'Device Join Assistant',
  'app.name.full': 'Device Join Assistant: warum ein Windows-PC nicht beitritt',
  'app.description.short': 'Findet mit Ihnen heraus, warum Ihr Windows-PC nicht beitritt, und holt Hilfe.',
  'app.description.full':
    'Ihr Windows-PC lässt sich nicht mit Ihrer Firma verbinden oder meldet beim „Beitreten“ oder „Registrieren“ einen Fehler? Fügen Sie ein, was er anzeigt, oder beantworten Sie ein paar einfache Fragen. Der Assistent sieht nach, was Ihre Firma über Ihre Geräte schon weiß, sagt, was Sie als Nächstes versuchen können und wer es tun kann, und gibt an den Helpdesk weiter, was er nicht lösen kann – mit allem, was herausgefunden wurde.\n\nEr kennt Windows 7 bis Windows 11 und die Server dazu, liest Statusberichte, Einträge der Ereignisanzeige und Fehlercodes und spricht Deutsch und Englisch.\n\nFür den Helpdesk führt er zu jeder Anfrage eine Karte in Ihrem Kanal; Administratoren sehen Geräte und Gerätelimits nach.\n\nSchreiben Sie „Hilfe“, um zu sehen, was Sie sagen können.',
};
