import { knownKeys } from '../status/known-keys.js';
import type { Mark } from './marks.js';

/** Keys of which the whole value is a secret, as Windows and the registry spell them. */
export const sensitiveKeys: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ['Thumbprint', 'thumbprint'],
  ['WorkplaceThumbprint', 'thumbprint'],
  ['Certificate Thumbprint', 'thumbprint'],
  ['Fingerabdruck', 'thumbprint'],
  ['User Identity', 'account'],
  ['Executing Account Name', 'account'],
  ['Account Name', 'account'],
  ['Kontoname', 'account'],
  ['User Name', 'account'],
  ['Benutzername', 'account'],
  ['Anmeldename', 'account'],
  ['SubjectUserName', 'account'],
  ['TargetUserName', 'account'],
  ['User email', 'account'],
  ['UPN', 'account'],
  ['login_hint', 'account'],
  ['SettingsUrl', 'token'],
  ['WorkplaceSettingsUrl', 'token'],
  ['Auth token', 'token'],
  ['Proxy Server List', 'proxy'],
  ['Proxy Bypass List', 'proxy'],
  ['Auto-Configuration URL', 'proxy'],
  ['Auto Configuration URL', 'proxy'],
  ['AutoConfigURL', 'proxy'],
  ['Auto Config URL', 'proxy'],
  ['Proxy Auto-Config URL', 'proxy'],
  ['Proxy Server', 'proxy'],
  ['Proxy Server(s)', 'proxy'],
  ['Proxy Servers', 'proxy'],
  ['Bypass List', 'proxy'],
  ['Proxy Bypass', 'proxy'],
  ['Proxy List', 'proxy'],
  ['ProxyOverride', 'proxy'],
  ['Umgehungsliste', 'proxy'],
  ['http_proxy', 'proxy'],
  ['https_proxy', 'proxy'],
  ['Proxy URL', 'proxy'],
  ['Proxy', 'proxy'],
  ['PAC', 'proxy'],
  ['PAC URL', 'proxy'],
]);

/** Keys of `dsregcmd /status` and of event entries, where a value glued to the next key ends. */
export const keysThatEndValues: readonly string[] = [
  ...knownKeys.flatMap((each) => [each.key, ...each.aliases]),
  ...['Log Name', 'Source', 'Event ID', 'Task Category', 'Level', 'Keywords', 'OpCode', 'Computer', 'Description', 'Date'],
  ...['Protokollname', 'Quelle', 'Ereignis-ID', 'Aufgabenkategorie', 'Ebene', 'Schlüsselwörter', 'Beschreibung', 'Datum'],
  ...['Exit code', 'Server error', 'Tenant type', 'Debug Output', 'Timestamp', 'Trace ID', 'Error code', 'Error Message', 'URL'],
];

/** Those of them that also end other words ("update:", "inet-proxy:8080"): never taken from the end of a longer word. Lower case, without blanks. */
export const ordinaryWords: ReadonlySet<string> = new Set([
  ...['proxy', 'pac', 'upn', 'url', 'date', 'datum', 'level', 'ebene', 'source', 'quelle', 'computer', 'description', 'keywords'],
  ...['username', 'accountname', 'kontoname', 'benutzername', 'anmeldename', 'beschreibung', 'opcode', 'timestamp', 'useremail', 'traceid', 'errorcode', 'exitcode'],
]);
