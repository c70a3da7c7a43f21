import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/text/locale.js';
import { page } from '../../src/text/pages.js';

const facts = {
  name: 'Join',
  developerName: undefined,
  retentionDays: 90,
  auditRetentionDays: 365,
  deviceCleanUp: false,
};
const privacy = (locale: Locale) => page('privacy', locale, facts).paragraphs;

const takenOut: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'passwords',
    'command lines',
    'scripts',
    'answer files',
    'registry',
    'wireless networks',
    'local administrators',
    'client secrets',
    'keys of services',
    'connection strings',
    'signed addresses',
    'tokens',
    'cookies',
    'private keys',
    'BitLocker recovery keys',
    'thumbprints',
    'payment cards',
    'DOMAIN\\user',
    'paths',
    'SIDs',
    'IP and MAC addresses',
    'sign-in addresses',
  ],
  de: [
    'Kennwörter',
    'Befehlszeilen',
    'Skripten',
    'Antwortdateien',
    'Registrierung',
    'WLANs',
    'lokalen Administratoren',
    'geheime Clientschlüssel',
    'Schlüssel von Diensten',
    'Verbindungszeichenfolgen',
    'signierte Adressen',
    'Token',
    'Cookies',
    'private Schlüssel',
    'BitLocker-Wiederherstellungsschlüssel',
    'Fingerabdrücke',
    'Zahlungskarten',
    'DOMÄNE\\Benutzer',
    'Pfaden',
    'SIDs',
    'IP- und MAC-Adressen',
    'Anmeldeadressen',
  ],
};

const staying: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'ids of devices',
    'directory',
    'sign-in attempts',
    'names of PCs',
    'error codes',
    'events',
    'updates',
    'versions',
    'times',
    'Microsoft',
    'registry',
    'phone number',
    'another person',
  ],
  de: [
    'Kennungen von Geräten',
    'Verzeichnisses',
    'Anmeldeversuchen',
    'PC-Namen',
    'Fehlercodes',
    'Ereignissen',
    'Updates',
    'Versionen',
    'Zeiten',
    'Microsoft',
    'Registrierung',
    'Telefonnummer',
    'andere Person',
  ],
};

describe.each(['en', 'de'] as const)('the privacy page in %s', (locale) => {
  const [, , out = '', stays = ''] = privacy(locale);

  it.each(takenOut[locale])('says that it takes out %s', (kind) => expect(out).toContain(kind));
  it.each(staying[locale])('says that it leaves %s', (kind) => expect(stays).toContain(kind));
});

it('has as many paragraphs in both languages', () => expect(privacy('de')).toHaveLength(privacy('en').length));
