import { nodeOf } from './advance.js';
import type { Session, SessionReading } from './session.js';
import type { Tree } from './tree.js';

/**
 * The PC that may be looked at again where the session stands: the node offers it, the latest reading says which PC it is and that
 * it could be looked up, and no other look is planned (`at` is now, ISO 8601).
 */
export function pcToLookAgain(tree: Tree, session: Session, at: string): SessionReading['pc'] | undefined {
  const node = nodeOf(tree, session);
  const offers = (node.kind === 'fix' || node.kind === 'explanation') && node.lookAgain === true;
  const reading = session.readings?.at(-1);
  const planned = session.lookAgainAt !== undefined && session.lookAgainAt > at;
  return offers && session.place.kind === 'node' && reading?.lookedUp === true && !planned ? reading.pc : undefined;
}
