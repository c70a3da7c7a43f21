import type { DeviceChanges } from '../../directory/change-devices.js';
import type { Message } from '../../helpdesk/ports.js';
import type { CleanUp, Item } from './clean-up.js';
import type { CleanUps } from './ports.js';

export interface WorkCleanUpsOptions {
  readonly cleanUps: CleanUps;
  readonly changes: DeviceChanges;
  /** False: nothing is written to the directory, whatever was confirmed before. */
  readonly allowed: boolean;
  readonly staleDays: number;
  /** Days between disabling and deleting. */
  readonly deleteAfterDays: number;
  /** What tells the owner that a device was disabled; nothing for somebody who does not want to hear. */
  readonly toldOwner: (cleanUp: CleanUp, item: Item) => Promise<readonly Message[]>;
  readonly wakeOutbox: () => void;
  /** Epoch ms. */
  readonly now: () => number;
}
