import type { Administration, LookUpCommand } from '../../administration/look-up.js';
import { notice, say, type Answer } from '../answer.js';
import type { Asked } from '../administrators.js';
import type { Mention } from '../input.js';
import type { Roster } from '../ports.js';
import { tidy } from '../understand.js';

export interface LookUpHandlersOptions {
  readonly administration: Administration;
  readonly roster: Roster;
}

/** Other people's devices and limit. */
export function createLookUpHandlers({ administration, roster }: LookUpHandlersOptions) {
  async function lookUp(command: LookUpCommand, asked: Asked): Promise<Answer> {
    const query = await whoIsMeant(asked);
    const found = query === undefined ? ({ kind: 'nobody' } as const) : await administration.lookUp(command, query);
    switch (found.kind) {
      case 'view':
        return say(found.view);
      case 'noName':
        return notice('commandNeedsPerson', { command });
      case 'nobody':
        return notice('nobodyFound', { query: asked.argument });
      case 'failed':
        return notice('lookUpFailed');
    }
  }

  /** A mention stands for the person the roster knows under its Teams id, never for the name it shows. */
  async function whoIsMeant({ input, argument }: Asked): Promise<string | undefined> {
    const mention: Mention | undefined = input.mentions.find(({ text }) => tidy(text) === argument);
    return mention ? roster.objectIdOf(input.conversationId, mention.teamsId) : argument;
  }

  return {
    quota: (asked: Asked) => lookUp('quota', asked),
    devices: (asked: Asked) => lookUp('devices', asked),
  };
}
