import type { TicketState } from './ticket.js';

/** On whose behalf a ticket moves: `system` is time and the channel. */
export type Role = 'helpdesk' | 'requester' | 'system';

export type TicketActionKind =
  | 'claim'
  | 'unclaim'
  | 'assign'
  | 'reply'
  | 'note'
  | 'resolve'
  | 'reopen'
  | 'markUrgent'
  | 'markNormal'
  | 'comment'
  | 'withdraw'
  | 'confirm'
  | 'close'
  | 'remind'
  | 'renewCard';

type ByState = Readonly<Record<TicketState, readonly TicketActionKind[]>>;

const inHand: readonly TicketActionKind[] = [
  'reply',
  'note',
  'resolve',
  'assign',
  'unclaim',
  'markUrgent',
  'markNormal',
];

/** What may happen to a ticket: by whom, in which state, in the order in which it is offered. Everything else is refused. */
export const lifeCycle: Readonly<Record<Role, ByState>> = {
  helpdesk: {
    open: ['claim', 'assign', 'note', 'markUrgent', 'markNormal'],
    claimed: inHand,
    waiting: inHand,
    resolved: ['reopen', 'note'],
    closed: [],
    withdrawn: [],
  },
  requester: {
    open: ['comment', 'withdraw'],
    claimed: ['comment', 'withdraw'],
    waiting: ['comment', 'withdraw'],
    resolved: ['confirm', 'reopen', 'comment'],
    closed: [],
    withdrawn: [],
  },
  system: {
    open: ['remind', 'renewCard'],
    claimed: ['renewCard'],
    waiting: ['renewCard'],
    resolved: ['close', 'renewCard'],
    closed: [],
    withdrawn: [],
  },
};
