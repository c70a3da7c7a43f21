import type { FactName, Facts } from './facts.js';
import type { HandOverForm, Profile, SessionReading } from './session.js';

/** What can happen to a walk. `at` is the time of the event, ISO 8601. */
export type WalkEvent = { readonly at: string } & (
  | { readonly kind: 'choose'; readonly optionId: string }
  | { readonly kind: 'fixed' | 'notFixed' | 'understood' | 'talkToAPerson' | 'dispute' | 'edit' }
  | { readonly kind: 'send'; readonly leaveOutPaste?: boolean }
  /** `form` is what stood in the form when it was left this way: it is kept. */
  | { readonly kind: 'back' | 'startOver'; readonly form?: HandOverForm }
  | { readonly kind: 'disputeFact'; readonly fact: FactName }
  | { readonly kind: 'disputeReading' }
  /** Something was pasted, or a PC looked up. */
  | { readonly kind: 'read'; readonly reading: SessionReading; readonly facts: Facts }
  /** Own words lead to one place of the trees, or to a few to choose from. */
  | { readonly kind: 'enter'; readonly nodeId: string }
  | { readonly kind: 'offer'; readonly entries: readonly string[] }
  /** `dueAt`: when the PC will be looked at again, ISO 8601. */
  | { readonly kind: 'lookAgain'; readonly dueAt: string }
  | { readonly kind: 'review'; readonly form: HandOverForm }
  | { readonly kind: 'noted'; readonly form: HandOverForm }
  | { readonly kind: 'learn'; readonly facts: Facts; readonly profile: Profile }
  | { readonly kind: 'handedOver'; readonly ticketNumber: number }
  | { readonly kind: 'rate'; readonly rating: number }
);
