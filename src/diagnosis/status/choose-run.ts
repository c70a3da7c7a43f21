import type { Field } from '../model.js';
import type { StatusItem } from './read-items.js';

/** One output of the command, of perhaps several in one text. */
export interface Run {
  readonly entries: readonly StatusItem[];
  readonly fields: readonly Field[];
}

/** What has less than a third of the fields of the fullest output is a piece that somebody quotes. */
const pieceBelow = 1 / 3;

/**
 * Which output of several in one text counts: the last that is no mere piece, for it is the newer one, or the PC that the person
 * asks about after showing one that works. Of two of the same PC that has not joined, the one that ran as the PC itself does, for
 * its tests tell what the PC meets. Undefined of none.
 */
export function chooseRun(runs: readonly Run[]): Run | undefined {
  const fullest = runs.reduce<Run | undefined>(
    (most, run) => (run.fields.length >= (most?.fields.length ?? 0) ? run : most),
    undefined,
  );
  if (fullest === undefined) return undefined;
  const whole = runs.filter(
    (run) =>
      run.fields.length >= fullest.fields.length * pieceBelow &&
      (valueOf(run, 'AzureAdJoined') !== '' || valueOf(fullest, 'AzureAdJoined') === ''),
  );
  const last = whole.at(-1) ?? fullest;
  if (!isUnElevated(last)) return last;
  const same = whole.filter((run) => run !== last && isSamePc(run, last));
  if (valueOf(last, 'AzureAdJoined') === 'no')
    return same.findLast((run) => valueOf(run, 'User Context') !== '' && !isUnElevated(run)) ?? last;
  return withFailedKeys(last, same);
}

/** Only an elevated prompt can tell that the keys do not work; what it cannot see stays that of the person's own prompt. */
function withFailedKeys(run: Run, others: readonly Run[]): Run {
  const failed = others
    .flatMap(({ fields }) => fields)
    .find(({ key, value }) => key === 'KeySignTest' && /^[:\s]*failed/i.test(value));
  if (failed === undefined) return run;
  return { ...run, fields: run.fields.map((field) => (field.key === 'KeySignTest' ? failed : field)) };
}

function isUnElevated(run: Run): boolean {
  return /^un-?\s?elevated/.test(valueOf(run, 'User Context')) || /must run elevated/.test(valueOf(run, 'KeySignTest'));
}

/** The same join state, and nothing that names another PC. */
function isSamePc(one: Run, other: Run): boolean {
  const names = ['DeviceId', 'Device Name'].map((key) => [valueOf(one, key), valueOf(other, key)] as const);
  return (
    ['AzureAdJoined', 'EnterpriseJoined', 'DomainJoined', 'DomainName'].every(
      (key) => valueOf(one, key) === valueOf(other, key),
    ) && names.every(([a, b]) => a === '' || b === '' || a === b)
  );
}

function valueOf({ fields }: Run, key: string): string {
  return fields.find((field) => field.key === key && field.section !== 'workAccount')?.value.toLowerCase() ?? '';
}
