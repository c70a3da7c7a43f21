import { z } from 'zod';
import type { CleanUp, CleanUpState, Item, ItemState, Named, Problem } from '../../administration/clean-up/clean-up.js';
import { obstacles } from '../../administration/clean-up/eligible.js';
import type { RecordKind } from './record.js';
import { flag, number, oneOf, shape, text, word } from './shape.js';

const named = shape<Named>({ id: text, name: text });
const problem = word<Problem>({ forbidden: true, busy: true }).exactOptional();
const disabled = { at: text, deleteAt: text, already: flag };

const state = oneOf<ItemState, 'kind'>('kind', {
  waiting: {},
  disabling: { since: text, problem },
  disabled,
  deleting: { ...disabled, since: text, problem },
  enabling: { ...disabled, since: text, by: named, problem },
  deleted: { at: text },
  undone: { at: text, by: named },
  skipped: { at: text, why: z.enum(obstacles), wasDisabled: flag },
  failed: { at: text, code: text, wasDisabled: flag },
});

export const cleanUpRecord: RecordKind<CleanUp> = {
  table: 'clean_ups',
  schema: shape<CleanUp>({
    number,
    person: named,
    requestedBy: named,
    requestedAt: text,
    expiresAt: text,
    state: word<CleanUpState>({ requested: true, confirmed: true, declined: true, withdrawn: true, expired: true }),
    decidedBy: named.exactOptional(),
    decidedAt: text.exactOptional(),
    audience: z.array(text),
    items: z.array(shape<Item>({ id: text, name: text, lastUse: text, state })),
  }),
};
