/** Products and methods that are written with a number. */
const withNumber =
  'aadsts|kb|cve|event(?:id)?|win(?:dows)?|server|office|o|m|sha|aes|rsa|des|rc|tls|ssl|md|utf|krb|kerberos|oauth|openid|ipv|https?|v|ver|version|rev|id|nt|smb|ntlmv?|tpm|x|e|f|p|azure|azuread|entra|d|w|h|n|edition|step|phase|test|level|type|base|b|log|line|page|part';

/** Ids, codes, times, versions, names of PCs, hosts, files and paths: what stays, also where a password is spoken of. */
const technical = new RegExp(
  `^(?:${[
    '[({]?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}[)}]?',
    '0x[0-9a-f]+l?',
    '[+-]?\\d+(?:[.,:/-]\\d+)*[a-z%]?',
    '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?',
    `(?:${withNumber})[-_ ]?\\d[\\d.]*(?:h\\d)?`,
    '(?:pc|nb|ws|desktop|laptop|lap|notebook|win|srv|server|dc|client|vm)-[a-z-]*\\d[a-z0-9-]*',
    '[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|net|org|de|local|lan|example|internal|corp|eu|us|io|exe|dll|ps1|cmd|bat|log|txt|msi|etl|evtx|xml|csv|json|html?|docx?|pdf|png|jpe?g)',
    '\\d+(?:st|nd|rd|th|ms|kb|mb|gb|min|bit)',
  ].join('|')})$`,
  'i',
);

/** `ERROR_LOGON_FAILURE`, `PC-0815`: capitals tell them from passwords. */
const inCapitals = /^(?:[A-Z]+(?:_[A-Z0-9]+)+|[A-Z]{2,15}-(?:[A-Z-]*\d){2}[A-Z0-9-]*)$/;

/** Whether a word is one of those that stay; links of Markdown and addresses too. */
export function isTechnical(word: string): boolean {
  return (
    /\]\(|:\/\//.test(word.slice(0, 200)) ||
    technical.test(word.slice(0, 200)) ||
    inCapitals.test(word.slice(0, 100)) ||
    /^[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,}$/.test(word.slice(0, 300)) ||
    (/[\\/]/.test(word) && /^(?:[a-z]:|\\|\/|hk|https?:|%)/i.test(word))
  );
}

/** Codes, which everybody must read, also after "password:". */
export function isCode(word: string): boolean {
  return (
    /^(?:-?0x[0-9a-f]{3,16}|-\d{6,10}|aadsts\d*)$/i.test(word.slice(0, 100)) ||
    /^[A-Z]+(?:_[A-Z0-9]+){2,}$/.test(word.slice(0, 100))
  );
}

/** A word that nobody writes in a sentence: letters with digits, or with a sign inside, and none of those that stay. */
export function looksSecret(word: string): boolean {
  if (word.length < 4 || isTechnical(word) || isCode(word)) return false;
  return (
    (/\d/.test(word) && /\p{L}/u.test(word)) ||
    /[\p{L}\d][!#$%&*^~§€@?=+][^\s]/u.test(word) ||
    /^[$!#§€&*][\p{L}\d]{3}/u.test(word)
  );
}

/** What stands for a secret that is filled in elsewhere: a variable, a placeholder, stars. */
export function standsForSecret(word: string): boolean {
  return /^(?:[*•●.xX]{1,40}|\(.*|@[({].*|%\w+%|%[sd]|\{\d*\}|\{\{.*|\$\(.*|\$\{.*|\$(?:env:\w+|_|null|true|false|\w*(?:pass|pwd|pw|cred|sec|kennwort|key|token)\w*)(?:[.[].*)?|<[^<>]*>?|…|-+|_+|process\.env\b.*|[^\p{L}\p{N}]{1,2})$/iu.test(
    word.slice(0, 200),
  );
}
