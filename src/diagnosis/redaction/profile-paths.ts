import { spansOf, type Span } from './span.js';

/** Folders in which each person has one; `%2F` and `%5C` are the slashes of an address of the web. */
const slash = '(?:[\\\\/]{1,4}|%2f|%5c)';
const named =
  'users|benutzer|documents(?: |%20|\\+)and(?: |%20|\\+)settings|dokumente(?: |%20|\\+)und(?: |%20|\\+)einstellungen|utilisateurs|home';
const onServer =
  'users?|benutzer|profiles?|profilesv?\\d|home(?:s|dirs?|directories|folders?|laufwerke|verzeichnisse)?|userdata|userhomes?|homedrives?|roaming(?:profiles)?|redirect(?:ed|ion|edfolders)?|folderredirection|userprofiles?|upd|fslogix';

const folders = new RegExp(
  [
    // C:\Users\, C:/Users/, file:///C:/Users/, C%3A%5CUsers%5C, \\?\C:\Users\, and /mnt/c/Users/.
    `(?:[a-z](?::|%3a)|%(?:system|home)drive%|\\$env:(?:system|home)drive|/mnt/[a-z]|/cygdrive/[a-z]|[\\\\/][a-z]\\$|(?<![\\w.-])/[a-z])${slash}(?:${named}|profiles|homes)${slash}`,
    // \\server\profiles$\, \\server\share\users\, //server/home/.
    `(?:(?<![\\\\/:\\w])|(?<=(?:file|smb|cifs|afp):))(?:\\\\{2,4}|/{2})[\\w.-]{1,255}${slash}(?:[^\\\\/:*?"<>|\\r\\n]{1,60}${slash}){0,3}(?:${onServer})\\$?${slash}`,
    // /home/ and /Users/ from the root; behind a host they are parts of an address.
    `(?<![\\w.%~*)\\]}/\\\\-])(?:/var|/export|/usr)?/(?:home|users)/`,
    `(?:%2f|%5c)(?:users|home)(?:%2f|%5c)`,
    // \Users\ from the root of a drive that is not named; `HOMEPATH=\Users\ada`.
    `(?<![\\w.%$:)\\\\-])\\\\{1,2}users\\\\{1,2}`,
  ].join('|'),
  'gi',
);

const nobody = /^(?:public|default(?:user\d{0,5}| user)?|öffentlich|all users|shared|\.{1,3}|\*|me)$|^[{%$<]/i;

/** Names of people in the paths of their folders. */
export function findProfilePaths(text: string): Span[] {
  const found: Span[] = [];
  for (const folder of text.matchAll(folders)) {
    const start = folder.index + folder[0].length;
    const encoded = /%(?:2f|5c)$/i.test(folder[0]);
    const name =
      (encoded
        ? /^[^\\/:*?"<>|&\s[\]%]{1,64}(?:%(?:20|40|C3%[0-9A-F]{2})[^\\/:*?"<>|&\s[\]%]{1,64}){0,4}/i
        : /^[^\\/:*?"<>|&\r\n[\]%$]{1,64}/
      ).exec(text.slice(start, start + 200))?.[0] ?? '';
    // A name may have blanks where the path goes on, or a prompt ends.
    const whole = /[\\/>&]/.test(text[start + name.length] ?? ' ')
      ? name
      : withoutEnd(/^[^\s,;')]+/.exec(name)?.[0] ?? '');
    if (whole !== '' && !nobody.test(whole) && !/^(?:[{(]?[0-9a-f]{8}-[0-9a-f]{4}-|S-1-)/i.test(whole))
      found.push({ start, end: start + whole.length, mark: 'account' });
  }
  return [...found, ...sameFolders(text, found)];
}

/** Of a long listing, so many names are looked for again. */
const mostNames = 8;

/** A folder that is called as one of them, in whatever path: `robocopy C:\Users\ada \\nas\backup\ada`. */
function sameFolders(text: string, found: readonly Span[]): readonly Span[] {
  const names = [...new Set(found.map(({ start, end }) => text.slice(start, end).toLowerCase()))]
    .filter((name) => name.length > 2)
    .slice(0, mostNames);
  if (names.length === 0) return [];
  const same = new RegExp(
    `[\\\\/](?<secret>${names.map((name) => name.replace(/[^\w]/g, '\\$&')).join('|')})(?![\\w.-])`,
    'gi',
  );
  return spansOf(text, same, 'account');
}

function withoutEnd(name: string): string {
  let end = name.length;
  while (name[end - 1] === '.') end -= 1;
  return name.slice(0, end);
}
