import { againMs, type CleanUp } from './clean-up.js';
import { cardsOf } from './messages-of.js';
import type { StoredCleanUp } from './ports.js';
import { disable, enable, remove } from './take-step.js';
import type { WorkCleanUpsOptions } from './work-options.js';
import { disabledNow, entryOf, record, type Stepped } from './write-step.js';

/** Requests looked at in one round. */
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
