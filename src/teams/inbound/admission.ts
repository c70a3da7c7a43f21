import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import {
  charactersOfOnePoint,
  mostTurnsOfOnePerson,
  mostTurnsUnderWay,
  personPace,
  turnsAtOnceOfOnePerson,
} from '../../limits.js';

/** `tooMuch`: of this person; `tooMany`: of everybody. `tell`: the person has not been told yet in this while. */
export type Admitted<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly why: 'tooMuch' | 'tooMany'; readonly tell: boolean };

/**
 * Does a person's work when it is their turn: in the order of its arrival, a few pieces at once, so that one person's flood is
 * worked on beside everybody else's turns and not before them. `characters`: how much there is to read. Throws what the work throws.
 */
export type Admit = <T>(personId: string, characters: number, work: () => Promise<T>) => Promise<Admitted<T>>;

/** Where nobody is kept back. */
export const unlimited: Admit = async (_personId, _characters, work) => ({ kind: 'done', value: await work() });

/** What one process takes; its memory stays bounded, since who has nothing under way and a full budget is forgotten. */
export function createAdmission(): Admit {
  const budget = new RateLimiterMemory({ points: personPace.points, duration: personPace.seconds });
  const tellings = new RateLimiterMemory({ points: 1, duration: personPace.seconds });
  /** Those who were told, and of whom nothing was taken since. */
  const told = new Set<string>();
  const turns = new Map<string, PersonsTurns>();
  let underWay = 0;

  async function refused(personId: string, why: 'tooMuch' | 'tooMany'): Promise<Admitted<never>> {
    const tell = await taken(tellings, personId, 1);
    if (tell) told.add(personId);
    return { kind: 'refused', why, tell };
  }

  return async function admit(personId, characters, work) {
    if (!(await taken(budget, personId, 1 + Math.floor(characters / charactersOfOnePoint))))
      return refused(personId, 'tooMuch');
    if (underWay >= mostTurnsUnderWay) return refused(personId, 'tooMany');
    const own = turns.get(personId) ?? { running: 0, waiting: [] };
    if (own.running + own.waiting.length >= mostTurnsOfOnePerson) return refused(personId, 'tooMuch');
    // They read again: what is refused from here on they are told anew.
    if (told.delete(personId)) await tellings.delete(personId);
    underWay += 1;
    turns.set(personId, own);
    try {
      await turnIn(own);
      return { kind: 'done', value: await work() };
    } finally {
      underWay -= 1;
      leave(own);
      if (own.running === 0) turns.delete(personId);
    }
  };
}

/** One person's turns: those under way, and what starts the next ones. */
interface PersonsTurns {
  running: number;
  readonly waiting: (() => void)[];
}

async function turnIn(own: PersonsTurns): Promise<void> {
  if (own.running < turnsAtOnceOfOnePerson) own.running += 1;
  else await new Promise<void>((resolve) => own.waiting.push(resolve));
}

/** Whoever waits longest takes the place, so that nobody who comes now gets before. */
function leave(own: PersonsTurns): void {
  const next = own.waiting.shift();
  if (next) next();
  else own.running -= 1;
}

/** The library rejects with its result when the points are used up, and with an error when something is wrong. */
async function taken(limiter: RateLimiterMemory, key: string, points: number): Promise<boolean> {
  try {
    await limiter.consume(key, points);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}
