import type { SampleGroup } from './model.js';
import { people } from './people.js';

export const helpdeskGroupId = 'd1773781-5438-45b5-87bd-a21c604af42a';
export const adminGroupId = '84d0c3f0-b2e7-4ae0-aee4-5145f585675f';
const secondLineGroupId = 'aa5bf365-1867-4db7-9c80-f9be67fd4c1e';

/** Marek is in the helpdesk only through the group inside it. */
export const groups: readonly SampleGroup[] = [
  { id: helpdeskGroupId, displayName: 'IT Helpdesk', members: [people.ada.id, people.lena.id, secondLineGroupId] },
  { id: secondLineGroupId, displayName: 'IT Helpdesk second line', members: [people.marek.id] },
  { id: adminGroupId, displayName: 'Device administrators', members: [people.ada.id, people.sven.id] },
];
