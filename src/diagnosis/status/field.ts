import type { Field, SectionName, Status } from '../model.js';

/** The field, or undefined when the status does not have it. Of several work accounts the first that has it. */
export function fieldOf(status: Status, section: SectionName, key: string): Field | undefined {
  return status.fields.find((field) => field.section === section && field.key === key);
}

/** A field that is YES or NO (or true, false, 1, 0); undefined when it is absent or says something else, ERROR for one. */
export function flagOf(status: Status, section: SectionName, key: string): 'yes' | 'no' | undefined {
  switch (fieldOf(status, section, key)?.value.toLowerCase()) {
    case 'yes':
    case 'true':
    case '1':
      return 'yes';
    case 'no':
    case 'false':
    case '0':
      return 'no';
    default:
      return undefined;
  }
}

/** `codes`: in the order of the line, the error before its sub-error; with `0x` and in small letters. */
export interface TestResult {
  readonly result: 'pass' | 'skipped' | 'fail';
  readonly codes: readonly string[];
  readonly field: Field;
}

/** A line of the diagnostics before a join, such as `FAIL [0x801c0021/0x801c000c]`; undefined when it is absent or says none of the three. */
export function testOf(status: Status, key: string): TestResult | undefined {
  const field = fieldOf(status, 'diagnosticData', key);
  const word = field && /^(pass|skip|fail|error)/i.exec(field.value)?.[1]?.toLowerCase();
  if (!field || word === undefined) return undefined;
  const result = word === 'pass' ? 'pass' : word === 'skip' ? 'skipped' : 'fail';
  return {
    result,
    codes: [...field.value.matchAll(/0x[\da-f]{1,8}(?![\da-f])/gi)].map(([code]) => code.toLowerCase()),
    field,
  };
}
