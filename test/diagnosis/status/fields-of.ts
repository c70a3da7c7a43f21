import { cleanText } from '../../../src/diagnosis/clean-text.js';
import type { SectionName, Status } from '../../../src/diagnosis/model.js';
import { readStatus } from '../../../src/diagnosis/status/read-status.js';
import type { StatusSections } from '../../support/status-text.js';

/** What is read in a text, as `section key`, with the number of the work account: its value. */
export type Fields = Readonly<Record<string, string>>;

export function read(text: string): Status | undefined {
  return readStatus(cleanText(text));
}

export function fieldsIn(text: string): Fields {
  return Object.fromEntries(
    (read(text)?.fields ?? [])
      .map(({ section, key, value, instance }) => [`${section}${instance ?? ''} ${key}`, value] as const)
      .sort(),
  );
}

/** The same of what was to be pasted. */
export function fieldsOf(sections: StatusSections): Fields {
  const all = (Object.keys(sections) as SectionName[]).flatMap((section) => {
    const given = sections[section];
    if (given === undefined) return [];
    const blocks = section === 'workAccount' ? (Array.isArray(given) ? given : [given]) : [given];
    return blocks.flatMap((keys: Readonly<Record<string, string>>, at: number) =>
      Object.entries(keys).map(
        ([key, value]) => [`${section}${section === 'workAccount' ? at + 1 : ''} ${key}`, value] as const,
      ),
    );
  });
  return Object.fromEntries(all.sort());
}
