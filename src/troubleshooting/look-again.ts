import { nodeOf } from './advance.js';
import type { Session, SessionReading } from './session.js';
import type { Tree } from './tree.js';

/** The PC that may be looked at again where the session stands: the node offers it, and the latest reading says which PC it is. */
export function pcToLookAgain(tree: Tree, session: Session): SessionReading['pc'] | undefined {
  const node = nodeOf(tree, session);
  const offers = (node.kind === 'fix' || node.kind === 'explanation') && node.lookAgain === true;
  const pc = session.readings?.at(-1)?.pc;
  const known = pc !== undefined && (pc.objectId !== undefined || pc.deviceId !== undefined || pc.name !== undefined);
  return offers && session.place.kind === 'node' && known ? pc : undefined;
}
