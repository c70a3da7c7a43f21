import type { SayAction, StepRef } from '../../assistant/views.js';
import type { Pen } from './pen.js';

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
export function barButtons(pen: Pen, ref: StepRef, options: readonly Bar[], inputs: Button['inputs'] = 'None'): readonly Button[] {
  return options.map((option) => ({ ...walkButton(ref, option, pen.plain(`label.${option}`)), inputs }));
}

/** Says words for the person, as if typed. */
export function sayButton(words: string, title: string): Button {
  return button('say', { words }, title);
}

/** One button for each action, titled in the person's language. */
export function sayButtons(pen: Pen, actions: readonly SayAction[]): readonly Button[] {
  return actions.map(({ label, words }) => sayButton(words, pen.plain(`label.${label}`)));
}

/** Looks up the PC whose name is typed in the input `pcName`. */
export function lookUpButton(title: string): Button {
  return button('lookUp', {}, title);
}

/** Moves a ticket, on its card in the channel. */
export function ticketButton(ticketNumber: number, option: 'claim' | 'resolve', title: string): Button {
  return button('ticket', { ticketNumber, option }, title);
}

function button(verb: string, data: Button['data'], title: string): Button {
  return { title, verb, data, submit: { ...data, verb }, inputs: 'Auto' };
}
