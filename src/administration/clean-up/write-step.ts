import type { AuditAction, AuditEntry } from '../../helpdesk/audit.js';
import { dayMs, hourMs } from '../../runtime/durations.js';
import type { CleanUp, Disabled, Item, ItemState, Problem } from './clean-up.js';
import type { Obstacle } from './eligible.js';
import { cardsOf } from './messages-of.js';
import type { StoredCleanUp } from './ports.js';
import type { WorkCleanUpsOptions } from './work-options.js';

/** Devices that are disabled or deleted in an hour, in the whole tenant. */
export const mostWritesAnHour = 10;

/** `stop`: another instance is at it, or no more may be written in this hour. */
export type Stepped =
  { readonly kind: 'nothing' | 'stop' } | { readonly kind: 'changed'; readonly stored: StoredCleanUp };

/** The device is left alone (from now on), and why. */
export function skip(
  options: WorkCleanUpsOptions,
  stored: StoredCleanUp,
  item: Item,
  why: Obstacle,
  wasDisabled: boolean,
): Promise<Stepped> {
  return record(options, stored, item, { kind: 'skipped', at: at(options), why, wasDisabled }, 'cleanUp:skipped');
}

/** Written and counted before Graph is asked to change anything. */
export async function announce(
  { cleanUps, now }: WorkCleanUpsOptions,
  { cleanUp, version }: StoredCleanUp,
  item: Item,
  state: ItemState,
): Promise<StoredCleanUp | 'stop'> {
  const time = now();
  const saved = await cleanUps.saveCounted(withState(cleanUp, item, state), version, {
    now: time,
    since: time - hourMs,
    most: mostWritesAnHour,
  });
  return typeof saved === 'string' ? 'stop' : saved;
}

/** Nothing is settled: the same again later. The card says what is in the way. */
export async function postpone(
  { cleanUps }: WorkCleanUpsOptions,
  { cleanUp, version }: StoredCleanUp,
  item: Item,
  state: Extract<ItemState, { readonly since: string }>,
  problem: Problem,
): Promise<Stepped> {
  const next = withState(cleanUp, item, { ...state, problem });
  const told = 'problem' in item.state && item.state.problem === problem;
  const saved = await cleanUps.save(next, version, { messages: told ? [] : cardsOf(next) });
  return saved ? { kind: 'changed', stored: saved } : { kind: 'stop' };
}

/** Writes what became of a device, with the cards that show it, what its owner is told, and the audit. */
export async function record(
  options: WorkCleanUpsOptions,
  { cleanUp, version }: StoredCleanUp,
  item: Item,
  state: ItemState,
  action: AuditAction,
  actorId?: string,
): Promise<Stepped> {
  const next = withState(cleanUp, item, state);
  const told = state.kind === 'disabled' && !state.already ? await options.toldOwner(next, item) : [];
  const result = state.kind === 'failed' ? 'failed' : 'done';
  const entry = entryOf(next, action, [item.id], at(options), result, actorId);
  const saved = await options.cleanUps.save(next, version, { messages: [...cardsOf(next), ...told], audit: [entry] });
  return saved ? { kind: 'changed', stored: saved } : { kind: 'stop' };
}

/** Who confirmed it stands for what the bot does by itself. */
export function entryOf(
  cleanUp: CleanUp,
  action: AuditAction,
  ids: readonly string[],
  time: string,
  result: AuditEntry['result'] = 'done',
  actorId = cleanUp.decidedBy?.id ?? cleanUp.requestedBy.id,
): AuditEntry {
  return { actorId, action, objectIds: [String(cleanUp.number), cleanUp.person.id, ...ids], result, at: time };
}

function withState(cleanUp: CleanUp, item: Item, state: ItemState): CleanUp {
  return { ...cleanUp, items: cleanUp.items.map((each) => (each.id === item.id ? { ...each, state } : each)) };
}

/** `already`: it had been switched off by somebody else. */
export function disabledNow({ now, deleteAfterDays }: WorkCleanUpsOptions, already: boolean): Disabled {
  return {
    kind: 'disabled',
    at: new Date(now()).toISOString(),
    deleteAt: new Date(now() + deleteAfterDays * dayMs).toISOString(),
    already,
  };
}

/** There is no such device any more. */
export function gone(options: WorkCleanUpsOptions, wasDisabled: boolean): ItemState {
  return { kind: 'skipped', at: at(options), why: 'gone', wasDisabled };
}

/** Now, ISO 8601. */
export function at({ now }: WorkCleanUpsOptions): string {
  return new Date(now()).toISOString();
}
