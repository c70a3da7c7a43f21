import { setTimeout as delay } from 'node:timers/promises';
import type { createActivities } from '../support/activities.js';
import type { Json } from './buttons.js';
import type { Client } from './client.js';
import type { Draws } from './random.js';

/** Shares of the presses that Teams delivers twice although they are answered: at the same moment, and later. */
const atOnceShare = 0.1;
const laterShare = 0.15;
const latestMs = 2_500;
const pauseMs = 200;

export interface PressesOptions {
  readonly activities: ReturnType<typeof createActivities>;
  readonly client: Client;
  readonly draws: Draws;
}

export interface Presses {
  /** The card in the answer. A button whose answer brings none is pressed again. */
  press(key: string, verb: 'walk' | 'ticket' | 'request', data: Json, more?: object): Promise<Json>;
  /** Resolves when all that was delivered twice was answered. */
  settled(): Promise<unknown>;
}

export function createPresses({ activities, client, draws }: PressesOptions): Presses {
  const copies: Promise<unknown>[] = [];

  return {
    async press(key, verb, data, more) {
      const activity = activities.press(key, verb, data, more);
      const copy = { ...activity, id: `${String(activity['id'])}-copy` };
      if (draws.chance(atOnceShare)) copies.push(client.posts(copy));
      for (;;) {
        const answer = (await client.posts(activity)) as { readonly type?: string; readonly value?: Json } | undefined;
        if (answer?.type === 'application/vnd.microsoft.card.adaptive' && answer.value) {
          if (draws.chance(laterShare)) copies.push(delay(draws.between(0, latestMs)).then(() => client.posts(copy)));
          return answer.value;
        }
        await delay(pauseMs);
      }
    },
    settled: () => Promise.all(copies),
  };
}
