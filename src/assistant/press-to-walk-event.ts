import { redact } from '../diagnosis/redact.js';
import { formLengths, lookAgainMs } from '../limits.js';
import { isFactName } from '../troubleshooting/session-facts.js';
import type { HandOverForm, Session, TypedField } from '../troubleshooting/session.js';
import type { WalkPress } from './input.js';
import { redactTyped } from './redact-typed.js';
import type { UntimedWalkEvent } from './walks.js';

const plain = ['fixed', 'notFixed', 'understood', 'talkToAPerson', 'dispute', 'edit'] as const;

/** What a button of a walk means; undefined for an option that no card of ours has. */
export function pressToWalkEvent(
  { option, inputs }: WalkPress,
  { form: before, place }: Session,
  now: Date,
): UntimedWalkEvent | undefined {
  const simple = plain.find((kind) => kind === option);
  if (simple) return { kind: simple };
  // Without the toggle there is nothing to leave out.
  if (option === 'send')
    return {
      kind: 'send',
      ...(inputs['withPaste'] !== undefined && { leaveOutPaste: inputs['withPaste'] === 'false' }),
    };
  if (option === 'back' || option === 'startOver') return { kind: option, form: readForm(inputs, before) };
  if (option === 'lookAgain') return { kind: 'lookAgain', dueAt: new Date(now.getTime() + lookAgainMs).toISOString() };
  // The hand-over node's one button opens the same form as "Talk to a person".
  if (option === 'handOver') return { kind: 'talkToAPerson' };
  if (option === 'review') return { kind: 'review', form: readForm(inputs, before) };
  const rating = /^rate([1-5])$/.exec(option)?.[1];
  if (rating !== undefined) return { kind: 'rate', rating: Number(rating) };
  const [prefix, rest] = splitOnce(option);
  if (option === 'dispute:reading') return { kind: 'disputeReading' };
  if (prefix === 'enter' && place.kind === 'offering') return { kind: 'enter', nodeId: rest };
  if (prefix === 'dispute' && isFactName(rest)) return { kind: 'disputeFact', fact: rest };
  return prefix === 'choose' && rest !== '' ? { kind: 'choose', optionId: rest } : undefined;
}

function splitOnce(option: string): readonly [string, string] {
  const colon = option.indexOf(':');
  return colon < 0 ? [option, ''] : [option.slice(0, colon), option.slice(colon + 1)];
}

/** Inputs that are not on the card keep what was typed before; too long ones are cut to what the card allows. */
function readForm(inputs: Readonly<Record<string, string>>, before: HandOverForm): HandOverForm {
  const read = (name: TypedField) => (inputs[name] ?? before[name]).slice(0, formLengths[name]);
  const urgent = inputs['urgent'] === undefined ? before.urgent : inputs['urgent'] === 'true';
  return {
    note: redactTyped(read('note')),
    phone: read('phone'),
    pcName: read('pcName'),
    otherPerson: read('otherPerson'),
    seen: redact(read('seen')),
    ...(urgent !== undefined && { urgent }),
  };
}
