import type { Changed, DeviceChanges, DeviceDetail } from '../../directory/change-devices.js';
import type { Known } from '../../directory/model.js';
import type { AuditAction, AuditEntry } from '../../helpdesk/audit.js';
import type { Message } from '../../helpdesk/ports.js';
import { againMs, type CleanUp, type Disabled, type Item, type ItemState, type Problem } from './clean-up.js';
import { obstacleNow, type Obstacle } from './eligible.js';
import { cardsOf } from './messages-of.js';
import type { CleanUps, StoredCleanUp } from './ports.js';
import { dayMs, hourMs } from '../../runtime/durations.js';

export interface WorkCleanUpsOptions {
  readonly cleanUps: CleanUps;
  readonly changes: DeviceChanges;
  /** False: nothing is written to the directory, whatever was confirmed before. */
  readonly allowed: boolean;
  readonly staleDays: number;
  /** Days between disabling and deleting. */
  readonly deleteAfterDays: number;
  /** What tells the owner that a device was disabled; nothing for somebody who does not want to hear. */
  readonly toldOwner: (cleanUp: CleanUp, item: Item) => Promise<readonly Message[]>;
  readonly wakeOutbox: () => void;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Devices that are disabled or deleted in an hour, in the whole tenant. Issue: 10. */
export const mostWritesAnHour = 10;

/** Requests looked at in one round. Ours. */
const atOnce = 20;

/** Does what is due: ends requests that nobody confirmed, disables, deletes, and goes on with what was interrupted. Gives how much changed. */
export async function workCleanUps(options: WorkCleanUpsOptions): Promise<number> {
  const { cleanUps, now } = options;
  let changes = 0;
  for (const stored of await cleanUps.due(now(), atOnce)) {
    changes += stored.cleanUp.state === 'requested' ? await expire(options, stored) : await advance(options, stored);
  }
  if (changes > 0) options.wakeOutbox();
  return changes;
}

async function expire({ cleanUps, now }: WorkCleanUpsOptions, { cleanUp, version }: StoredCleanUp): Promise<number> {
  const at = new Date(now()).toISOString();
  const next: CleanUp = { ...cleanUp, state: 'expired', decidedAt: at };
  const ids = cleanUp.items.map(({ id }) => id);
  const saved = await cleanUps.save(next, version, {
    messages: cardsOf(next),
    audit: [entryOf(next, 'cleanUp:expired', ids, at)],
  });
  return saved ? 1 : 0;
}

/** Takes each device of a confirmed request as far as it can go now. */
export async function advance(options: WorkCleanUpsOptions, begun: StoredCleanUp): Promise<number> {
  if (!options.allowed) return 0;
  let stored: StoredCleanUp | undefined = begun;
  let changes = 0;
  for (const { id } of begun.cleanUp.items) {
    const stepped: Stepped = await step(options, stored, id);
    if (stepped.kind === 'stop') return changes;
    if (stepped.kind === 'changed') {
      changes += 1;
      stored = stepped.stored;
    }
  }
  return changes;
}

/** `stop`: another instance is at it, or no more may be written in this hour. */
type Stepped = { readonly kind: 'nothing' | 'stop' } | { readonly kind: 'changed'; readonly stored: StoredCleanUp };

async function step(options: WorkCleanUpsOptions, stored: StoredCleanUp, itemId: string): Promise<Stepped> {
  const { now, changes } = options;
  const item = stored.cleanUp.items.find(({ id }) => id === itemId);
  if (!item) return { kind: 'nothing' };
  const { state } = item;
  switch (state.kind) {
    case 'waiting':
      return disable(options, stored, item, await changes.read(item.id));
    case 'disabled':
      return Date.parse(state.deleteAt) <= now()
        ? remove(options, stored, item, state, await changes.read(item.id))
        : { kind: 'nothing' };
    case 'disabling':
    case 'deleting':
    case 'enabling': {
      if (Date.parse(state.since) + againMs > now()) return { kind: 'nothing' };
      const device = await changes.read(item.id);
      if (state.kind === 'enabling') return enable(options, stored, item, state, device);
      if (state.kind === 'deleting') return remove(options, stored, item, { ...state, kind: 'disabled' }, device);
      // It was enabled when the disabling was announced: that it is not now is what was to be done.
      return device.known && device.value.accountEnabled === false
        ? record(options, stored, item, disabledNow(options, false), 'cleanUp:disabled')
        : disable(options, stored, item, device);
    }
    default:
      return { kind: 'nothing' };
  }
}

async function disable(
  options: WorkCleanUpsOptions,
  stored: StoredCleanUp,
  item: Item,
  device: Known<DeviceDetail>,
): Promise<Stepped> {
  const obstacle = obstacleIn(options, stored.cleanUp, device);
  if (obstacle === 'notKnown')
    return postpone(options, stored, item, { kind: 'disabling', since: at(options) }, 'busy');
  if (obstacle) return skip(options, stored, item, obstacle, false);
  if (device.known && device.value.accountEnabled === false)
    return record(options, stored, item, disabledNow(options, true), 'cleanUp:disabled');
  const announced = await announce(options, stored, item, { kind: 'disabling', since: at(options) });
  if (announced === 'stop') return { kind: 'stop' };
  const changed = await options.changes.setEnabled(item.id, false);
  return settle(options, announced, item, changed, {
    done: disabledNow(options, false),
    action: 'cleanUp:disabled',
    gone: gone(options, false),
    wasDisabled: false,
    trying: { kind: 'disabling', since: at(options) },
  });
}

async function remove(
  options: WorkCleanUpsOptions,
  stored: StoredCleanUp,
  item: Item,
  disabled: Disabled,
  device: Known<DeviceDetail>,
): Promise<Stepped> {
  const trying = { ...disabled, kind: 'deleting', since: at(options) } as const;
  if (!device.known && device.reason === 'notFound') {
    // Deleted by a try of before, or by somebody else.
    return record(options, stored, item, { kind: 'deleted', at: at(options) }, 'cleanUp:deleted');
  }
  const enabled = device.known ? device.value.accountEnabled : undefined;
  const obstacle =
    enabled === true
      ? 'enabledAgain'
      : enabled === undefined
        ? 'notKnown'
        : obstacleIn(options, stored.cleanUp, device);
  if (obstacle === 'notKnown') return postpone(options, stored, item, trying, 'busy');
  if (obstacle) return skip(options, stored, item, obstacle, obstacle !== 'enabledAgain');
  const announced = await announce(options, stored, item, trying);
  if (announced === 'stop') return { kind: 'stop' };
  const changed = await options.changes.delete(item.id);
  const deleted: ItemState = { kind: 'deleted', at: at(options) };
  return settle(options, announced, item, changed, {
    done: deleted,
    action: 'cleanUp:deleted',
    gone: deleted,
    wasDisabled: true,
    trying,
  });
}

async function enable(
  options: WorkCleanUpsOptions,
  stored: StoredCleanUp,
  item: Item,
  state: Extract<ItemState, { kind: 'enabling' }>,
  device: Known<DeviceDetail>,
): Promise<Stepped> {
  const undone: ItemState = { kind: 'undone', at: at(options), by: state.by };
  if (state.already || (device.known && device.value.accountEnabled === true))
    return record(options, stored, item, undone, 'cleanUp:undone', state.by.id);
  const changed = await options.changes.setEnabled(item.id, true);
  return settle(options, stored, item, changed, {
    done: undone,
    action: 'cleanUp:undone',
    gone: gone(options, true),
    wasDisabled: true,
    trying: { ...state, since: at(options) },
    actorId: state.by.id,
  });
}

interface Settling {
  readonly done: ItemState;
  readonly action: AuditAction;
  readonly gone: ItemState;
  readonly wasDisabled: boolean;
  /** What it goes on from when it is not known, or not now. */
  readonly trying: Extract<ItemState, { readonly since: string }>;
  readonly actorId?: string;
}

async function settle(
  options: WorkCleanUpsOptions,
  stored: StoredCleanUp,
  item: Item,
  changed: Changed,
  { done, action, gone: wasGone, wasDisabled, trying, actorId }: Settling,
): Promise<Stepped> {
  switch (changed.kind) {
    case 'done':
      return record(options, stored, item, done, action, actorId);
    case 'gone':
      return record(options, stored, item, wasGone, wasGone.kind === 'deleted' ? action : 'cleanUp:skipped', actorId);
    case 'forbidden':
      // An administrator has to grant the permission: an hour later is soon enough.
      return postpone(
        options,
        stored,
        item,
        { ...trying, since: new Date(options.now() + hourMs - againMs).toISOString() },
        'forbidden',
      );
    case 'unsure':
    case 'later':
      return postpone(options, stored, item, trying, 'busy');
    case 'refused':
      return record(
        options,
        stored,
        item,
        { kind: 'failed', at: at(options), code: changed.code, wasDisabled },
        'cleanUp:failed',
        actorId,
      );
  }
}

function obstacleIn(
  { now, staleDays }: WorkCleanUpsOptions,
  { person }: CleanUp,
  device: Known<DeviceDetail>,
): Obstacle | 'notKnown' | undefined {
  if (device.known) {
    const obstacle = obstacleNow(device.value, person.id, { now: now(), staleDays });
    // It was known when it was asked for, so it will be again.
    return obstacle && isPassing(obstacle) ? 'notKnown' : obstacle;
  }
  return device.reason === 'notFound' ? 'gone' : 'notKnown';
}

function isPassing(obstacle: Obstacle): boolean {
  return (
    obstacle === 'kindUnknown' ||
    obstacle === 'syncedUnknown' ||
    obstacle === 'managedUnknown' ||
    obstacle === 'autopilotUnknown' ||
    obstacle === 'systemUnknown' ||
    obstacle === 'ownerUnknown'
  );
}

function skip(
  options: WorkCleanUpsOptions,
  stored: StoredCleanUp,
  item: Item,
  why: Obstacle,
  wasDisabled: boolean,
): Promise<Stepped> {
  return record(options, stored, item, { kind: 'skipped', at: at(options), why, wasDisabled }, 'cleanUp:skipped');
}

/** Written and counted before Graph is asked to change anything. */
async function announce(
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
async function postpone(
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

async function record(
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
function entryOf(
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

function disabledNow({ now, deleteAfterDays }: WorkCleanUpsOptions, already: boolean): Disabled {
  return {
    kind: 'disabled',
    at: new Date(now()).toISOString(),
    deleteAt: new Date(now() + deleteAfterDays * dayMs).toISOString(),
    already,
  };
}

function gone(options: WorkCleanUpsOptions, wasDisabled: boolean): ItemState {
  return { kind: 'skipped', at: at(options), why: 'gone', wasDisabled };
}

function at({ now }: WorkCleanUpsOptions): string {
  return new Date(now()).toISOString();
}
