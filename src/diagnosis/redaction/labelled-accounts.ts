import { spansOf, type Span } from './span.js';

/** Characters of a sign-in name; learn (user naming attributes) allows 64 before the domain. */
const name = '(?<secret>[^\\s<>"\'&;,|=\\[\\]]{1,64})';

/** Elements and event data that hold a name: `<Username>ada</Username>`, `<Data Name="SubjectUserName">ada</Data>`. SYSTEM and services name nobody. */
const inElement = new RegExp(
  `<(?:[\\w-]{1,20}:)?(?:Username|User|UserName|AccountName|LogonName|DomainAdmin|MachineObjectOwner)>${name}(?=</)`
    + `|<Data Name=["'](?:Subject|Target|Caller|Logon|Member)?User(?:Name|PrincipalName)["']>(?!SYSTEM<|LOCAL SERVICE<|NETWORK SERVICE<|-<)${name.replace('<secret>', '<second>')}(?=</)`,
  'gi',
);

/** Keys of answer files and logs: `DomainAdmin=ada`, and the same with a colon, typed or pasted. */
const afterKey = new RegExp(
  `\\b(?:DomainAdmin|UserDomainAdmin|AutoLogonUser|DefaultUserName|SubjectUserName|TargetUserName|Account Name|Kontoname)["']?[ \\t]{0,30}[:=][ \\t]{0,30}(?!-|\\[|SYSTEM\\b)${name}`,
  'gi',
);

/** `dsregcmd /status` names it in two forms, with a comma between; of the second, which is an address, it is nobody's own words. */
const executing = /\bExecuting Account Name[ \t]{0,30}[:=][^\r\n,]{0,300},[ \t]{0,9}(?<secret>[^\s,@[]{1,64}@[^\s,[]{1,255})/gi;

/** The name alone, first in a line of words in which it stands a second time: `query user ada /server:x`, `quser ada`, `logoff ada`. */
const ofSession = new RegExp(`\\b(?:query[ \\t]{1,9}(?:user|session)|quser|qwinsta)[ \\t]{1,9}(?!/)${name}(?=[ \\t]*(?:/server|$))`, 'gim');

/** One look tells most texts apart. */
const hasLabel = /name|user|admin|owner|qwinsta|query/i;

/** Names of people where a label says that one comes. */
export function findLabelledAccounts(text: string): Span[] {
  if (!hasLabel.test(text)) return [];
  return [...spansOfEither(text, inElement), ...spansOf(text, afterKey, 'account'), ...spansOf(text, executing, 'account'), ...spansOf(text, ofSession, 'account')];
}

function spansOfEither(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const secret = match.groups?.['secret'] ?? match.groups?.['second'] ?? '';
    const end = match.index + match[0].length;
    return secret === '' ? [] : [{ start: end - secret.length, end, mark: 'account' as const }];
  });
}
