import { spansOf, type Span } from './span.js';

/** Before the backslash: what begins a path or names no person's account. */
const notDomains =
  /(?:^|[^\p{L}])(?:authority|autorit[äa]t|autorite|service|dienst|builtin|vordefiniert|manager|host|hk(?:lm|cu|cr|u|cc)|hkey[a-z_]*|software|system(?:32)?|syswow64|windows|microsoft|currentversion|policies|registry|cdj|join|registration|program files|programme)$/iu;

/** After it: files, logs and registry keys. */
const notUsers =
  /^(?:admin|operational|analytic|debug|aad|cdj|microsoft|windows|software)$|\.(?:exe|dll|ps1|cmd|bat|log|txt|msi|etl|evtx|xml|csv|json|ya?ml|sys|inf|html?)$/i;

const nameLetter = /[\p{L}\p{N}._$-]/u;

/** A NetBIOS name has at most 15 letters, a DNS name of a domain 255; a sign-in name 64. */
const longest = 255;

/** People's accounts: mail addresses and UPNs, `DOMAIN\user`, `C:\Users\name`, `user:password@` in URLs, SIDs of accounts. */
export function findAccounts(text: string): Span[] {
  return [
    ...addresses(text),
    ...downLevelNames(text),
    ...profilePaths(text),
    ...spansOf(text, /\/\/(?<secret>[^\s/@[\]]{1,200}(?=@))/g, 'account'),
    // S-1-5-18 and other well-known ones name no account of a person.
    ...spansOf(text, /S-1-(?:5-21|12-1)(?:-\d{1,10}){1,15}/gi, 'sid'),
  ];
}

const localLetter = /[\p{L}\p{N}._%+#$~!*'-]/u;

function addresses(text: string): Span[] {
  const found: Span[] = [];
  let previous = 0;
  for (const at of text.matchAll(/@|%40/g)) {
    const floor = Math.max(previous, at.index - longest);
    previous = at.index + at[0].length;
    let start = at.index;
    while (start > floor && localLetter.test(text[start - 1] as string)) start -= 1;
    while (start < at.index && /['.*!]/.test(text[start] as string)) start += 1;
    const domain = at.index + at[0].length;
    let end = domain;
    while (end - domain < longest && /[\p{L}\p{N}.-]/u.test(text[end] ?? ' ')) end += 1;
    while (end > domain && /[.-]/.test(text[end - 1] as string)) end -= 1;
    if (start < at.index && end > domain) found.push({ start, end, mark: 'address' });
  }
  return found;
}

function downLevelNames(text: string): Span[] {
  const found: Span[] = [];
  for (const slash of text.matchAll(/\\{1,2}/g)) {
    const right = slash.index + slash[0].length;
    let start = slash.index;
    while (start > 0 && slash.index - start < longest && nameLetter.test(text[start - 1] as string)) start -= 1;
    let end = right;
    while (end - right < longest && nameLetter.test(text[end] ?? ' ')) end += 1;
    while (end > right && text[end - 1] === '.') end -= 1;
    if (start === slash.index || end === right || /[\\/:%]/.test(text[start - 1] ?? ' ') || /[\\/]/.test(text[end] ?? ' ')) continue;
    if (!/[\p{L}\p{N}]$/u.test(text.slice(start, slash.index)) || notUsers.test(text.slice(right, end))) continue;
    if (notDomains.test(text.slice(Math.max(0, start - 1), slash.index))) continue;
    found.push({ start, end, mark: 'account' });
  }
  return found;
}

const profiles = /[a-z]:(?:\\|\/){1,2}(?:users|benutzer|documents and settings|dokumente und einstellungen)(?:\\|\/){1,2}/gi;

function profilePaths(text: string): Span[] {
  const found: Span[] = [];
  for (const folder of text.matchAll(profiles)) {
    const start = folder.index + folder[0].length;
    const name = /^[^\\/:*?"<>|&\r\n[\]]{1,64}/.exec(text.slice(start, start + 64))?.[0] ?? '';
    // A name may have blanks where the path goes on, or a prompt ends.
    const whole = /[\\/>&]/.test(text[start + name.length] ?? ' ') ? name : (/^[^\s,;')]+/.exec(name)?.[0] ?? '');
    if (whole !== '' && !/^(?:public|default|öffentlich|all users)$/i.test(whole)) found.push({ start, end: start + whole.length, mark: 'account' });
  }
  return found;
}
