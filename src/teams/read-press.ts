import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Press } from '../assistant/input.js';
import { maxTypedCharacters } from '../limits.js';

const short = z.string().max(200);
const count = z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

const walk = z.looseObject({ verb: z.literal('walk'), sessionId: short, step: count, option: short });
const say = z.looseObject({ verb: z.literal('say'), words: short });
const lookUp = z.looseObject({ verb: z.literal('lookUp'), pcName: z.string().max(maxTypedCharacters).optional() });
const ticket = z.looseObject({ verb: z.literal('ticket'), ticketNumber: count, option: z.enum(['claim', 'resolve']) });
const press = z.discriminatedUnion('verb', [walk, say, lookUp, ticket]);

/**
 * What a button sent: as an invoke (`Action.Execute`) or, from clients that do not know it, as a message with a value
 * (`Action.Submit`). Undefined when it is none of our buttons. A choice set's value arrives as the input `option`.
 */
export function readPress(activity: Activity): Press | undefined {
  const read = press.safeParse(dataOf(activity));
  if (!read.success) return undefined;
  const { data } = read;
  switch (data.verb) {
    case 'walk': {
      const { sessionId, step, option } = data;
      return { kind: 'walk', sessionId, step, option, inputs: strings(data) };
    }
    case 'say':
      return { kind: 'say', words: data.words };
    case 'lookUp':
      return { kind: 'lookUp', pcName: data.pcName ?? '' };
    case 'ticket':
      return { kind: 'ticket', ticketNumber: data.ticketNumber, action: data.option };
  }
}

function dataOf(activity: Activity): unknown {
  const value = activity.value as { action?: { verb?: unknown; data?: unknown } } | undefined;
  if (activity.type !== 'invoke') return value;
  const data = value?.action?.data;
  return typeof data === 'object' && data !== null ? { ...data, verb: value?.action?.verb } : undefined;
}

function strings(data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
