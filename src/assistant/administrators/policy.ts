import type { Directory } from '../../directory/model.js';
import { say, type Answer } from '../answer.js';

/** The tenant's device registration policy, about nobody in particular. */
export function createPolicyHandlers({ directory }: { readonly directory: Pick<Directory, 'policy'> }) {
  return {
    policy: async (): Promise<Answer> => say({ kind: 'policy', policy: await directory.policy() }),
  };
}
