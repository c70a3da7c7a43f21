import { spansOf, type Span } from './span.js';
import { accountMark, type Whereabouts } from './whereabouts.js';

/** Before the backslash: what begins a path or names no person's account. */
const notDomains =
  /(?:^|[^\p{L}])(?:authority|autorit[äa]t|autorite|autoridad|service|dienst|builtin|vordefiniert|apppool|manager|host|hk(?:lm|cu|cr|u|cc)|hkey[a-z_]*|software|system(?:32)?|syswow64|windows|microsoft|currentversion|currentcontrolset|control|parameters|winlogon|policies|registry|cdj|join|joininfo|tenantinfo|clouddomainjoin|registration|program files|programme|programdata|temp|logs?|and|or|und|oder|yes|no|ja|nein|on|off|either|y|n)$/iu;

/** After it: files, logs and registry keys; and accounts of PCs, which are their names. */
const notUsers =
  /^(?:admin|operational|analytic|debug|aad|cdj|microsoft|windows|software|or|and|oder|und|no|nein|off)$|\.(?:exe|dll|ps1|cmd|bat|log|txt|msi|etl|evtx|xml|csv|json|ya?ml|sys|inf|html?|cab|zip|reg|pfx|cer|pem|docx?|xlsx?|pdf|png|jpe?g|ini|cfg|vbs|js)$|\$$/i;

const nameLetter = /[\p{L}\p{N}._$-]/u;

/** A NetBIOS name has at most 15 letters, a DNS name of a domain 255; a sign-in name 64. */
const longest = 255;

const ofRegistry =
  /\b(?:(?:Alt)?DefaultUserName|LastUsedUsername|LastLoggedOn(?:SAM)?User|LogonUser)["']?[ \t]{1,40}REG_SZ[ \t]{1,40}(?<secret>[^\s[][^\r\n]*)/gi;

/** `user:password@` in URLs, accounts in the registry, SIDs of accounts. */
export function findAccountsInPlaces(text: string): Span[] {
  return [
    ...spansOf(text, /\/\/(?<secret>[^\s/@[\]]{1,200}(?=@))/g, 'account'),
    ...spansOf(text, /:\/\/(?<secret>[^\s/@:[\]]{1,100}:[^\s/]{1,200}(?=@))/g, 'account'),
    ...spansOf(text, ofRegistry, 'account'),
    // S-1-5-18 and other well-known ones name no account of a person.
    ...spansOf(text, /S-1-(?:5-21|12-1)(?:-\d{1,10}){1,15}/gi, 'sid'),
  ];
}

const localLetter = /[\p{L}\p{N}._%+#$~!*'-]/u;

/** Mail addresses and UPNs, `ada%40contoso.example` too. */
export function findAddresses(text: string): Span[] {
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

/** People's accounts with their domain: `DOMAIN\user`. */
export function findAccounts(text: string, known: Whereabouts): Span[] {
  const found: Span[] = [];
  for (const slash of text.matchAll(/\\{1,2}|%5c/gi)) {
    const right = slash.index + slash[0].length;
    // What goes on with another backslash is a path, whatever its names.
    let end = right;
    while (end - right < longest && nameLetter.test(text[end] ?? ' ')) end += 1;
    if (end === right || text[end] === '\\' || text[end] === '/' || text.startsWith('%5', end)) continue;
    let start = slash.index;
    while (start > 0 && slash.index - start < longest && nameLetter.test(text[start - 1] as string)) start -= 1;
    while (end > right && text[end - 1] === '.') end -= 1;
    if (start === slash.index || end === right || beforePath.has(text[start - 1] ?? '')) continue;
    if (!/[\p{L}\p{N}]/u.test(text[slash.index - 1] as string) || notUsers.test(text.slice(right, end))) continue;
    if (notDomains.test(text.slice(Math.max(0, start - 1), slash.index)) || isPartOfPath(text, start)) continue;
    found.push({
      start,
      end,
      mark: accountMark(`${text.slice(start, slash.index)}\\${text.slice(right, end)}`, known),
    });
  }
  return found;
}

const beforePath: ReadonlySet<string> = new Set('\\/:%');

/** A path of Windows with blanks in it is seldom longer up to there. */
const longestPath = 160;

const endsOfPath: ReadonlySet<string> = new Set('\r\n\t"\'<>|*?,;=/');

/** `C:\Program Files\Contoso Agent\setup`: the folder has a blank, so that its end looks like a domain. */
function isPartOfPath(text: string, start: number): boolean {
  if (text[start - 1] !== ' ' || !isCapital(text[start])) return false;
  let folders = 0;
  for (let at = start - 1; at >= Math.max(0, start - longestPath); at -= 1) {
    const letter = text[at] as string;
    if (letter === '\\') folders += 1;
    if (letter === ':') return folders > 0 && text[at + 1] === '\\' && !isCapital(text[at - 2]);
    const begins = at === 0 || letter === ' ' || endsOfPath.has(letter);
    const first = at === 0 && letter !== ' ' ? 0 : at + 1;
    if (begins && folders > 0 && (text[first] === '%' || text.startsWith('HK', first) || text.startsWith('hk', first)))
      return true;
    if (endsOfPath.has(letter)) return false;
    // Each word of the folder begins with a capital letter or a bracket.
    if (letter === ' ' && folders === 0 && !isCapital(text[at + 1]) && text[at + 1] !== '(' && text[at + 1] !== '&')
      return false;
  }
  return false;
}

function isCapital(letter: string | undefined): boolean {
  return (
    letter !== undefined && ((letter >= 'A' && letter <= 'Z') || letter === 'Ä' || letter === 'Ö' || letter === 'Ü')
  );
}

const ofPc = /(?<![\w\\/.:*)\]}-])\.\\{1,2}(?<name>[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,62}[\p{L}\p{N}_-])?)(?![\w\\/*])/gu;

/** `.\ben`; not `.\setup.ps1`, nor what is started at a prompt (`PS C:\> .\setup -quiet`). */
export function findAccountsOfPc(text: string): Span[] {
  return Array.from(text.matchAll(ofPc), ({ index, 0: all, groups }) => ({
    index,
    end: index + all.length,
    name: groups?.['name'] ?? '',
  }))
    .filter(
      ({ name, index, end }) =>
        !notUsers.test(name) &&
        !(
          /(?:^|[\r\n>&;|])[ \t]{0,3}$/.test(text.slice(Math.max(0, index - 4), index)) &&
          /^[ \t]{1,3}[-/]/.test(text.slice(end, end + 5))
        ),
    )
    .map(({ index, end }): Span => ({ start: index, end, mark: 'local account' }));
}
