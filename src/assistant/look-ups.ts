import { judgedDevices, type Administration } from '../administration/look-up.js';
import type { Directory } from '../directory/model.js';
import { say, notice, helpActions, type Answer } from './answer.js';
import type { Input, Mention, Sender } from './input.js';
import type { Roster } from './ports.js';
import { tidy } from './understand.js';

export interface LookUpsOptions {
  readonly directory: Directory;
  readonly administration: Administration;
  readonly roster: Roster;
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<undefined>;
}

/** Milliseconds that look-ups may take together; Teams gives up after 10 to 15 s. Ours. */
const lookUpMs = 9_000;

export type LookUps = ReturnType<typeof createLookUps>;

/** One's own devices and limit, for administrators those of others; and the time that any look-up may take. */
export function createLookUps({ directory, administration, roster, pause }: LookUpsOptions) {
  /** Several look-ups in a row may each be slow: together they end before Teams gives up. */
  async function inTime(work: Promise<Answer>): Promise<Answer> {
    return (await Promise.race([work, pause(lookUpMs)])) ?? notice('lookUpFailed', {}, [helpActions.start, helpActions.toAPerson]);
  }

  async function own(from: Sender, what: 'myDevices' | 'myQuota'): Promise<Answer> {
    const evidence = await directory.evidence(from.personId);
    const devices = judgedDevices(evidence);
    const { quota } = evidence;
    return say(what === 'myQuota' ? { kind: what, quota, devices } : { kind: what, devices, complete: quota.complete });
  }

  async function person(input: Input & { kind: 'said' }, command: 'quota' | 'devices', argument: string): Promise<Answer> {
    const found = await administration.lookUp(input.from.personId, command, () => whoIsMeant(input, argument));
    switch (found.kind) {
      case 'view':
        return say(found.view);
      case 'refused':
        return notice('notAllowed');
      case 'noName':
        return notice('commandNeedsPerson', { command });
      case 'nobody':
        return notice('nobodyFound', { query: argument });
      case 'failed':
        return notice('lookUpFailed');
    }
  }

  /** A mention stands for the person the roster knows under its Teams id, never for the name it shows. */
  async function whoIsMeant(input: Input & { kind: 'said' }, argument: string): Promise<string | undefined> {
    const mention: Mention | undefined = input.mentions.find(({ text }) => tidy(text) === argument);
    return mention ? roster.objectIdOf(input.conversationId, mention.teamsId) : argument;
  }

  return {
    inTime,
    own: (from: Sender, what: 'myDevices' | 'myQuota') => inTime(own(from, what)),
    person: (input: Input & { kind: 'said' }, command: 'quota' | 'devices', argument: string) => inTime(person(input, command, argument)),
  };
}
