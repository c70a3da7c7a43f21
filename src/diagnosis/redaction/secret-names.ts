/** How far what follows the name is believed to be a secret. */
export type SecretKind = 'password' | 'pin' | 'secret' | 'key' | 'wireless' | 'token';

/** A word that names a secret, as [start, end). */
export interface SecretName {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

const schluessel = 'schl(?:ü|ue|u\u0308)ssel';

/** These also end longer words: `DefaultPassword`, `WLAN-Passwort`, `clientSecret`. */
const endings = `(?<password>pass[-_ ]?w(?:ord|ort)|kennwort|passwd|pwd|pass[-_ ]?phrase|passcode|admpwd|(?:ssh|db|user|admin|root|my|smtp|ftp|mail|sql|ldap|bind|svc)_?pass|passw(?:o|ö)rter|losungswort)|(?<secret>secret|geheimnis|geheimer schlüssel)|(?<key>(?:api|access|account|secret|shared(?:[-_ ]?access)?|storage|subscription|encryption|private|master|license|security|network|wpa[23]?|wi-?fi|wlan|pre-?shared|function|primary|secondary|recovery)[-_ ]?key|key[-_ ]?(?:content|material)|sharedaccesssignature|(?:netzwerk)?sicherheits${schluessel}|(?:wlan|wpa[23]?|wi-?fi|api|zugriffs|netzwerk|wiederherstellungs|konto)-?${schluessel}|${schluessel}inhalt)`;

/** These are words of their own, or parts behind a hyphen or an underscore. */
const words =
  '(?<word>pw|psk|pass|passes|puk|tap|temporary access pass|befristete[rn]? zugriffspass|passw|pswd|pword|passwords|kennwörter|secrets|security answer|sicherheitsantwort|geheime antwort)|(?<pin>pin(?:[- ]?(?:code|nummer|number))?)|(?<token>token|pat|prt)';

const names = new RegExp(`(?:${endings}|(?<![\\p{L}\\p{N}])(?:${words}))[1-3s]?(?![\\p{L}\\p{N}])`, 'giu');

/** Every such word of a text, in order. */
export function secretNames(text: string): SecretName[] {
  const found: SecretName[] = [];
  for (const match of text.matchAll(names)) {
    const { password, word, secret, key, pin } = match.groups ?? {};
    const kind =
      password !== undefined || word !== undefined
        ? 'password'
        : secret !== undefined
          ? 'secret'
          : key !== undefined
            ? /^(?:wlan|wi-?fi|wpa|netz|network|sicherheits|security)|content|material|inhalt/i.test(key)
              ? 'wireless'
              : 'key'
            : pin !== undefined
              ? 'pin'
              : 'token';
    // `TAP` and `PAT` are words of other trades when they are small.
    if (/^(?:tap|pat|prt)$/.test(match[0])) continue;
    found.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
