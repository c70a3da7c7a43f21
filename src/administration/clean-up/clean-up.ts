import type { Obstacle } from './eligible.js';
import { dayMs, minuteMs } from '../../runtime/durations.js';

/** Somebody as a clean-up names them; `name` is '' when it is not known, or gone. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Why Graph has to be asked again. `forbidden`: the application lacks Device.ReadWrite.All. */
export type Problem = 'forbidden' | 'busy';

/**
 * What became of one device. `disabling`, `deleting` and `enabling` are written before Graph is asked, so that a process that is
 * killed in between is found out: after a while somebody else reads the device and goes on. Times are ISO 8601.
 */
export type ItemState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'disabling'; readonly since: string; readonly problem?: Problem }
  | Disabled
  | (Omit<Disabled, 'kind'> & { readonly kind: 'deleting'; readonly since: string; readonly problem?: Problem })
  | (Omit<Disabled, 'kind'> & {
      readonly kind: 'enabling';
      readonly since: string;
      readonly by: Named;
      readonly problem?: Problem;
    })
  | { readonly kind: 'deleted'; readonly at: string }
  | { readonly kind: 'undone'; readonly at: string; readonly by: Named }
  /** It was not touched (any more). `wasDisabled`: it stays disabled. */
  | { readonly kind: 'skipped'; readonly at: string; readonly why: Obstacle; readonly wasDisabled: boolean }
  /** Graph refused for good, with its code. */
  | { readonly kind: 'failed'; readonly at: string; readonly code: string; readonly wasDisabled: boolean };

/** `already`: it had been disabled by somebody else, so that undoing leaves it so. */
export interface Disabled {
  readonly kind: 'disabled';
  readonly at: string;
  readonly deleteAt: string;
  readonly already: boolean;
}

export interface Item {
  /** The directory object's id. */
  readonly id: string;
  readonly name: string;
  /** When it was last used, ISO 8601, as of the request. */
  readonly lastUse: string;
  readonly state: ItemState;
}

export type CleanUpState = 'requested' | 'confirmed' | 'declined' | 'withdrawn' | 'expired';

/** A request to free places of a person. Plain data: it is stored. */
export interface CleanUp {
  readonly number: number;
  /** Whose devices they are. */
  readonly person: Named;
  readonly requestedBy: Named;
  readonly requestedAt: string;
  /** When it ends unconfirmed. */
  readonly expiresAt: string;
  readonly state: CleanUpState;
  readonly decidedBy?: Named;
  readonly decidedAt?: string;
  /** Who has its card, by object id: the requester and the administrators who were told. */
  readonly audience: readonly string[];
  readonly items: readonly Item[];
}

export type CleanUpAction = 'confirm' | 'decline' | 'withdraw' | 'undo';

/** Why an action is not possible. */
export type CleanUpRefusal = 'ownRequest' | 'ownDevices' | 'notRequester' | 'tooLate' | 'decided' | 'nothingToUndo';

/** How long a request waits for the second administrator, in milliseconds. */
export const requestLifeMs = dayMs;

/** Milliseconds after which what was begun is gone on with: longer than one request to Graph may take. */
export const againMs = 2 * minuteMs;

/** Whether somebody, who was let in as an administrator just now, may do it; undefined = yes. `now` in epoch ms. */
export function refusalOf(
  { state, person, requestedBy, expiresAt, items }: CleanUp,
  action: CleanUpAction,
  actorId: string,
  now: number,
): CleanUpRefusal | undefined {
  if (action === 'undo') {
    // Whose devices they are may not decide about them either way.
    if (actorId === person.id) return 'ownDevices';
    return items.some((item) => item.state.kind === 'disabled') ? undefined : 'nothingToUndo';
  }
  if (state !== 'requested') return 'decided';
  if (now >= Date.parse(expiresAt)) return 'tooLate';
  if (action === 'withdraw') return actorId === requestedBy.id ? undefined : 'notRequester';
  if (actorId === requestedBy.id) return 'ownRequest';
  return actorId === person.id ? 'ownDevices' : undefined;
}

/** Nothing will happen to it any more. */
export function isFinal({ kind }: ItemState): boolean {
  return kind === 'deleted' || kind === 'undone' || kind === 'skipped' || kind === 'failed';
}

/** Nothing will happen in it any more. */
export function isOver({ state, items }: CleanUp): boolean {
  return state === 'confirmed' ? items.every((item) => isFinal(item.state)) : state !== 'requested';
}

/** When there is something to do next, epoch ms; undefined = nothing any more. */
export function nextAt({ state, expiresAt, items }: CleanUp): number | undefined {
  if (state === 'requested') return Date.parse(expiresAt);
  if (state !== 'confirmed') return undefined;
  const times = items.flatMap((item) => {
    switch (item.state.kind) {
      case 'waiting':
        return [0];
      case 'disabling':
      case 'deleting':
      case 'enabling':
        return [Date.parse(item.state.since) + againMs];
      case 'disabled':
        return [Date.parse(item.state.deleteAt)];
      default:
        return [];
    }
  });
  return times.length === 0 ? undefined : Math.min(...times);
}
