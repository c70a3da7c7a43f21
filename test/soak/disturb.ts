import { setTimeout as delay } from 'node:timers/promises';
import type { Draws } from '../kills/random.js';
import type { SharedDatabase } from './databases.js';
import type { Instances } from './start-instances.js';

/** How often each happens, in an order that is drawn. */
export interface Disturbances {
  readonly kills: number;
  /** Times that all connections to the database are ended. */
  readonly terminations: number;
  /** Times that the database server is stopped, and for how many milliseconds. */
  readonly interruptions: number;
  readonly interruptedMs: number;
}

export interface DisturbOptions extends Disturbances {
  readonly draws: Draws;
  readonly instances: Instances;
  readonly database: SharedDatabase;
  /** Told of each as it happens. */
  readonly tell: (line: string) => void;
}

export interface Disturbed {
  /** Connections that were ended, of all terminations together. */
  readonly connections: number;
  /** Milliseconds from the database's return until every instance answered again, one for each interruption. */
  readonly recoveries: readonly number[];
}

const longestPauseMs = 2_500;

/** One after the other, with pauses in which people get on; afterwards every instance takes requests. */
export async function disturb({ draws, instances, database, tell, ...wanted }: DisturbOptions): Promise<Disturbed> {
  const left: Record<'kill' | 'terminate' | 'interrupt', number> = {
    kill: wanted.kills,
    terminate: wanted.terminations,
    interrupt: wanted.interruptions,
  };
  const recoveries: number[] = [];
  let connections = 0;
  for (;;) {
    const choices = (['kill', 'terminate', 'interrupt'] as const).flatMap((kind) =>
      Array.from({ length: left[kind] }, () => kind),
    );
    if (choices.length === 0) return { connections, recoveries };
    await delay(draws.between(300, longestPauseMs));
    const kind = draws.pick(choices);
    left[kind] -= 1;
    switch (kind) {
      case 'kill': {
        const index = draws.between(0, instances.count() - 1);
        await instances.killAndReplace(index, draws.between(0, 2_000));
        tell(`instance ${index} was killed and replaced`);
        break;
      }
      case 'terminate': {
        const ended = await database.endConnections();
        connections += ended;
        tell(`${ended} connections were ended`);
        break;
      }
      case 'interrupt': {
        await database.interrupt(wanted.interruptedMs);
        const back = performance.now();
        await Promise.all(Array.from({ length: instances.count() }, (_, index) => isReady(instances.urlOf(index))));
        recoveries.push(Math.round(performance.now() - back));
        tell(
          `the database was away for ${wanted.interruptedMs} ms; all answered again ${recoveries.at(-1)} ms after it`,
        );
        break;
      }
    }
  }
}

/** Resolves once it says so. */
async function isReady(url: string): Promise<void> {
  const ready = (): Promise<boolean> =>
    fetch(`${url}/readyz`).then(
      async (response) => {
        await response.arrayBuffer();
        return response.ok;
      },
      () => false,
    );
  while (!(await ready())) await delay(50);
}
