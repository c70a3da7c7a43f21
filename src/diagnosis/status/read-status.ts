import type { Field, SectionName, Status } from '../model.js';
import { assignSections } from './assign-sections.js';
import { chooseRun } from './choose-run.js';
import { isCut } from './is-cut.js';
import { knownKeys } from './known-keys.js';
import { atOnce, type Slices } from '../slices.js';
import { readingItems, type StatusItem, type TitleItem } from './read-items.js';

/**
 * Reads `dsregcmd /status` from lines as `cleanText` gives them: whole or in parts, with other text around it. Undefined when they
 * are none: a status has two known keys of which dsregcmd alone prints one, or a join state with YES or NO. Of several in one text
 * `choose-run.ts` says which counts. Linear in the length of the text.
 */
export function readStatus(lines: readonly string[]): Status | undefined {
  return atOnce(readingStatus(lines));
}

/** The same, in slices. */
export function* readingStatus(lines: readonly string[]): Slices<Status | undefined> {
  const { items: entries, lastLine } = yield* readingItems(lines);
  const runs = separateRuns(entries).map((run) => ({ entries: run, fields: assignSections(run) }));
  const run = chooseRun(runs.filter((each) => isStatus(each.entries, each.fields)));
  if (run === undefined) return undefined;
  const isLast = runs.at(-1)?.entries === run.entries;
  return {
    fields: run.fields,
    sections: sectionsOf(run.entries, run.fields),
    cut: isCut(run.entries, run.fields, isLast ? lastLine : ''),
  };
}

/** Every run of the command prints these once at most, so the second one belongs to the next run. */
const onceARun: ReadonlySet<string> = new Set([
  'AzureAdJoined',
  'EnterpriseJoined',
  'DomainJoined',
  'DeviceId',
  'TenantId',
  'JoinSrvUrl',
  'WorkplaceJoined',
  'WamDefaultSet',
  'AzureAdPrt',
  'EnterprisePrt',
  'AD Connectivity Test',
  'KeySignTest',
  'IsDeviceJoined',
  'PreReqResult',
]);

/** A run ends where a title or a key of it comes a second time; titles without a key in between go with the key. */
function separateRuns(entries: readonly StatusItem[]): readonly (readonly StatusItem[])[] {
  const runs: StatusItem[][] = [];
  let run: StatusItem[] = [];
  let seen = new Set<string>();
  const titles: TitleItem[] = [];
  for (const entry of entries) {
    const name = nameOf(entry);
    if (name !== undefined && seen.has(name)) {
      runs.push(run);
      run = [];
      seen = new Set();
    }
    if (entry.kind === 'title') {
      titles.push(entry);
      continue;
    }
    for (const title of titles) seen.add(nameOf(title) ?? '');
    if (name !== undefined) seen.add(name);
    run.push(...titles.splice(0), entry);
  }
  run.push(...titles);
  runs.push(run);
  return runs;
}

/** What a run has once; undefined for what may repeat. */
function nameOf(entry: StatusItem): string | undefined {
  if (entry.kind === 'key') return onceARun.has(entry.key.key) ? entry.key.key : undefined;
  if (entry.section === undefined || (entry.section === 'workAccount' && entry.account === undefined)) return undefined;
  return `title ${entry.section} ${entry.account ?? ''}`;
}

const telling: ReadonlySet<string> = new Set(knownKeys.filter((key) => key.telling).map(({ key }) => key));
const joinStates: readonly string[] = [
  'AzureAdJoined',
  'EnterpriseJoined',
  'DomainJoined',
  'WorkplaceJoined',
  'AzureAdPrt',
];

function isStatus(run: readonly StatusItem[], fields: readonly Field[]): boolean {
  if (fields.some(({ key, value }) => joinStates.includes(key) && /^(?:yes|no)$/i.test(value))) return true;
  if (fields.length < 2) return false;
  return (
    fields.some(({ key }) => telling.has(key)) ||
    run.some((entry) => entry.kind === 'title' && entry.section !== undefined)
  );
}

function sectionsOf(run: readonly StatusItem[], fields: readonly Field[]): readonly SectionName[] {
  const sections = new Set<SectionName>();
  for (const entry of run) if (entry.kind === 'title' && entry.section !== undefined) sections.add(entry.section);
  for (const { section } of fields) sections.add(section);
  return [...sections];
}
