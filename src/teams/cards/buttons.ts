import type { AdminOption } from '../../assistant/administrators/options.js';
import type { RequestOption, TicketOption } from '../../assistant/input.js';
import type { SayAction, StepRef } from '../../assistant/views.js';
import type { TicketListFilter } from '../../helpdesk/views.js';
import type { CardWriter } from './card-writer.js';

/**
 * A button as `cards/parts/button.json` takes it: pressed, `verb` and `data` come back; `submit` is the same for clients
 * that do not know `Action.Execute`. `inputs: none` leaves the card's inputs out, so that a required one does not block it.
 * A type and not an interface, so that it counts as plain data of a card.
 */
export type Button = {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly submit: Readonly<Record<string, string | number>>;
  readonly inputs: 'Auto' | 'None';
};

type Bar = 'back' | 'startOver' | 'talkToAPerson' | 'dispute';

/** A move in the walk: names the session, the step and the option, and nothing else. */
export function walkButton(ref: StepRef, option: string, title: string): Button {
  return button('walk', { sessionId: ref.sessionId, step: ref.step, option }, title);
}

/** Sends the answer that was picked in the choice set, which comes in as the input `option`. */
export function pickButton(ref: StepRef, title: string): Button {
  return button('walk', { sessionId: ref.sessionId, step: ref.step }, title);
}

/** The row at the foot of a card. `inputs: Auto` takes along what was typed, so that it is not lost. */
export function barButtons(
  writer: CardWriter,
  ref: StepRef,
  options: readonly Bar[],
  inputs: Button['inputs'] = 'None',
): readonly Button[] {
  return options.map((option) => ({ ...walkButton(ref, option, writer.plain(`label.${option}`)), inputs }));
}

/** Says words for the person, as if typed. */
export function sayButton(words: string, title: string): Button {
  return button('say', { words }, title);
}

/** One button for each action, titled in the person's language. */
export function sayButtons(writer: CardWriter, actions: readonly SayAction[]): readonly Button[] {
  return actions.map(({ label, words }) => sayButton(words, writer.plain(`label.${label}`)));
}

/** Looks up the PC whose name is typed in the input `pcName`. */
export function lookUpButton(title: string): Button {
  return button('lookUp', {}, title);
}

/** A ticket as its buttons name it: `step` is the one they were drawn at. */
export interface TicketRef {
  readonly number: number;
  readonly step: number;
}

/** The helpdesk's: moves a ticket, or opens a form for it. */
export function ticketButton({ number, step }: TicketRef, option: TicketOption, title: string): Button {
  return button('ticket', { ticketNumber: number, step, option }, title);
}

/** The requester's: moves a request of their own. */
export function requestButton({ number, step }: TicketRef, option: RequestOption, title: string): Button {
  return button('request', { ticketNumber: number, step, option }, title);
}

/** A page of the helpdesk's list, from 0. */
export function ticketsButton(
  { filter, hours, page }: { filter: TicketListFilter; hours: number; page: number },
  title: string,
): Button {
  return button('tickets', { filter, hours, page }, title);
}

/** A page of a person's own requests, from 0. */
export function requestsButton(page: number, title: string): Button {
  return button('requests', { page }, title);
}

/** Answers whether requests should come to the channel that the card stands in. */
export function channelButton(option: 'use' | 'useOpen' | 'cancel', title: string): Button {
  return button('channel', { option }, title);
}

/** The administrators': `id` says what it is about. */
export function adminButton(option: AdminOption, id: string, title: string): Button {
  return button('admin', { option, id }, title);
}

function button(verb: string, data: Button['data'], title: string): Button {
  return { title, verb, data, submit: { ...data, verb }, inputs: 'Auto' };
}
