import type { Changed, DeviceDetail } from '../../directory/change-devices.js';
import type { Known } from '../../directory/model.js';
import type { AuditAction } from '../../helpdesk/audit.js';
import { hourMs } from '../../runtime/durations.js';
import { againMs, type CleanUp, type Disabled, type Item, type ItemState } from './clean-up.js';
import { obstacleNow, type Obstacle } from './eligible.js';
import type { StoredCleanUp } from './ports.js';
import type { WorkCleanUpsOptions } from './work-options.js';
import { announce, at, disabledNow, gone, postpone, record, skip, type Stepped } from './write-step.js';

/** Switches a device off, unless something stands in the way by now. `device`: as it is read just before. */
export async function disable(
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

/** Deletes a device that was switched off long enough ago and still is. */
export async function remove(
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

/** Switches a device on again, as somebody asked for. */
export async function enable(
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
