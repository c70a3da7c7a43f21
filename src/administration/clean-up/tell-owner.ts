import { personOrderingKey } from '../../helpdesk/ordering-keys.js';
import type { WorkCleanUpsOptions } from './work-options.js';

export interface TellOwnerOptions {
  /** The language the person chose; undefined = none. `muted`: hears nothing that was not asked for. */
  readonly wishesOf: (personId: string) => Promise<{ readonly locale: string | undefined; readonly muted?: boolean }>;
  readonly deleteAfterDays: number;
}

/** The owner hears that a device was switched off, and whom to write to, unless muted. */
export function createTellOwner({ wishesOf, deleteAfterDays }: TellOwnerOptions): WorkCleanUpsOptions['toldOwner'] {
  return async ({ person: { id: personId } }, { name }) => {
    const { locale, muted } = await wishesOf(personId);
    if (muted) return [];
    const view = {
      kind: 'notice',
      notice: { key: 'deviceSwitchedOff', values: { name, days: deleteAfterDays } },
      actions: [{ label: 'talkToAPerson', words: 'talk to a person' }],
    };
    return [
      {
        orderingKey: personOrderingKey(personId),
        outgoing: { kind: 'post', to: { kind: 'person', personId }, view, locale: locale ?? '' },
      },
    ];
  };
}
