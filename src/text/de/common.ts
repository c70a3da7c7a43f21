import type { common as en } from '../en/common.js';
import type { Translated } from '../translated.js';

export const common: Translated<typeof en> = {
  again: '(noch einmal)',
  unknownName: '(Name nicht bekannt)',
  notKnown: 'nicht bekannt',
  listItem: '• {{item}}',
  andMore_one: 'und {{count}} weiteres',
  andMore_other: 'und {{count}} weitere',
  looksDifferent:
    'Diese Nachricht braucht ein neueres Teams. Bitte aktualisieren Sie Teams, oder öffnen Sie es im Browser oder auf dem Telefon.',
};
