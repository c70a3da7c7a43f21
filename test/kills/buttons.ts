import { things } from '../support/check-card.js';

export type Json = Readonly<Record<string, unknown>>;

/** The card that a message shows. */
export function cardOf({ attachments }: { readonly attachments?: readonly { readonly content?: unknown }[] }): Json {
  return (attachments?.[0]?.content ?? {}) as Json;
}

/** What the button of that option sends; undefined when the card has none. */
export function buttonOf(card: Json, option: string): Json | undefined {
  return buttonsOf(card).find((data) => data['option'] === option);
}

/** The options that can be chosen on the card. */
export function optionsOf(card: Json): readonly string[] {
  return buttonsOf(card).flatMap(({ option }) => (typeof option === 'string' ? [option] : []));
}

/** At which step of its ticket it was drawn; 0 when no button says so. */
export function stepShown(card: Json): number {
  return Math.max(0, ...buttonsOf(card).flatMap(({ step }) => (typeof step === 'number' ? [step] : [])));
}

/** Whether the card says, above all else, that the press before it did nothing. */
export function wasRefused(card: Json): boolean {
  return /nothing was (changed|sent)/i.test(JSON.stringify(card));
}

function buttonsOf(card: Json): readonly Json[] {
  return things(card).flatMap(({ type, data }) => (type === 'Action.Execute' ? [data as Json] : []));
}
