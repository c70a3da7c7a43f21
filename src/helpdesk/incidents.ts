import type { AuditEntry } from './audit.js';
import type { Message } from './ports.js';

/** A known issue: what an administrator says about a cause until a time. Times are ISO 8601. */
export interface Incident {
  readonly number: number;
  /** A cause of the trees, `all` for every walk, '' while it was not chosen yet. */
  readonly cause: string;
  /** What people read, as it was typed. */
  readonly text: string;
  readonly until: string;
  /** `draft`: nobody but its administrator has seen it. */
  readonly state: 'draft' | 'running' | 'ended';
  /** Who set it, by object id; '' = forgotten. */
  readonly by: string;
}

export interface StoredIncident {
  readonly incident: Incident;
  readonly version: number;
}

/** Known issues of one tenant. Messages and audit are written with the change they tell of, or not at all. */
export interface Incidents {
  draft(incident: Omit<Incident, 'number'>): Promise<StoredIncident>;
  find(number: number): Promise<StoredIncident | undefined>;
  /** All that people are told of, the newest first. */
  running(): Promise<readonly Incident[]>;
  /** Those whose time is over (epoch ms) and which still run. */
  due(now: number): Promise<readonly StoredIncident[]>;
  /** Compare-and-set: undefined when another write came first. */
  save(
    incident: Incident,
    version: number,
    also?: { readonly messages?: readonly Message[]; readonly audit?: AuditEntry },
  ): Promise<StoredIncident | undefined>;
}

export const everyCause = 'all';

/** The one that concerns somebody who stands at these causes: one of the causes first, the newest of them. */
export function concerning(running: readonly Incident[], causes: readonly string[], now: number): Incident | undefined {
  const current = running.filter(({ until }) => Date.parse(until) > now);
  return current.find(({ cause }) => causes.includes(cause)) ?? current.find(({ cause }) => cause === everyCause);
}
