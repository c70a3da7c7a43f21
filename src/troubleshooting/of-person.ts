import type { TrailEntry } from './session.js';

/** Something that the person did, as opposed to what facts and branches decided. */
export function isOfPerson({ kind }: TrailEntry): boolean {
  return kind === 'answered' || kind === 'notFixed' || kind === 'read' || kind === 'entered';
}
