import type { MissingPart } from '../../src/diagnosis/model.js';
import type { Offered } from './answer.js';
import { answersOfPeople } from './answers.js';
import { attemptDownLevel, keysLocked } from './attempt-down-level.js';
import { attemptToJoin } from './attempt-to-join.js';
import { mangle, sectionsOf } from './mangle.js';
import { printDialog } from './print-dialog.js';
import { printEvent } from './print-event.js';
import { printStatus } from './print-status.js';
import type { Person } from './scenario.js';
import { signInToken } from './sign-in-token.js';
import { isDownLevel, type State } from './state.js';
import type { Prompt, StatusOptions } from './status-options.js';

/** What the person presses at a question. `known` is false when nobody has written down how people answer it. */
export interface Choice {
  readonly optionId: string;
  readonly known: boolean;
}

/** Derives from the state what the person presses at this node; what they do not know they are not sure of. */
export function choose(
  before: State,
  person: Person,
  nodeId: string,
  offered: readonly Offered[],
  asked: readonly string[],
): Choice {
  // Who was told to ask from a plain prompt does so from then on.
  const state = asked.includes('downlevel/plain-window') ? withPlainPrompt(before) : before;
  const has = (optionId: string | undefined): optionId is string => offered.some(({ id }) => id === optionId);
  const wrong = person.wrong[nodeId];
  // A mistake is made once; asked again, people look again.
  if (has(wrong) && !asked.includes(nodeId)) return { optionId: wrong, known: true };
  const answer = answersOfPeople[nodeId];
  const truly = answer?.(state, person, offered);
  if (has(truly)) return { optionId: truly, known: true };
  const unsure = ['not-sure', 'other', 'cannot'].find(has) ?? offered.at(-1)?.id;
  if (unsure === undefined) throw new Error(`${nodeId} has no options`);
  return { optionId: unsure, known: answer !== undefined && truly === 'not-sure' };
}

function withPlainPrompt(state: State): State {
  return { ...state, pc: { ...state.pc, downLevel: { ...state.pc.downLevel, prompt: 'own' } } };
}

/** The text the person sends, or undefined when there is nothing to send. */
export function paste(state: State, person: Person, options: Omit<StatusOptions, 'prompt'>): string | undefined {
  const text = plainPaste(state, person, options);
  return text === undefined ? undefined : mangle(text, person.mangled);
}

function plainPaste(state: State, { pastes }: Person, options: Omit<StatusOptions, 'prompt'>): string | undefined {
  switch (pastes.kind) {
    case 'nothing':
      return undefined;
    case 'status': {
      const whole = printStatus(state, { ...options, prompt: pastes.prompt });
      return pastes.sections ? sectionsOf(whole, pastes.sections) : whole;
    }
    case 'code':
      return code(state);
    case 'event':
      return printEvent(state);
    case 'dialog': {
      const { dialog } = attemptDownLevel(state);
      return dialog === 'nothing' || dialog === 'programMissing' ? undefined : printDialog(dialog)[0];
    }
  }
}

function code(state: State): string | undefined {
  if (!state.tenant.registrationAllowed) return '0x801c0003';
  if (isDownLevel(state.pc)) return keysLocked(state) ? '0x8009000b' : undefined;
  const { failure } = attemptToJoin(state);
  const joined = state.pc.joined !== 'no';
  if (state.complaint === 'limitMessage') return '0x801c000e';
  return joined ? signInToken(state).failure?.status : (failure?.subCode ?? failure?.code);
}

/** The status in the other kind of prompt, when the bot says that this part is missing. */
export function pasteMissing(
  state: State,
  missing: readonly MissingPart[],
  done: ReadonlySet<Prompt>,
  options: Omit<StatusOptions, 'prompt'>,
) {
  const wanted: readonly Prompt[] = missing.flatMap((part): readonly Prompt[] => {
    if (part === 'userStateUnelevated' || part === 'signInDiagnostics') return ['unElevated'];
    return part === 'diagnosticsElevated' || part === 'deviceState' ? ['elevated'] : [];
  });
  const prompt = wanted.find((candidate) => !done.has(candidate));
  return prompt && { prompt, text: printStatus(state, { ...options, prompt }) };
}
