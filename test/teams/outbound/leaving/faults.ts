import { setTimeout as delay } from 'node:timers/promises';
import type { ConnectorFaultKind } from '../../../support/connector/fault-plan.js';
import { refusals } from '../../../support/connector/refusals.js';
import type { TeamsEdge } from '../../../support/teams-edge.js';
import type { Way } from './ways.js';

/** Something that passes. */
export interface PassingFault {
  readonly name: string;
  /** From now on it happens. */
  readonly begins: (teams: TeamsEdge, way: Way) => Promise<void> | void;
  /** It is over; also called where it has ended by itself. */
  readonly ends?: (teams: TeamsEdge) => Promise<void>;
  /**
   * What stands in Teams in the end: `plain`: the message, once; `marked`: once, and since nobody could know, "(again)" on it; `both`:
   * twice, the second with "(again)".
   */
  readonly leaves: 'plain' | 'marked' | 'both';
  /** It is waited for, so that the limits of time have to be short. */
  readonly hangs?: true;
}

type Lasting = { readonly times?: number; readonly forMs?: number };

function fault(
  name: string,
  leaves: PassingFault['leaves'],
  kind: ConnectorFaultKind,
  lasting: Lasting = { times: 1 },
): PassingFault {
  return {
    name,
    leaves,
    begins: (teams, { carries }) => teams.connector.faults.set({ match: carries, ...lasting, ...kind }),
    ...(kind.kind === 'hang' && { hangs: true }),
  };
}

const refused = (refusal: (typeof refusals)[keyof typeof refusals], retryAfter?: string): ConnectorFaultKind => ({
  kind: 'refusal',
  refusal,
  ...(retryAfter !== undefined && { retryAfter }),
});
const seconds = 1_000;

/** Teams takes nothing yet, and says so; or nobody listens. */
const notTaken: readonly PassingFault[] = [
  fault('429', 'plain', refused(refusals.throttled)),
  fault('429 that names a time', 'plain', refused(refusals.throttled, '45')),
  fault('429 five times', 'plain', refused(refusals.throttled), { times: 5 }),
  fault('412', 'plain', refused(refusals.preconditionFailed)),
  {
    name: 'a connection that is refused',
    leaves: 'plain',
    begins: stopsListening,
    ends: ({ connector }) => connector.listenAgain(),
  },
];

/** The bot has noticed by then that its old connections are over: what is sent over one of those is in doubt. */
async function stopsListening({ connector }: TeamsEdge): Promise<void> {
  await connector.stopListening();
  await delay(30);
}

/** Nobody knows whether Teams took it. */
const inDoubt: readonly PassingFault[] = [
  fault('a reset before it was read', 'marked', { kind: 'resetUnread' }),
  fault('a reset before it was read, twice', 'marked', { kind: 'resetUnread' }, { times: 2 }),
  fault('a lost answer', 'both', { kind: 'resetTaken' }),
  fault('503', 'marked', refused(refusals.unavailable)),
  fault('no answer, and it was not taken', 'marked', { kind: 'hang', taken: false }),
  fault('no answer, and it was taken', 'both', { kind: 'hang', taken: true }),
];

/** Teams says what is not so (msteams-docs#9425, #6139; botbuilder-js#4722; botframework-sdk#6628), or that another address takes it. */
const untrue: readonly PassingFault[] = [
  fault('404, once', 'plain', refused(refusals.conversationNotFound)),
  fault('404 for 90 seconds', 'plain', refused(refusals.activityNotFound), { forMs: 90 * seconds }),
  fault('403 for 90 seconds', 'plain', refused(refusals.blockedByUser), { forMs: 90 * seconds }),
  { name: 'another region', leaves: 'plain', begins: ({ connector }, { where }) => connector.livesIn(where, 'fr') },
  {
    name: 'another region, in the words of the EU boundary',
    leaves: 'plain',
    begins: ({ connector }, { where }) => connector.livesIn(where, 'fr', refusals.wrongGeo),
  },
];

export const passingFaults: readonly PassingFault[] = [...notTaken, ...inDoubt, ...untrue];
