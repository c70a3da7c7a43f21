import type { Person } from '../../directory/model.js';
import { unmarked } from './marked.js';
import type { Pen } from './pen.js';

/** What to call a person in a sentence: the name, else the sign-in address. */
export function personName(pen: Pen, { displayName, userPrincipalName }: Person): string {
  const name = pen.given(displayName ?? userPrincipalName ?? '');
  return name === '' ? pen.plain('unknownName') : name;
}

/** The same where it will be cut, such as in the title of a button. */
export function plainName(pen: Pen, person: Person): string {
  return unmarked(personName(pen, person));
}
