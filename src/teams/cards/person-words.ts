import type { Person } from '../../directory/model.js';
import { unmarked } from './marked.js';
import type { CardWriter } from './card-writer.js';

/** What to call a person in a sentence: the name, else the sign-in address. */
export function personName(writer: CardWriter, { displayName, userPrincipalName }: Person): string {
  const name = writer.given(displayName ?? userPrincipalName ?? '');
  return name === '' ? writer.plain('unknownName') : name;
}

/** The same where it will be cut, such as in the title of a button. */
export function plainName(writer: CardWriter, person: Person): string {
  return unmarked(personName(writer, person));
}
