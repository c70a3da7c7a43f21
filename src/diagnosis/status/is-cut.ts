import type { Field, SectionName } from '../model.js';
import { knownKeys, titleOf } from './known-keys.js';
import type { StatusItem } from './read-items.js';

/**
 * Whether a status ends in the middle of a section or a key. Signs: a title without a key after it; the beginning of a key's or
 * title's name in the last line; a last value that is missing or half (`FAIL [0x80`, `[ 2025-01-01 …`); a last section, seen with
 * its title, that lacks the key which every build prints towards its end. A status that stops between two sections is not cut:
 * people copy the section they were asked for.
 */
export function isCut(entries: readonly StatusItem[], fields: readonly Field[], lastLine: string): boolean {
  const last = entries.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'title') return last.section !== undefined;
  if (isBeginningOfName(lastLine) || endsWithBeginningOfName(lastLine)) return true;
  if (isHalf(last.value) || (last.value === '' && neverEmpty.includes(last.key.shape))) return true;
  const title = entries.findLast((entry) => entry.kind === 'title');
  const section = title?.kind === 'title' ? title.section : undefined;
  return section !== undefined && fields.at(-1)?.section === section && isUnfinished(section, fields);
}

const neverEmpty: readonly string[] = ['flag', 'test', 'time', 'code'];

const names = [...knownKeys.map(({ key }) => key), ...Object.values(titleOf)].map((name) => name.toLowerCase());

function isBeginningOfName(line: string): boolean {
  const words = line
    .replace(/^[ |+-]+/, '')
    .trimEnd()
    .toLowerCase();
  return words.length >= 4 && names.some((name) => name.startsWith(words));
}

/** The same where the line ends are gone: `… EnterprisePrt : NOEnterprisePrtAutho`. */
function endsWithBeginningOfName(line: string): boolean {
  const tail = line.slice(-40).trimEnd();
  for (const { index } of tail.matchAll(/(?<=[A-Z ])[A-Z](?=[a-zA-Z])/g)) {
    const words = tail.slice(index).toLowerCase();
    if (index > 0 && words.length >= 8 && names.some((name) => name.startsWith(words))) return true;
  }
  return false;
}

function isHalf(value: string): boolean {
  return (value.includes('[') && !value.includes(']')) || /(?:^| )0x$/.test(value);
}

/** One of these stands near the end of the section in every build. */
const lateKeys: Readonly<Partial<Record<SectionName, readonly string[]>>> = {
  deviceState: ['DomainJoined'],
  deviceDetails: ['TpmProtected', 'KeyProvider'],
  tenantDetails: ['KeySrvId'],
  userState: ['WamDefaultSet'],
  ssoState: ['EnterprisePrt', 'EnterprisePrtAuthority'],
  diagnosticData: ['Fallback to Sync-Join', 'KeySignTest', 'Client ErrorCode'],
  ngcPrerequisite: ['PreReqResult'],
};

function isUnfinished(section: SectionName, fields: readonly Field[]): boolean {
  const late = lateKeys[section];
  return late !== undefined && !fields.some((field) => field.section === section && late.includes(field.key));
}
