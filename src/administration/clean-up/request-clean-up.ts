import type { DeviceDetail } from '../../directory/change-devices.js';
import type { Directory, Known } from '../../directory/model.js';
import type { Audit, AuditAction, AuditEntry } from '../../helpdesk/audit.js';
import type { Gate } from '../gate.js';
import {
  isFinal,
  refusalOf,
  requestLifeMs,
  type CleanUp,
  type CleanUpAction,
  type CleanUpRefusal,
  type Item,
  type Named,
} from './clean-up.js';
import { obstacleOf, type Obstacle } from './eligible.js';
import { cardsOf } from './messages-of.js';
import type { StoredCleanUp } from './ports.js';
import type { WorkCleanUpsOptions } from './work-options.js';
import { advance } from './work-clean-ups.js';

/** A device of the person, and what stands in the way of deleting it. */
export interface Candidate {
  readonly device: DeviceDetail;
  readonly obstacle: Obstacle | undefined;
}

export interface Candidates {
  readonly person: Named;
  readonly candidates: readonly Candidate[];
  /** Requests of the person in which something may still happen. */
  readonly open: readonly CleanUp[];
}

/** `off`: the configuration does not allow it. `notKnown`: Graph did not answer. */
export type Requested =
  | { readonly kind: 'requested'; readonly cleanUp: CleanUp; readonly othersTold: number }
  | { readonly kind: 'off' | 'notKnown' | 'nobody' | 'nothingPicked' | 'tooMany' | 'notEligible' };

export type Decided =
  | { readonly kind: 'done'; readonly cleanUp: CleanUp }
  | { readonly kind: 'refused'; readonly why: CleanUpRefusal | 'requesterIsNone'; readonly cleanUp: CleanUp }
  | { readonly kind: 'off' | 'notKnown' | 'notFound' };

export interface CleanUpService {
  readonly allowed: boolean;
  candidates(personId: string): Promise<Candidates | 'notKnown' | 'nobody'>;
  request(requester: Named, personId: string, objectIds: readonly string[]): Promise<Requested>;
  decide(number: number, action: CleanUpAction, actor: Named): Promise<Decided>;
  find(number: number): Promise<CleanUp | undefined>;
}

export interface CleanUpServiceOptions extends WorkCleanUpsOptions {
  readonly directory: Pick<Directory, 'findPeople' | 'members'>;
  readonly gate: Pick<Gate, 'isAdministrator'>;
  readonly adminGroupId: string | undefined;
  readonly audit: Pick<Audit, 'record'>;
  /** Lets the work begin at once. */
  readonly wakeWork: () => void;
}

/** Devices of one request. What can be disabled in an hour. */
export const mostDevices = 10;

/** Administrators who are told of a request. */
const mostTold = 20;

/** What administrators ask for and decide. The gate let them in; each refusal here is recorded, too. */
export function createCleanUpService(options: CleanUpServiceOptions): CleanUpService {
  const { cleanUps, changes, directory, gate, audit, now, staleDays, allowed } = options;
  const at = (): string => new Date(now()).toISOString();

  async function candidates(personId: string): Promise<Candidates | 'notKnown' | 'nobody'> {
    const [found, owned, open] = await Promise.all([
      directory.findPeople(personId),
      changes.ownedBy(personId),
      cleanUps.ofPerson(personId),
    ]);
    if (!found.known || !owned.known) return 'notKnown';
    const [person] = found.value;
    if (!person) return 'nobody';
    const taken = new Set(
      open.flatMap(({ items }) => items.filter(({ state }) => !isFinal(state)).map(({ id }) => id)),
    );
    const judged = owned.value
      .filter(({ id }) => !taken.has(id))
      .map((device): Candidate => ({ device, obstacle: obstacleOf(device, { now: now(), staleDays }) }));
    return { person: { id: person.id, name: person.displayName ?? '' }, candidates: judged, open };
  }

  async function request(requester: Named, personId: string, objectIds: readonly string[]): Promise<Requested> {
    const ids = [...new Set(objectIds)];
    const refused = async (kind: 'off' | 'notKnown' | 'nobody' | 'tooMany' | 'notEligible'): Promise<Requested> => {
      await recordRefusal(requester.id, 'cleanUp:requested', [personId, ...ids]);
      return { kind };
    };
    if (!allowed) return refused('off');
    if (ids.length === 0) return { kind: 'nothingPicked' };
    if (ids.length > mostDevices) return refused('tooMany');
    const found = await candidates(personId);
    if (typeof found === 'string') return refused(found);
    const picked = found.candidates.filter(({ device, obstacle }) => obstacle === undefined && ids.includes(device.id));
    // Only what was offered counts, whatever a card sends.
    if (picked.length < ids.length) return refused('notEligible');
    const told = await othersToTell(requester.id, personId);
    const items = picked.map(({ device }): Item => ({
      id: device.id,
      name: device.displayName ?? '',
      lastUse: device.approximateLastSignInDateTime ?? '',
      state: { kind: 'waiting' },
    }));
    const { cleanUp } = await cleanUps.add(
      {
        person: found.person,
        requestedBy: requester,
        requestedAt: at(),
        expiresAt: new Date(now() + requestLifeMs).toISOString(),
        state: 'requested',
        audience: [requester.id, ...told],
        items,
      },
      // The requester sees it in the answer; the others, and all of them afterwards, by the outbox.
      (added) => cardsOf({ ...added, audience: told }),
      (added) => [entry(added, 'cleanUp:requested', requester.id, 'done')],
    );
    options.wakeOutbox();
    return { kind: 'requested', cleanUp, othersTold: told.length };
  }

  /** Members of the administrators' group, as far as the directory tells. */
  async function othersToTell(requesterId: string, personId: string): Promise<readonly string[]> {
    const members = options.adminGroupId === undefined ? undefined : await directory.members(options.adminGroupId);
    if (!members?.known) return [];
    return members.value
      .filter(({ id, accountEnabled }) => accountEnabled !== false && id !== requesterId && id !== personId)
      .slice(0, mostTold)
      .map(({ id }) => id);
  }

  async function decide(number: number, action: CleanUpAction, actor: Named): Promise<Decided> {
    for (;;) {
      const stored = await cleanUps.find(number);
      const ids = stored
        ? [String(number), stored.cleanUp.person.id, ...stored.cleanUp.items.map(({ id }) => id)]
        : [String(number)];
      const why = await whyNot(stored, action, actor);
      if (why) {
        await recordRefusal(actor.id, actionNames[action], ids);
        return why === 'off' || why === 'notKnown' || why === 'notFound'
          ? { kind: why }
          : { kind: 'refused', why, cleanUp: stored!.cleanUp };
      }
      const saved = await written(stored!, action, actor);
      if (!saved) continue;
      options.wakeOutbox();
      // What is undone is undone at once; the rest is worked on in its turn.
      if (action === 'undo') await advance(options, { ...saved, cleanUp: dueNow(saved.cleanUp, now()) });
      else options.wakeWork();
      return { kind: 'done', cleanUp: (await cleanUps.find(number))?.cleanUp ?? saved.cleanUp };
    }
  }

  async function whyNot(
    stored: StoredCleanUp | undefined,
    action: CleanUpAction,
    actor: Named,
  ): Promise<CleanUpRefusal | 'requesterIsNone' | 'off' | 'notKnown' | 'notFound' | undefined> {
    if (!allowed) return 'off';
    if (!stored) return 'notFound';
    const { cleanUp } = stored;
    const refusal = refusalOf(cleanUp, action, actor.id, now());
    if (refusal || action !== 'confirm') return refusal;
    const requester = await gate.isAdministrator(cleanUp.requestedBy.id);
    if (!requester.known) return 'notKnown';
    if (!requester.value) return 'requesterIsNone';
    const owners = await Promise.all(cleanUp.items.map(({ id }) => changes.read(id)));
    return ownerRefusal(owners, actor.id);
  }

  function written(
    { cleanUp, version }: StoredCleanUp,
    action: CleanUpAction,
    actor: Named,
  ): Promise<StoredCleanUp | undefined> {
    const next =
      action === 'undo'
        ? undoing(cleanUp, actor, at())
        : { ...cleanUp, state: stateAfter[action], decidedBy: actor, decidedAt: at() };
    // That it was undone is recorded with each device.
    const entries = action === 'undo' ? [] : [entry(next, actionNames[action], actor.id, 'done')];
    return cleanUps.save(next, version, { messages: cardsOf(next), audit: entries });
  }

  function entry(
    { number, person, items }: CleanUp,
    action: AuditAction,
    actorId: string,
    result: AuditEntry['result'],
  ): AuditEntry {
    return { actorId, action, objectIds: [String(number), person.id, ...items.map(({ id }) => id)], result, at: at() };
  }

  function recordRefusal(actorId: string, action: AuditAction, objectIds: readonly string[]): Promise<void> {
    return audit.record({ actorId, action, objectIds, result: 'refused', at: at() });
  }

  return {
    allowed,
    candidates,
    request,
    decide,
    async find(number) {
      return (await cleanUps.find(number))?.cleanUp;
    },
  };
}

const actionNames = {
  confirm: 'cleanUp:confirmed',
  decline: 'cleanUp:declined',
  withdraw: 'cleanUp:withdrawn',
  undo: 'cleanUp:undone',
} as const satisfies Record<CleanUpAction, AuditAction>;
const stateAfter = { confirm: 'confirmed', decline: 'declined', withdraw: 'withdrawn' } as const;

/** An owner may not confirm, and whoever may be one neither. */
function ownerRefusal(devices: readonly Known<DeviceDetail>[], actorId: string): 'ownDevices' | 'notKnown' | undefined {
  if (devices.some((device) => device.known && device.value.owners?.includes(actorId))) return 'ownDevices';
  const unread = devices.some((device) =>
    device.known ? device.value.owners === undefined : device.reason !== 'notFound',
  );
  return unread ? 'notKnown' : undefined;
}

function undoing(cleanUp: CleanUp, by: Named, since: string): CleanUp {
  return {
    ...cleanUp,
    items: cleanUp.items.map((item) =>
      item.state.kind === 'disabled' ? { ...item, state: { ...item.state, kind: 'enabling', since, by } } : item,
    ),
  };
}

/** As the worker would find it after the pause: the one who pressed waits for it. */
function dueNow(cleanUp: CleanUp, now: number): CleanUp {
  return {
    ...cleanUp,
    items: cleanUp.items.map((item) =>
      item.state.kind === 'enabling'
        ? { ...item, state: { ...item.state, since: new Date(now - requestLifeMs).toISOString() } }
        : item,
    ),
  };
}
