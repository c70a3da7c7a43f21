import type { Directory } from '../../directory/model.js';
import { say, type Answer } from '../answer.js';

export interface HandlersOptions {
  readonly directory: Pick<Directory, 'policy'>;
}

/** The tenant's device registration policy, about nobody in particular. */
export function createHandlers({ directory }: HandlersOptions) {
  const policy = async (): Promise<Answer> => say({ kind: 'policy', policy: await directory.policy() });
  return { commands: { policy }, presses: {} };
}
