import { fullStatus } from './full-status.js';

/** A text of about `size` characters that was made to be slow to read. The same every time. */
export type HostileInput = (size: number) => string;

const hex = '0123456789abcdef';
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const base64 = `${letters}0123456789+/`;
const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const bytes = Array.from({ length: 256 }, (_, index) => String.fromCharCode(index)).join('');
const marks = ' \t\n\r:=|+-><&;"\'`#*[](){}/\\,.@%?!_~^$0x';

/** One unit again and again, with `end` at the end; many a search begins at each unit and fails there. */
export const repeated =
  (unit: string, end = ''): HostileInput =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length)).slice(0, size - end.length) + end;

/** Units that differ by a running number. */
export const counted =
  (unit: (index: number) => string): HostileInput =>
  (size) => {
    const parts: string[] = [];
    for (let length = 0, index = 0; length < size; index += 1) {
      const part = unit(index);
      parts.push(part);
      length += part.length;
    }
    return parts.join('').slice(0, size);
  };

/** Signs of an alphabet in an order without order (a linear congruential generator, numbers of Numerical Recipes). */
export const scattered =
  (alphabet: string, seed = 1): HostileInput =>
  (size) => {
    let state = seed;
    return Array.from({ length: size }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return alphabet[(state >>> 8) % alphabet.length];
    }).join('');
  };

/** The first half of one, the second of the other. */
const halves =
  (first: string, second: string): HostileInput =>
  (size) =>
    first.repeat(Math.ceil(size / 2 / first.length)).slice(0, size / 2) +
    second.repeat(Math.ceil(size / 2 / second.length)).slice(0, size / 2);

const guid = (index: number): string => `${index.toString(16).padStart(8, '0')}-6f0a-4f6b-9a3e-0c8d7c1b2a34`;
const keys = [
  'AzureAdJoined',
  'DomainJoined',
  'DeviceId',
  'Thumbprint',
  'TenantId',
  'Client ErrorCode',
  'Server Message',
  'Access Type',
  'User Identity',
];
const keyAt = (index: number): string => keys[index % keys.length] as string;

/** By name. What each does to a reader: says the same thing often, opens without closing, begins everywhere, or says nothing. */
export const hostileInputs: Readonly<Record<string, HostileInput>> = {
  // Whole outputs and their keys.
  'whole outputs': repeated(`${fullStatus}\n`),
  'whole outputs in one line': repeated(`${fullStatus.replaceAll(/(?<!\s)\s+/g, ' ')} `),
  'whole outputs without line ends': repeated(fullStatus.replaceAll('\n', '')),
  'one key': repeated('AzureAdJoined : NO\n'),
  'one key in one line': repeated('AzureAdJoined : NO '),
  'glued keys': repeated('AzureAdJoined : YESDomainJoined : NODeviceId : '),
  'many keys glued': counted((index) => `${keyAt(index)} : ${index}`),
  'keys without values': repeated('TpmProtected :\n'),
  'keys without separators': repeated('AzureAdJoined '),
  'keys touching': repeated('AzureAdJoinedDomainJoined'),
  'beginnings of keys': repeated('AzureAdJoine '),
  'beginnings of long keys': repeated('Server Error Descriptio'),
  'a key and a value without end': (size) => `Server Message : ${'x'.repeat(size - 17)}`,
  'a key and words without end': (size) => `Server Message : ${'word '.repeat(size / 5).slice(0, size - 17)}`,
  'unknown keys': counted((index) => `Setting${index} : value ${index}\n`),
  'work accounts': counted(
    (index) => `| Work Account ${index} |\nWorkplaceDeviceId : ${guid(index)}\nWorkplaceTenantId : ${guid(index)}\n`,
  ),
  'sign-in attempts': counted(
    (index) =>
      `Previous Prt Attempt : 2024-03-04 07:12:13.000 UTC\nAttempt Status : 0xc00484${(index % 256).toString(16).padStart(2, '0')}\nServer Error Description : AADSTS${50_000 + index}: no.\n`,
  ),
  devices: counted((index) => `DeviceId : ${guid(index)}\nDevice Name : PC-${index}\n`),
  times: counted((index) => `Client Time : 2024-03-04 07:12:${(index % 60).toString().padStart(2, '0')}.000 UTC\n`),
  'wrapped values': repeated(
    '        JoinSrvUrl : https://enterpriseregistration.windows.net/Enrol\nlmentServer/device/\n',
  ),
  titles: repeated('| Device State                                                         |\n'),
  'titles in one line': repeated('| Device State | '),
  rulers: repeated(`+${'-'.repeat(70)}+\n`),
  'one ruler': repeated('-'),
  'rulers of pluses': repeated('+-'),
  bars: repeated('|'),

  // What a client makes of a text.
  'quote marks': repeated('> '),
  'nested quotes': counted((index) => `${'>'.repeat(index % 80)} AzureAdJoined : NO\n`),
  'comment marks': repeated('# ## '),
  'code fences': repeated('```\n'),
  entities: repeated('&nbsp;&gt;&lt;&amp;'),
  'entities of entities': repeated('&amp;amp;amp;'),
  'entities without end': repeated('&#x41'),
  ampersands: repeated('&'),
  tags: repeated('<br/>'),
  'tags that open': repeated('<div>'),
  'tags that do not close': repeated('<'),
  'tags with attributes': repeated('<a href="x" title=\'y\' '),
  'nested tags': (size) => '<div>'.repeat(size / 11) + '</div>'.repeat(size / 11),
  'half tags': repeated('<br '),
  'comments of HTML that do not close': repeated('<!--'),
  blanks: repeated(' ', '.'),
  'tabs and line ends': repeated('\t\r\n'),
  'empty lines': repeated('\n', '.'),
  'blanks before an end that is none': repeated('          x'),
  'hard blanks': repeated('\u00a0', '.'),
  'zero-width signs': repeated('\u200b\ufeff', '.'),

  // Codes and numbers.
  colons: repeated(':'),
  'colons and blanks': repeated(' : '),
  'equal signs': repeated('='),
  digits: repeated('7'),
  'a minus and digits': repeated('-2145648654 '),
  'hex digits': repeated('a5'),
  'hex digits in pairs': repeated('A5 '),
  'hex digits in pairs with colons': repeated('a5:'),
  'hex digits in groups': repeated('a5c81b0e '),
  codes: counted((index) => `0x801c${(index % 65_536).toString(16).padStart(4, '0')} `),
  'codes, one a line': counted((index) => `0x801c${(index % 65_536).toString(16).padStart(4, '0')}\n`),
  'decimal codes': counted((index) => `${-2_145_648_654 + index} `),
  'codes in keys': counted((index) => `Client ErrorCode : 0x801c${(index % 65_536).toString(16).padStart(4, '0')}\n`),
  'codes of the cloud, one a line': counted((index) => `AADSTS${50_000 + (index % 50_000)}: refused.\n`),
  'names of codes': repeated('DSREG_E_DEVICE_REGISTRATION_QUOTA_EXCCEEDED '),
  'codes glued': repeated('0x801c03f2'),
  'beginnings of codes': repeated('0x'),
  'codes of the cloud': counted((index) => `AADSTS${50_000 + (index % 50_000)}: refused. `),
  'letters of a code': repeated('AADSTS'),
  events: counted((index) => `Event ID: ${200 + (index % 200)}\nSource: User Device Registration\n`),
  'events with codes': counted(
    (index) =>
      `Event ID: 304\nSource: User Device Registration\nAutomatic registration failed at join phase. Exit code: 0x801c${(index % 65_536).toString(16).padStart(4, '0')}\n`,
  ),
  'events of every log': counted(
    (index) =>
      `Log Name: Microsoft-Windows-AAD/Operational\nEvent ID: ${1_000 + (index % 200)}\nDescription: Http request status: 400. Correlation ID: ${guid(index)}\n`,
  ),
  'events in one line': repeated('Event 304 '),
  'events in XML': repeated('<Event><EventID>304</EventID><Level>2</Level></Event>'),
  'words of the window': repeated('There was an error with account verification. '),
  'lines of a log': counted(
    (index) => `dsrTask ${index}: DsrCmdJoinHelper::Join: ClientRequestId: ${guid(index)} failed with 0x801c03f2\n`,
  ),

  // What has to go before anybody sees it.
  'device ids': counted((index) => `${guid(index)} `),
  'half ids': repeated('5b0c1f6e-6f0a-'),
  SIDs: repeated('S-1-5-21-1004336348-1177238915-682003330-512 '),
  'a SID without end': repeated('S-1-5-21-', '1'),
  'numbers of a SID': repeated('-1'),
  'mail addresses': counted((index) => `ada${index}@contoso.com `),
  'at signs': repeated('@'),
  dots: repeated('.'),
  'names with dots': repeated('a.'),
  'names with dots and an at sign': repeated('a.', '@'),
  'addresses of networks': counted((index) => `10.${index % 256}.7.1 `),
  'numbers with dots': repeated('1.'),
  'addresses of version 6': repeated('fe80:'),
  'addresses of the web': repeated('https://login.microsoftonline.com/common?code='),
  'colons and slashes': repeated('://'),
  backslashes: repeated('CONTOSO\\'),
  proxies: repeated('Proxy Server List : proxy.contoso.com:8080\n'),
  tokens: counted((index) => `eyJhbGciOi${index}.eyJzdWIiOi.c2ln `),
  'parts of a token': repeated('eyJ.'),
  bearers: repeated('Bearer '),
  'request bodies': repeated('{"grant_type":"'),
  braces: repeated('{'),
  brackets: repeated('[ '),
  'nested brackets': (size) => '{['.repeat(size / 4) + ']}'.repeat(size / 4),
  quotes: repeated('"'),
  'quotes and backslashes': repeated('\\"'),
  'percent signs': repeated('%3D'),
  base64: scattered(base64),
  'base64 in lines': (size) => scattered(base64)(size).replaceAll(/.{76}/g, (line) => `${line.slice(1)}\n`),

  passwords: repeated('password '),
  'passwords that are said': repeated('my password is '),
  'passwords for something': repeated('password for the old laptop of mine '),
  'passwords with values': counted((index) => `password: Secret${index} `),
  'passwords of passwords': repeated('password=password='),
  'passwords in quotes that do not close': repeated('password: "'),
  'passwords in tags': repeated('<Password><Value>'),
  'passwords in columns': repeated('Password\t'),
  'passwords that come before': repeated('Secret1 is my '),
  'a password without end': (size) => `password: ${'a1'.repeat(size / 2)}`,
  PINs: repeated('PIN 4711 '),
  'codes of sign-ins': repeated('your code is 123456 '),
  'beginnings of sign-in codes': repeated('your code '),
  options: repeated('-p '),
  'options with users': repeated('psexec -u ada -p Secret1 '),
  'options of one command': (size) => `psexec ${'-u '.repeat(size / 3)}`,
  'options glued': repeated('-pSecret1 '),
  'options with slashes': repeated('/user:ada '),
  'options without a name': repeated(' --'),
  shares: repeated('net use Z: \\\\fs01\\data '),
  'users of the net': repeated('net user '),
  'secure strings': repeated('ConvertTo-SecureString '),
  echoes: repeated('echo a '),
  'keys of wireless networks': repeated('netsh wlan '),
  'groups of six digits': repeated('123456-'),
  'groups of five signs': repeated('A1B2C-'),
  'groups of four digits': repeated('4111 '),
  'beginnings of IBANs': repeated('DE89'),
  'pairs of hex digits with hyphens': repeated('00-'),
  'pairs and dots': repeated('0015.'),
  'names of cookies': repeated('ESTSAUTH='),
  'ends of names of cookies': repeated('auth_session_token'),
  'private keys': repeated('-----BEGIN PRIVATE KEY-----\n'),
  'hyphens and private keys': repeated('-----BEGIN PRIVATE '),
  profiles: repeated('C:\\Users\\'),
  'profiles on servers': repeated('\\\\a\\users\\'),
  homes: repeated('/home/'),
  'accounts with blanks': repeated('A\\b '),
  'folders with blanks': repeated('C:\\Program Files A\\b A\\c '),
  'accounts of this PC': repeated('.\\a '),
  'names of domains': counted((index) => `Domain: C${index} `),
  'names of computers': repeated('Computer : '),
  'marks of what was taken out': repeated('[password] '),
  'halves of marks': repeated('[account of another '),
  'IP addresses with blanks': repeated('10 . '),
  hashes: repeated('aad3b435b51404eeaad3b435b51404ee:'),
  'beginnings of tokens': repeated('ghp_xoxb-'),
  dashes: repeated('–-—'),

  // Without any order.
  letters: scattered(letters),
  'one letter': repeated('a'),
  'one word without end': repeated('AzureAd'),
  'one word that the trees know': repeated('pending'),
  'one word without order': scattered('abcdefghijklmnopqrstuvwxyz'),
  'long words': counted((index) => `${'verbindungsproblem'.repeat(30)}${index} `),
  'words that lead somewhere': repeated('too many devices limit reached pending disabled proxy certificate '),
  'short words': repeated('ab cd ef gh '),
  sentences: counted((index) => `My PC number ${index} does not join, and it says something about a domain. `),
  commas: repeated('a, '),
  'commas alone': repeated(','),
  'letters with marks above them': repeated('e\u0301'),
  'marks without a letter': repeated('\u0301'),
  'letters of two halves': repeated('😀'),
  'joined signs': repeated('👩\u200d💻'),
  'marks of direction': repeated('\u202e\u202d\u200f'),
  joiners: repeated('\u200d'),
  'variants of signs': repeated('\ufe0f'),
  'letters that fold': repeated('ßŉǰΐ'),
  ligatures: repeated('ﷺ'),
  'words of Chinese': repeated('设备无法加入域'),
  'hex without order': scattered(hex),
  'digits without order': scattered('0123456789'),
  'printable signs': scattered(printable),
  bytes: scattered(bytes),
  marks: scattered(marks),
  'marks and letters': scattered(marks + letters, 7),
  'letters of the world': scattered('äßçñéøłžőğїجהア漢字😀', 3),
  'letters that change their length': repeated('İ'),
  'halves of surrogates': repeated('\ud83d'),
  'blanks, then colons': halves(' ', ':'),
  'digits, then dots': halves('7', '.'),
  'keys, then values': halves('AzureAdJoined\n', 'YES\n'),
  'opened, then closed': halves('<b>', '</b>'),
  'letters, then at signs': halves('a', '@'),
};
