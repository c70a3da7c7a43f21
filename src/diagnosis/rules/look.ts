import { knownSpelling } from '../codes/code-index.js';
import type { Field, Reading, SectionName } from '../model.js';
import { testOf, type TestResult } from '../status/field.js';
import { judgeUserContext, type UserContext } from './user-context.js';

export type YesOrNo = 'yes' | 'no';

/** The tests of the diagnostic data before a join, in the order in which Windows runs them. */
export type JoinTest =
  | 'AD Connectivity Test'
  | 'AD Configuration Test'
  | 'DRS Discovery Test'
  | 'DRS Connectivity Test'
  | 'Kerberos Ticket Test'
  | 'Token acquisition Test';

/** What the rules look at: one text as it was read, and the time of looking. */
export interface Look {
  readonly reading: Reading;
  readonly now: Date;
  /** Who ran the command; decides what the values of User State and SSO State are worth. */
  readonly userContext: UserContext;
  /** All fields of that key, in the order of the text; those of work accounts only when asked for by section. */
  readonly fields: (key: string, section?: SectionName) => readonly Field[];
  readonly field: (key: string, section?: SectionName) => Field | undefined;
  /** Undefined: not in the text, neither YES nor NO, or both (two outputs pasted together). */
  readonly flag: (key: string) => YesOrNo | undefined;
  readonly test: (key: JoinTest) => TestResult | undefined;
}

/** `now` is the time of looking, for pastes that do not say when they were made. */
export function createLook(reading: Reading, now: Date): Look {
  const { status } = reading;
  const fields: Look['fields'] = (key, section) => {
    const isAsked = (field: Field): boolean =>
      section === undefined ? field.section !== 'workAccount' : field.section === section;
    return status?.fields.filter((field) => field.key === key && isAsked(field)) ?? [];
  };
  const field: Look['field'] = (key, section) => fields(key, section)[0];
  return {
    reading,
    now,
    userContext: judgeUserContext(fields),
    fields,
    field,
    flag: (key) => {
      const said = new Set(fields(key).map(yesOrNo));
      return said.size === 1 ? [...said][0] : undefined;
    },
    test: (key) => {
      const test = status === undefined ? undefined : testOf(status, key);
      return test && { ...test, codes: test.codes.map((code) => knownSpelling(code) ?? code) };
    },
  };
}

function yesOrNo({ value }: Field): YesOrNo | undefined {
  const word = value.toLowerCase();
  if (word === 'yes' || word === 'true' || word === '1') return 'yes';
  return word === 'no' || word === 'false' || word === '0' ? 'no' : undefined;
}
