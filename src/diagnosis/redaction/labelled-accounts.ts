import { spansOf, type Span } from './span.js';

/** Characters of a sign-in name; learn (user naming attributes) allows 64 before the domain. */
const name = '(?<secret>[^\\s<>"\'&;,|=\\[\\]]{1,64})';

/** Who names no person. */
const services = '(?!-|SYSTEM\\b|LOCAL SERVICE\\b|NETWORK SERVICE\\b)';

const patterns: readonly RegExp[] = [
  // Elements of answer files: `<Username>ada</Username>`.
  new RegExp(
    `<(?:[\\w-]{1,20}:)?(?:Username|User|AccountName|LogonName|DomainAdmin|MachineObjectOwner)>${services}${name}(?=</)`,
    'gi',
  ),
  // Data of an event as XML: `<Data Name="SubjectUserName">ada</Data>`.
  new RegExp(
    `<Data Name=["'](?:Subject|Target|Caller|Logon|Member)?User(?:Name|PrincipalName)["']>${services}${name}(?=</)`,
    'gi',
  ),
  // Keys of answer files and of events: `DomainAdmin=ada`, `Account Name:  ada`.
  new RegExp(
    `\\b(?:DomainAdmin|UserDomainAdmin|AutoLogonUser|DefaultUserName|SubjectUserName|TargetUserName|Account Name|Kontoname)["']?[ \\t]{0,30}[:=][ \\t]{0,30}${services}${name}`,
    'gi',
  ),
  // `dsregcmd /status` names the account twice, the second time as an address, which is then nobody's own words.
  /\bExecuting Account Name[ \t]{0,30}[:=][^\r\n,]{0,300},[ \t]{0,9}(?<secret>[^\s,@[]{1,64}@[^\s,[]{1,255})/gi,
  // The one session that is asked for: `query user ada /server:x`, `quser ada`.
  new RegExp(
    `\\b(?:query[ \\t]{1,9}(?:user|session)|quser|qwinsta)[ \\t]{1,9}(?!/)${name}(?=[ \\t]*(?:/server|$))`,
    'gim',
  ),
];

/** One look tells most texts apart. */
const hasLabel = /name|user|admin|owner|qwinsta|query/i;

/** Names of people where a label says that one comes. */
export function findLabelledAccounts(text: string): Span[] {
  return hasLabel.test(text) ? patterns.flatMap((pattern) => spansOf(text, pattern, 'account')) : [];
}
