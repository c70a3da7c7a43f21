import type { Administration, LookedUp, LookUpCommand } from '../../administration/look-up.js';
import type { RecordLookUp } from '../../administration/record-look-up.js';
import { deviceSorts } from '../../administration/sort-devices.js';
import { maxPeopleAtOnce } from '../../limits.js';
import { objectIdIn } from '../../runtime/object-id.js';
import { notice, say, type Answer } from '../answer.js';
import type { AdminPressContext } from '../administrators.js';
import type { Asked } from '../obey.js';
import type { Roster } from '../ports.js';
import { readPeople, readPerson } from './read-people.js';

/** The buttons of its cards. @public read by `npm run indexes` */
export const presses = ['sortDevices'] as const;

export interface HandlersOptions {
  readonly administration: Administration;
  readonly roster: Roster;
  readonly recordLookUp: RecordLookUp;
}

/** Other people's devices and limit. */
export function createHandlers({ administration, roster, recordLookUp }: HandlersOptions) {
  async function answer(command: LookUpCommand, { from, argument }: Asked, found: LookedUp): Promise<Answer> {
    if ('record' in found) await recordLookUp(from.personId, `command:${command}`, found.record);
    switch (found.kind) {
      case 'view':
        return say(found.view);
      case 'noName':
        return notice('commandNeedsPerson', { command });
      case 'tooMany':
        return notice('tooManyPeople', { most: maxPeopleAtOnce });
      case 'nobody':
        return notice('nobodyFound', { query: argument });
      case 'failed':
        return notice('lookUpFailed');
    }
  }

  /** The list again, read anew: another order, another page. */
  async function sortDevices({ from, id: told }: AdminPressContext): Promise<Answer> {
    const [person, wanted, page = ''] = told.split(' ');
    const id = objectIdIn(person);
    const sort = deviceSorts.find((each) => each === wanted);
    if (id === undefined || sort === undefined || !/^\d{1,4}$/.test(page))
      return { replies: [], refusal: { key: 'notYourCard' } };
    const found = await administration.devices({ kind: 'person', id, shown: id }, { sort, page: Number(page) });
    if ('record' in found) await recordLookUp(from.personId, 'press:sortDevices', found.record);
    if (found.kind === 'view') return { replies: [], card: found.view };
    return {
      replies: [],
      refusal: found.kind === 'nobody' ? { key: 'nobodyFound', values: { query: id } } : { key: 'lookUpFailed' },
    };
  }

  async function quota(asked: Asked): Promise<Answer> {
    return answer('quota', asked, await administration.quota(await readPeople(asked, roster)));
  }

  async function devices(asked: Asked): Promise<Answer> {
    const person = await readPerson(asked, roster);
    return answer('devices', asked, await administration.devices(person, { sort: 'attention', page: 0 }));
  }

  return { commands: { quota, devices }, presses: { sortDevices } };
}
