import { lookUpDevice } from '../../administration/look-up-device.js';
import type { RecordLookUp } from '../../administration/record-look-up.js';
import type { Directory } from '../../directory/model.js';
import { notice, say, type Answer } from '../answer.js';
import type { Asked } from '../obey.js';

export interface HandlersOptions {
  readonly directory: Pick<Directory, 'findDevices' | 'namesLike'>;
  readonly recordLookUp: RecordLookUp;
}

/** Devices by name or id, whoever they belong to. */
export function createHandlers({ directory, recordLookUp }: HandlersOptions) {
  async function device({ from, argument }: Asked): Promise<Answer> {
    const found = await lookUpDevice(argument, directory);
    if ('record' in found) await recordLookUp(from.personId, 'command:device', found.record);
    if (found.kind === 'view') return say(found.view);
    return notice(found.kind === 'failed' ? 'lookUpFailed' : 'commandNeedsDevice');
  }

  return { commands: { device }, presses: {} };
}
