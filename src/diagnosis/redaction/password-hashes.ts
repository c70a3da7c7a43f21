import { spansOf, type Span } from './span.js';

const patterns = [
  // LM and NT hash of a Windows account, as dumps list them.
  /(?<![0-9a-f])[0-9a-f]{32}:[0-9a-f]{32}(?![0-9a-f])/gi,
  /(?<![0-9a-f])(?:aad3b435b51404eeaad3b435b51404ee|31d6cfe0d16ae931b73c59d7e0c089c0)(?![0-9a-f])/gi,
  /\b(?:nt(?:lm)?(?:v[12])?|lm|nt[- ]?hash|ntlm[- ]?hash|dcc2?|password[-_ ]?hash|kennwort-?hash|passwort-?hash|hash|rc4(?:_hmac)?|aes(?:128|256)(?:_hmac)?|dpapi|masterkey)["']?[ \t]{0,30}(?:[:=]|is|ist)[ \t]{0,9}["']?(?<secret>[0-9a-f]{32,128})(?![0-9a-f])/gi,
  // A network answer: user::domain:challenge:response:blob.
  /(?<=:)(?<secret>[0-9a-f]{16}:[0-9a-f]{32,48}:[0-9a-f]{16,2000})/gi,
  /\$(?:krb5(?:tgs|asrep|pa)\$[^\s"'<>]{8,}|DCC2\$[^\s"'<>]{8,}|[1256y]\$[^\s"'<>]{8,}|2[aby]\$\d\d\$[\w./]{8,}|argon2(?:id?|d)\$[^\s"'<>]{8,})/gi,
];

/** Hashes of passwords, which can be used like them or guessed. */
export function findPasswordHashes(text: string): Span[] {
  return patterns.flatMap((pattern) => spansOf(text, pattern, 'token'));
}
