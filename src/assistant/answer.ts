import type { Locale } from '../text/locale.js';
import type { Notice, NoticeKey, SayAction, View } from './views.js';

/** What to say and show. `card` takes the place of the card that was pressed; `refusal` is read by the presser alone. */
export interface LocalizedAnswer {
  readonly locale: Locale;
  readonly replies: readonly View[];
  readonly card?: View;
  readonly refusal?: Notice;
}

/** An outcome in the language of the conversation, unless it names another. */
export type Answer = Omit<LocalizedAnswer, 'locale'> & { readonly locale?: Locale };

/** What can be done next, wherever the walk does not say it. */
export const helpActions = {
  start: { label: 'troubleshoot', words: 'troubleshoot' },
  toAPerson: { label: 'talkToAPerson', words: 'talk to a person' },
  help: { label: 'help', words: 'help' },
  myRequests: { label: 'myRequests', words: 'my requests' },
  myDevices: { label: 'myDevices', words: 'my devices' },
} as const satisfies Record<string, SayAction>;

/** Nothing to say. */
export const nothing: Answer = { replies: [] };

/** Individual things stay in the personal chat, whatever button asks for them. */
export const elsewhere: Answer = { replies: [], refusal: { key: 'personalOnly' } };

/** One view as a message of its own. */
export function say(view: View): Answer {
  return { replies: [view] };
}

/** One of our own sentences, with buttons for what can be done next. */
export function notice(key: NoticeKey, values: Notice['values'] = {}, actions: readonly SayAction[] = []): Answer {
  return say({ kind: 'notice', notice: { key, values }, actions });
}
