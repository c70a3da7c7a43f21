import type { help as en } from '../en/help.js';
import type { Translated } from '../translated.js';

export const help: Translated<typeof en> = {
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
};
