import type { Field, SectionName } from '../model.js';
import { sectionOrder } from './known-keys.js';
import type { StatusItem, KeyItem } from './read-items.js';

/**
 * Gives each key its section. A key that exists in one section only belongs to it, whatever title it stands under: old builds have
 * fewer titles, and titles get lost. One that repeats belongs to the section it stands in, told by the last title or unmistakable
 * key before it, else by the next one. The first occurrence of a key in a section (work account, sign-in attempt) counts.
 */
export function assignSections(entries: readonly StatusItem[]): readonly Field[] {
  const fields: Field[] = [];
  const taken = new Set<string>();
  const last = lastOccurrences(entries);
  const nextSections = sectionsAhead(entries);
  let current: SectionName | undefined;
  let account = 0;
  let titled = false;
  let attempt = 0;

  entries.forEach((entry, at) => {
    if (entry.kind === 'title') {
      current = entry.section;
      titled = true;
      if (entry.section === 'workAccount') account = entry.account ?? account + 1;
      return;
    }
    const has = (section: SectionName): boolean =>
      taken.has(nameOf(section, section === 'workAccount' ? Math.max(account, 1) : 0, entry.key.key));
    const follower = entries[at + 1];
    const apart = entry.gap && follower?.kind === 'key' && !follower.gap;
    const section = sectionFor(entry, {
      current,
      titled,
      next: nextSections[at],
      apart,
      again: (last.get(entry.key.key) ?? at) > at,
      has,
    });
    if (section === undefined) return;
    // Without a title, the id begins the next account.
    if (
      section === 'workAccount' &&
      (account === 0 || (entry.key.key === 'WorkplaceDeviceId' && has(section) && !(titled && current === section)))
    ) {
      account += 1;
    }
    if (section !== current) titled = false;
    current = section;
    const instance = section === 'workAccount' ? account : 0;
    const isOfAttempt = ofAttempt.has(entry.key.key);
    if (isOfAttempt && taken.has(nameOf(section, attempt, entry.key.key))) attempt += 1;
    const name = nameOf(section, isOfAttempt ? attempt : instance, entry.key.key);
    if (taken.has(name)) return;
    taken.add(name);
    const line = `${entry.pasted} ${entry.value}`.trim();
    fields.push({ section, key: entry.key.key, value: entry.value, line, ...(instance > 0 && { instance }) });
  });
  return fields;
}

interface Surroundings {
  readonly current: SectionName | undefined;
  /** `current` is what a title says. */
  readonly titled: boolean;
  readonly next: SectionName | undefined;
  /** An empty line parts the key from the one before, and not from the one after. */
  readonly apart: boolean;
  /** The key stands again further on. */
  readonly again: boolean;
  has(section: SectionName): boolean;
}

/** Undefined when the key is one too many for the sections it may belong to. */
function sectionFor(
  { key: { sections } }: KeyItem,
  { current, titled, next, apart, again, has }: Surroundings,
): SectionName | undefined {
  if (sections.length === 1) return sections[0];
  const here = current !== undefined && sections.includes(current) ? current : undefined;
  const ahead = next !== undefined && sections.includes(next) ? next : undefined;
  if (here !== undefined) {
    if (titled || (ahead ?? here) === here) return has(here) && !titled ? otherThan(sections, has) : here;
    return has(here) || apart ? ahead : here;
  }
  if (ahead !== undefined) return ahead;
  // Nothing tells: in order, if there is one for each; else the section that every run of the command prints.
  const free = sections.filter((section) => !has(section));
  return again ? free[0] : (free.find((section) => !notAlways.includes(section)) ?? free[0]);
}

/** What stands again for a second attempt to sign in: one asks Entra ID, another AD FS. */
const ofAttempt: ReadonlySet<string> = new Set([
  'AcquirePrtDiagnostics',
  'RefreshPrtDiagnostics',
  'Previous Prt Attempt',
  'Attempt Status',
  'User Identity',
  'Credential Type',
  'Correlation ID',
  'Endpoint URI',
  'HTTP Method',
  'HTTP Error',
  'HTTP status',
  'Server Error Code',
  'Server Error Description',
]);

function otherThan(sections: readonly SectionName[], has: (section: SectionName) => boolean): SectionName | undefined {
  return sections.find((section) => section !== 'workAccount' && !has(section));
}

/** Printed by an elevated prompt only, or for accounts that most PCs do not have. */
const notAlways: readonly SectionName[] = ['ieProxySystem', 'urlProxy', 'workAccount'];

function nameOf(section: SectionName, instance: number, key: string): string {
  return `${sectionOrder.indexOf(section)} ${instance} ${key}`;
}

function lastOccurrences(entries: readonly StatusItem[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  entries.forEach((entry, at) => {
    if (entry.kind === 'key') last.set(entry.key.key, at);
  });
  return last;
}

/** For each entry the section of the next unmistakable key before another title. */
function sectionsAhead(entries: readonly StatusItem[]): readonly (SectionName | undefined)[] {
  const ahead: (SectionName | undefined)[] = [];
  let next: SectionName | undefined;
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    ahead[at] = next;
    if (entry?.kind === 'title') next = undefined;
    else if (entry?.key.sections.length === 1) next = entry.key.sections[0];
  }
  return ahead;
}
