import type { CleanUp, CleanUpAction, Named } from '../../administration/clean-up/clean-up.js';
import type { CleanUpService } from '../../administration/clean-up/request-clean-up.js';
import type { CleanUpRemark, CleanUpView } from '../../administration/clean-up/views.js';
import { objectIdIn } from '../../runtime/object-id.js';
import type { AdminPressContext } from '../administrators.js';
import type { Answer } from '../answer.js';
import type { Sender } from '../input.js';

/** The buttons of its cards. @public read by `npm run indexes` */
export const presses = [
  'startCleanUp',
  'requestCleanUp',
  'showCleanUp',
  'confirmCleanUp',
  'declineCleanUp',
  'withdrawCleanUp',
  'undoCleanUp',
] as const;

export interface HandlersOptions {
  readonly cleanUp: CleanUpService;
  readonly staleDays: number;
  readonly deleteAfterDays: number;
}

/** Freeing places: one administrator picks and asks, another one confirms. */
export function createHandlers({ cleanUp, staleDays, deleteAfterDays }: HandlersOptions) {
  async function startCleanUp(pressed: Pick<AdminPressContext, 'id'>, remark?: CleanUpRemark): Promise<Answer> {
    if (!cleanUp.allowed) return off;
    const id = objectIdIn(pressed.id);
    if (id === undefined) return notYours;
    const found = await cleanUp.candidates(id);
    if (typeof found === 'string') return unknown(found);
    return {
      replies: [],
      card: { kind: 'cleanUpPick', ...found, staleDays, deleteAfterDays, ...(remark && { remark }) },
    };
  }

  async function requestCleanUp({ from, inputs, ...pressed }: AdminPressContext): Promise<Answer> {
    const id = objectIdIn(pressed.id);
    if (id === undefined) return notYours;
    // A choice of several comes with commas between.
    const picked = (inputs['objects'] ?? '')
      .split(',')
      .map((each) => each.trim().toLowerCase())
      .filter((each) => each !== '');
    const requested = await cleanUp.request(named(from), id, picked);
    switch (requested.kind) {
      case 'requested':
        return { replies: [], card: { ...viewOf(requested.cleanUp, from), othersTold: requested.othersTold } };
      case 'off':
        return off;
      case 'nobody':
      case 'notKnown':
        return unknown(requested.kind);
      default:
        return startCleanUp({ id }, requested.kind);
    }
  }

  function decide(action: CleanUpAction) {
    return async ({ from, id }: AdminPressContext): Promise<Answer> => {
      const decided = await cleanUp.decide(numberIn(id), action, named(from));
      switch (decided.kind) {
        case 'done': {
          const waits = action === 'undo' && decided.cleanUp.items.some(({ state }) => state.kind === 'enabling');
          return {
            replies: [],
            card: { ...viewOf(decided.cleanUp, from), ...(waits && { remark: 'undoLater' as const }) },
          };
        }
        case 'refused':
          return { replies: [], card: { ...viewOf(decided.cleanUp, from), remark: decided.why } };
        case 'off':
          return off;
        case 'notKnown':
          return unknown('notKnown');
        case 'notFound':
          return notYours;
      }
    };
  }

  async function showCleanUp({ from, id }: AdminPressContext): Promise<Answer> {
    const found = await cleanUp.find(numberIn(id));
    return found ? { replies: [], card: viewOf(found, from) } : notYours;
  }

  function viewOf(shown: CleanUp, { personId }: Sender): CleanUpView {
    return { kind: 'cleanUp', cleanUp: shown, viewerId: personId, deleteAfterDays };
  }

  return {
    commands: {},
    presses: {
      startCleanUp: (pressed: AdminPressContext) => startCleanUp(pressed),
      requestCleanUp,
      showCleanUp,
      confirmCleanUp: decide('confirm'),
      declineCleanUp: decide('decline'),
      withdrawCleanUp: decide('withdraw'),
      undoCleanUp: decide('undo'),
    },
  };
}

const off: Answer = { replies: [], refusal: { key: 'cleanUpOff' } };
const notYours: Answer = { replies: [], refusal: { key: 'notYourCard' } };

function unknown(why: 'notKnown' | 'nobody'): Answer {
  return { replies: [], refusal: { key: why === 'nobody' ? 'cleanUpNobody' : 'lookUpFailed' } };
}

function named({ personId, name }: Sender): Named {
  return { id: personId, name };
}

/** 0 is none. */
function numberIn(id: string): number {
  return /^\d{1,9}$/.test(id) ? Number(id) : 0;
}
