import type { Gate } from '../administration/gate.js';
import type { Helpdesk } from '../helpdesk/helpdesk.js';
import { withTimeout, type Pause } from '../runtime/with-timeout.js';
import { say, type Answer } from './answer.js';
import { commands } from './commands.js';
import type { Asked } from './obey.js';

export interface HelpOptions {
  readonly gate: Pick<Gate, 'isAdministrator'>;
  readonly helpdesk: Pick<Helpdesk, 'membershipOf'>;
  readonly pause: Pause;
}

/** How long `help` waits to learn whether the person is an administrator or of the helpdesk, in milliseconds. */
const helpWaitMs = 1_500;

/** The commands that somebody may use, with what each is for. */
export function createHelp({ gate, helpdesk, pause }: HelpOptions) {
  return async function help({ from, locale }: Asked): Promise<Answer> {
    const [administrator, helper] = await Promise.all([
      soon(gate.isAdministrator(from.personId).then((member) => member.known && member.value)),
      soon(helpdesk.membershipOf(from.personId).then((membership) => membership === 'member')),
    ]);
    const lines = commands
      .filter(({ who }) => who === 'everyone' || (who === 'administrators' ? administrator : helper))
      .map(({ words, local, argument, help: key }) => ({
        words: [local?.[locale] ?? words[0], argument].filter((part) => part !== undefined).join(' '),
        key,
      }));
    return say({ kind: 'help', commands: lines });
  };

  /** Who cannot be asked about now is taken for anybody. */
  function soon(work: Promise<boolean>): Promise<boolean> {
    return withTimeout(work, helpWaitMs, { pause, late: () => false });
  }
}
