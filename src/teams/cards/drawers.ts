import type { View } from '../../assistant/views.js';
import type { Drawing, CardWriter } from './card-writer.js';

/** A call by name: `text` is the exact `<at>…</at>` of the message, `id` the Teams account. */
export interface Mentioned {
  readonly text: string;
  readonly id: string;
  readonly name: string;
}

/** A message in markdown; everything given in it is escaped. */
export interface MarkdownMessage {
  readonly text: string;
  readonly mentions: readonly Mentioned[];
  /** Put behind the text, ready. */
  readonly link?: { readonly title: string; readonly url: string };
}

/** A card of Teams' own, which is no Adaptive Card; always a message by itself. */
export interface Attached {
  readonly attachment: object;
  readonly summary: string;
}

export type ViewOf<Kind extends View['kind']> = Extract<View, { kind: Kind }>;

/** What draws each kind of view. Every file of this folder that draws some exports its part of it as `drawers`. */
export type Drawers = {
  readonly [Kind in View['kind']]: (writer: CardWriter, view: ViewOf<Kind>) => Drawing | MarkdownMessage | Attached;
};
