import type { SampleTenant } from '../tenant/model.js';
import type { FaultPlan } from './fault-plan.js';
import type { Permission } from './permissions.js';

/** What answers are made from. `origin` is the root the client used, for links that lead back. */
export interface World {
  readonly tenant: SampleTenant;
  /** The tenant is another one from now on. */
  readonly change: (tenant: SampleTenant) => void;
  readonly missingPermissions: ReadonlySet<Permission>;
  readonly faults: FaultPlan;
  readonly now: () => Date;
  readonly origin: string;
  /** For this request every group is one whose membership is hidden. */
  readonly membershipHidden?: boolean;
}

/** How much of an object is shown: all, `@odata.type` and `id` alone, or nothing at all. What is hidden answers null. */
export type Visibility = 'complete' | 'limited' | 'nothing';
