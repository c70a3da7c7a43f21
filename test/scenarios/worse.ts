import type { Scenario } from './scenario.js';
import type { Differences } from './state.js';

/** What makes a scenario harder: more differences, another person, trouble with Graph. What is not said stays as it was. */
export type Worse = Partial<Omit<Scenario, 'state'>> & {
  readonly id: string;
  readonly title: string;
  readonly harder: NonNullable<Scenario['harder']>;
  readonly also?: Differences;
};

export function worse(scenarios: readonly Scenario[], baseId: string, { also = {}, ...more }: Worse): Scenario {
  const base = scenarios.find(({ id }) => id === baseId);
  if (!base) throw new Error(`No scenario is called ${baseId}`);
  return { ...base, ...more, state: both(base.state, also) };
}

function both(first: Differences, second: Differences): Differences {
  const complaint = second.complaint ?? first.complaint;
  return {
    pc: {
      ...first.pc,
      ...second.pc,
      asSystem: { ...first.pc?.asSystem, ...second.pc?.asSystem },
      asUser: { ...first.pc?.asUser, ...second.pc?.asUser },
      downLevel: { ...first.pc?.downLevel, ...second.pc?.downLevel },
    },
    account: { ...first.account, ...second.account },
    tenant: { ...first.tenant, ...second.tenant },
    ...(complaint !== undefined && { complaint }),
  };
}
