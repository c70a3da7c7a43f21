import type { JudgedDevice, Known, Person, Quota } from '../directory/model.js';

/** What an administrator's look-up has to show. */
export type AdministrationView =
  | { readonly kind: 'quotaOf'; readonly person: Person; readonly quota: Quota; readonly devices: Known<readonly JudgedDevice[]> }
  | { readonly kind: 'devicesOf'; readonly person: Person; readonly devices: Known<readonly JudgedDevice[]>; readonly complete: boolean }
  /** Several people answer to the name: each becomes a button that runs the command for that person. */
  | { readonly kind: 'choosePerson'; readonly command: 'quota' | 'devices'; readonly query: string; readonly people: readonly Person[] };
