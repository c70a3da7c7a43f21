import type { Outcome } from '../../src/assistant/assistant.js';
import type { RequestOption, TicketOption } from '../../src/assistant/input.js';
import type { ModelMove, ModelMoveKind } from './ticket-model.js';
import type { World } from './world.js';

export const colleagues = ['lena', 'marek', 'ada'] as const;
export const everybody = [...colleagues, 'grace', 'sven', 'henry'] as const;
export type Key = (typeof everybody)[number];

/** What is pressed on the ticket's card, or in its forms; `…Nothing`, `…Nobody` leave out what is asked for. */
export const movingButtons = [
  'claim',
  'unclaim',
  'markUrgent',
  'markNormal',
  'assignToLena',
  'assignToMarek',
  'assignToAda',
  'sendReply',
  'sendReplyAndWait',
  'sendNote',
  'resolveAsFirst',
  'resolveAsSecond',
  'resolveAsOther',
  'sendReopen',
] as const;
export const helpdeskButtons = [
  ...movingButtons,
  'show',
  'assign',
  'reply',
  'note',
  'resolve',
  'reopen',
  'assignToNobody',
  'replyNothing',
  'noteNothing',
  'resolveAsNothing',
] as const;
export const requesterButtons = [
  'comment',
  'answer',
  'withdraw',
  'confirm',
  'reopenRequest',
  'showRequest',
  'commentNothing',
] as const;
export type Button = (typeof helpdeskButtons)[number] | (typeof requesterButtons)[number];

/** A press as it is drawn by chance: `ticket` counts from the first, `back` how many steps ago the card was drawn. */
export interface DrawnPress {
  readonly who: Key;
  readonly button: Button;
  readonly ticket: number;
  readonly back: number;
  readonly copies: number;
}

export interface PlayedPress {
  readonly name: string;
  readonly who: Key;
  readonly number: number;
  readonly action: string;
  /** `lacking`: something is left out that the form asks for. */
  readonly means: ModelMove | 'lacking' | 'looking';
  readonly deliver: () => Promise<Outcome>;
}

interface Meaning {
  readonly option: TicketOption | RequestOption;
  readonly kind?: ModelMoveKind;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Something is typed: a text that nobody else types. */
  readonly typed?: true;
  readonly lacking?: true;
}

function meaningOf(button: Button, world: World): Meaning {
  switch (button) {
    case 'claim':
      return { option: 'claim', kind: 'claimed' };
    case 'unclaim':
      return { option: 'unclaim', kind: 'unclaimed' };
    case 'markUrgent':
      return { option: 'markUrgent', kind: 'markedUrgent' };
    case 'markNormal':
      return { option: 'markNormal', kind: 'markedNormal' };
    case 'assignToLena':
      return { option: 'sendAssign', kind: 'assigned', inputs: { assignee: world.person('lena').id } };
    case 'assignToMarek':
      return { option: 'sendAssign', kind: 'assigned', inputs: { assignee: world.person('marek').id } };
    case 'assignToAda':
      return { option: 'sendAssign', kind: 'assigned', inputs: { assignee: world.person('ada').id } };
    case 'assignToNobody':
      return { option: 'sendAssign', inputs: { assignee: world.person('grace').id }, lacking: true };
    case 'sendReply':
      return { option: 'sendReply', kind: 'replied', typed: true };
    case 'sendReplyAndWait':
      return { option: 'sendReply', kind: 'replied', typed: true, inputs: { waits: 'true' } };
    case 'replyNothing':
      return { option: 'sendReply', inputs: { text: '  ' }, lacking: true };
    case 'sendNote':
      return { option: 'sendNote', kind: 'noted', typed: true };
    case 'noteNothing':
      return { option: 'sendNote', lacking: true };
    case 'resolveAsFirst':
      return { option: 'sendResolve', kind: 'resolved', inputs: { cause: [...world.tree.causes.keys()][0]! } };
    case 'resolveAsSecond':
      return { option: 'sendResolve', kind: 'resolved', inputs: { cause: [...world.tree.causes.keys()][1]! } };
    case 'resolveAsOther':
      return { option: 'sendResolve', kind: 'resolved', typed: true, inputs: { cause: 'other' } };
    case 'resolveAsNothing':
      return { option: 'sendResolve', lacking: true };
    case 'sendReopen':
      return { option: 'sendReopen', kind: 'reopened', typed: true };
    case 'comment':
    case 'answer':
      return { option: button, kind: 'commented', typed: true };
    case 'commentNothing':
      return { option: 'comment', lacking: true };
    case 'withdraw':
      return { option: 'withdraw', kind: 'withdrawn' };
    case 'confirm':
      return { option: 'confirm', kind: 'closed' };
    case 'reopenRequest':
      return { option: 'reopen', kind: 'reopened', typed: true };
    case 'showRequest':
      return { option: 'show' };
    case 'show':
    case 'assign':
    case 'reply':
    case 'note':
    case 'resolve':
    case 'reopen':
      return { option: button };
  }
}

/** A button as its card was drawn at `step`; pressed as often as it is delivered. `typed` is what is written where something can be. */
export function aPress(
  world: World,
  { who, button }: DrawnPress,
  number: number,
  step: number,
  typed: string,
): PlayedPress {
  const meaning = meaningOf(button, world);
  const side = (requesterButtons as readonly string[]).includes(button) ? 'requester' : 'helpdesk';
  const text = meaning.typed && (meaning.kind === 'noted' ? `private ${typed}` : typed);
  const inputs: Readonly<Record<string, string>> = { ...meaning.inputs, ...(text !== undefined && { text }) };
  const cause = inputs['cause'] === 'other' ? undefined : inputs['cause'];
  const person = () => world.person(who);
  const means = meaning.kind
    ? ({
        side,
        kind: meaning.kind,
        by: person().id,
        fromStep: step,
        text,
        to: inputs['assignee'],
        waits: inputs['waits'] === 'true',
        cause,
      } as const)
    : meaning.lacking
      ? 'lacking'
      : 'looking';
  return {
    name: `${who} ${button} of ${number} at ${step}`,
    who,
    number,
    action: actionOf(meaning.option),
    means,
    deliver: () =>
      side === 'requester'
        ? person().pressesRequest(number, meaning.option as RequestOption, inputs, step)
        : person().pressesTicket(number, meaning.option as TicketOption, inputs, step),
  };
}

/** `sendReply` is how one does `reply`; what the requester writes is a comment. */
function actionOf(option: string): string {
  if (option === 'answer') return 'comment';
  return option.startsWith('send') ? option.charAt(4).toLowerCase() + option.slice(5) : option;
}
