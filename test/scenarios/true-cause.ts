import type { Scenario } from './scenario.js';

export function isTrue({ truth }: Scenario, cause: string): boolean {
  return truth.kind === 'cause' && truth.ids.includes(cause);
}
