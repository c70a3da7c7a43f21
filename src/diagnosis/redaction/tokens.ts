import { spansOf, type Span } from './span.js';

const names =
  'sig|code|assertion|client_assertion|client_secret|access_token|id_token|refresh_token|token|tempauth|password|passwd|pwd|' +
  'samlrequest|samlresponse|wresult|wctx|state|nonce|session_state|device_code|user_code|request|key|apikey|api_key|prt|x-ms-[a-z-]{1,40}';

/** An error code is what everybody must read, wherever it stands. */
const noCode = '(?!0x[0-9a-f]|-?\\d{1,10}(?![\\w.])|aadsts|\\[)';

const inUrl = new RegExp(`[?&;#](?:amp;)?(?:${names})(?:=|%3d)(?<secret>${noCode}[^\\s&;"'<>|\\]]+)`, 'gi');

const always =
  'access_token|accesstoken|id_token|refresh_token|refreshtoken|client_assertion|tempauth|authtoken|transportkey|certificaterequest|sas_token';

const named = new RegExp(
  `(?:${always})["'\\\\]{0,3}[ \\t]{0,9}[:=][ \\t]{0,9}["'\\\\]{0,3}(?<secret>${noCode}[^\\s&;,"'<>|\\]\\\\]+)`,
  'gi',
);

const headers = [
  /\bauthorization["']?[ \t]{0,9}[:=][ \t]{0,9}["']?(?:(?:bearer|basic|negotiate|ntlm|kerberos|pop)[ \t]{1,9})?(?<secret>(?!(?:bearer|basic|negotiate|ntlm|kerberos|pop)\b)[^\s"'<>[\]]+)/gi,
  /\b(?:bearer|negotiate|ntlm|basic)[ \t]{1,9}(?<secret>(?=[\w+/=.~-]{0,200}\d)[\w+/=.~-]{16,})/gi,
  /\b(?:set-cookie|cookie|x-ms-refreshtokencredential|x-ms-devicecredential)["']?[ \t]{0,9}:[ \t]{0,9}["']?(?<secret>[^\s[][^\r\n]*)/gi,
];

/** JSON web tokens: each begins with the base64 of `{"`. */
const webToken = /(?<![a-z0-9])eyJ[\w-]{8,}(?:\.[\w-]*){0,4}/gi;

/** A signature of Azure, where the address before it is missing. */
const signature = /(?<![\w?&;#])sig(?:=|%3d)(?<secret>(?!\[)[\w%+/.~-]{12,}={0,2})/gi;

/** Certificates as text; the last line is too short to be told by its looks. */
const pem = /-----BEGIN [A-Z ]{3,40}-----(?<secret>[^-[]+)/g;

/** Tokens and keys in URLs, in headers and by their names. */
export function findTokens(text: string): Span[] {
  return [inUrl, named, signature, ...headers].flatMap((pattern) => spansOf(text, pattern, 'token'));
}

/** Web tokens, certificates and long runs of base64, by their looks. */
export function findEncoded(text: string): Span[] {
  return [...spansOf(text, webToken, 'token'), ...spansOf(text, pem, 'token'), ...blobs(text)];
}

/** Ids, with their hyphens or without, as `trace_id=…` has them. */
const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi;

/** Long runs of base64 (certificates, `SettingsUrl`, opaque tokens), told from long names by how seldom small letters follow each other. */
function blobs(text: string): Span[] {
  const found: Span[] = [];
  for (const run of text.matchAll(/[\w+/=-]{32,}/g)) {
    let start = 0;
    for (const { index, 0: each } of [...run[0].matchAll(id), { index: run[0].length, 0: '' }]) {
      if (looksRandom(run[0].slice(start, index)))
        found.push({ start: run.index + start, end: run.index + index, mark: 'token' });
      start = index + each.length;
    }
  }
  return found;
}

function looksRandom(part: string): boolean {
  // 32 hex digits are an id without its hyphens; 40 are a thumbprint and have their own rule.
  if (part.length < 32 || /^[0-9a-f]+$/i.test(part)) return false;
  if (/[A-Z]/.test(part) && /[a-z]/.test(part)) {
    const inWords = [...part.matchAll(/[a-z]{3,}/g)].reduce((sum, word) => sum + word[0].length, 0);
    const isPadded = /[+]|=$/.test(part);
    return part.length >= (/\d/.test(part) || isPadded ? 36 : 48) && inWords < part.length * (isPadded ? 0.75 : 0.5);
  }
  return part.split(/[^A-Za-z0-9]/).some((piece) => piece.length >= 32 && changes(piece) >= piece.length / 5);
}

/** How often a digit stands beside a letter. */
function changes(piece: string): number {
  return [...piece.matchAll(/\d(?=\D)|\D(?=\d)/g)].length;
}
