import { advance } from './advance.js';
import type { FactName } from './facts.js';
import { notPossible, to, type Moved } from './moved.js';
import { isOfPerson } from './of-person.js';
import type { Session } from './session.js';
import { dropReading, withoutReadings } from './take-reading.js';
import type { Tree } from './tree.js';

/** Returns to the last thing the person did; what facts decided after it is decided anew on the way forward. */
export function goBack(session: Session): Moved {
  const last = session.trail.findLastIndex(isOfPerson);
  const entry = session.trail[last];
  if (!entry) return { kind: 'refused', reason: 'nothingToGoBackTo' };
  return to(session, { nodeId: entry.nodeId, trail: session.trail.slice(0, last) });
}

/** Back to where this fact first decided the way; from there on it counts as unknown. */
export function disputeFact(tree: Tree, session: Session, fact: FactName, at: string): Moved {
  const first = session.trail.findIndex((entry) => entry.kind === 'checked' && entry.fact === fact);
  const entry = session.trail[first];
  if (!entry) return notPossible;
  const rewound: Session = { ...session, trail: session.trail.slice(0, first), disputed: [...session.disputed, fact] };
  return to(advance(tree, rewound, entry.nodeId, at));
}

/** Back to where the latest reading led away from, without it. */
export function disputeReading(tree: Tree, session: Session, at: string): Moved {
  const rewound = dropReading(tree, session, at);
  return rewound ? to(rewound) : notPossible;
}

/** What the person wrote and called wrong is kept: only the way is forgotten, and what was pasted for it. */
export function startOver(tree: Tree, session: Session, at: string): Session {
  return advance(tree, { ...withoutReadings(session), trail: [] }, tree.start, at);
}
