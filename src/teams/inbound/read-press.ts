import type { Activity } from '../activity.js';
import { z } from 'zod';
import { adminOptions } from '../../assistant/administrators/options.js';
import { requestOptions, ticketOptions, type Press } from '../../assistant/input.js';
import type { TicketListFilter } from '../../helpdesk/views.js';
import { highestTicketNumber, longestAgeHours, maxInputs, maxListPages, maxTypedCharacters } from '../../limits.js';

const short = z.string().max(200);

/** A whole number from 0, also when a client sends its digits; nothing else counts as one, not even what JavaScript takes for 0. */
const upTo = (highest: number) =>
  z
    .union([z.number(), z.string().regex(/^\d{1,16}$/)])
    .transform(Number)
    .pipe(z.number().int().nonnegative().max(highest));

const count = upTo(Number.MAX_SAFE_INTEGER);
const ticketNumber = upTo(highestTicketNumber);
const page = upTo(maxListPages);
const filters = ['open', 'mine', 'unassigned', 'older'] as const satisfies readonly TicketListFilter[];

const walk = z.looseObject({ verb: z.literal('walk'), sessionId: short, step: count, option: short });
const say = z.looseObject({ verb: z.literal('say'), words: short });
const lookUp = z.looseObject({ verb: z.literal('lookUp'), pcName: z.string().max(maxTypedCharacters).optional() });
// Cards posted before there were steps have none: 0 is older than any.
const ticket = z.looseObject({
  verb: z.literal('ticket'),
  ticketNumber,
  step: count.default(0),
  option: z.enum(ticketOptions),
});
const request = z.looseObject({
  verb: z.literal('request'),
  ticketNumber,
  step: count.default(0),
  option: z.enum(requestOptions),
});
const tickets = z.looseObject({
  verb: z.literal('tickets'),
  filter: z.enum(filters),
  hours: upTo(longestAgeHours).default(0),
  page,
});
const requests = z.looseObject({ verb: z.literal('requests'), page });
const channel = z.looseObject({ verb: z.literal('channel'), option: z.enum(['use', 'useOpen', 'cancel']) });
const admin = z.looseObject({ verb: z.literal('admin'), option: z.enum(adminOptions), id: short.default('') });
const press = z.discriminatedUnion('verb', [walk, say, lookUp, ticket, request, tickets, requests, channel, admin]);

/**
 * What a button sent: as an invoke (`Action.Execute`) or, from clients that do not know it, as a message with a value
 * (`Action.Submit`). Undefined when it is none of our buttons. A choice set's value arrives as the input `option`.
 */
export function readPress(activity: Activity): Press | undefined {
  const sent = dataOf(activity);
  if (typeof sent !== 'object' || sent === null || Object.keys(sent).length > maxInputs) return undefined;
  const read = press.safeParse(sent);
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
      return {
        kind: 'ticket',
        ticketNumber: data.ticketNumber,
        step: data.step,
        option: data.option,
        inputs: strings(data),
      };
    case 'request':
      return {
        kind: 'request',
        ticketNumber: data.ticketNumber,
        step: data.step,
        option: data.option,
        inputs: strings(data),
      };
    case 'tickets':
      return { kind: 'tickets', filter: data.filter, hours: data.hours, page: data.page };
    case 'requests':
      return { kind: 'requests', page: data.page };
    case 'channel':
      return { kind: 'channel', option: data.option };
    case 'admin':
      return { kind: 'admin', option: data.option, id: data.id, inputs: strings(data) };
  }
}

function dataOf(activity: Activity): unknown {
  const value = activity.value as { action?: { verb?: unknown; data?: unknown } } | undefined;
  if (activity.type !== 'invoke') return value;
  const data = value?.action?.data;
  return typeof data === 'object' && data !== null ? { ...data, verb: value?.action?.verb } : undefined;
}

/** The inputs of a card are texts; each is cut to what is ever looked at. */
function strings(data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts = Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.map(([name, text]) => [name, text.slice(0, maxTypedCharacters)]));
}
