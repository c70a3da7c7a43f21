import type { SampleDevice } from './model.js';
import { downLevel, hybrid, joined, registered, windows } from './make-device.js';
import { people } from './people.js';

const phone = { system: 'iOS', version: '17.5.1' } as const;
const android = { system: 'Android', version: '14' } as const;

/** The devices of everybody whose list is short, told one by one. */
export function devicesOfPeople(now: Date): readonly SampleDevice[] {
  const of = (key: keyof typeof people): readonly [string] => [people[key].id];
  return [
    // Ada: every kind once. Intune names her as primary user of PC-0101; on the meeting room's tablet she is a user, not the owner.
    hybrid(now, {
      name: 'PC-0101',
      version: windows.eleven,
      owners: of('ada'),
      lastUsed: 0,
      managed: true,
      registered: 320,
    }),
    joined(now, { name: 'LAPTOP-ADA', version: windows.eleven, owners: of('ada'), lastUsed: 1, managed: true }),
    registered(now, { name: 'Ada’s iPhone', ...phone, owners: of('ada'), lastUsed: 1 }),
    downLevel(now, { name: 'PC-0044', version: windows.eightOne, owners: of('ada'), lastUsed: 6, registered: 900 }),
    registered(now, { name: 'TABLET-0003', version: windows.ten, users: of('ada'), lastUsed: 12 }),

    // Carla: her PC-0142 is among the devices without owner.
    registered(now, { name: 'Carla’s phone', ...android, owners: of('carla'), lastUsed: 2 }),

    // Dmitri
    downLevel(now, {
      name: 'PC-0188',
      version: windows.eightOne,
      owners: of('dmitri'),
      lastUsed: 35,
      registered: 700,
      enabled: false,
    }),
    registered(now, { name: 'Dmitri’s iPhone', ...phone, owners: of('dmitri'), lastUsed: 0 }),

    // Eva: without an account in the domain a PC can only join Entra itself.
    joined(now, { name: 'LAPTOP-EVA', version: windows.eleven, owners: of('eva'), lastUsed: 0, managed: true }),

    // Farid
    downLevel(now, { name: 'FAB-PC-012', version: windows.seven, owners: of('farid'), lastUsed: 4, registered: 1200 }),
    registered(now, { name: 'Farid’s phone', ...android, owners: of('farid'), lastUsed: 3 }),

    // Grace and Henry: one PC, two people, two objects.
    downLevel(now, {
      name: 'PC-0077',
      nth: 1,
      version: windows.seven,
      owners: of('grace'),
      lastUsed: 1,
      registered: 850,
    }),
    downLevel(now, {
      name: 'PC-0077',
      nth: 2,
      version: windows.seven,
      owners: of('henry'),
      lastUsed: 2,
      registered: 610,
    }),

    // Ines: two reinstallations left two objects behind.
    downLevel(now, {
      name: 'PC-0210',
      nth: 1,
      version: windows.seven,
      owners: of('ines'),
      lastUsed: 540,
      registered: 1400,
    }),
    downLevel(now, {
      name: 'PC-0210',
      nth: 2,
      version: windows.seven,
      owners: of('ines'),
      lastUsed: 130,
      registered: 530,
    }),
    downLevel(now, {
      name: 'PC-0210',
      nth: 3,
      version: windows.seven,
      owners: of('ines'),
      lastUsed: 0,
      registered: 120,
    }),

    // The two Kims
    downLevel(now, { name: 'PC-0310', version: windows.seven, owners: of('kim1'), lastUsed: 1, registered: 640 }),
    registered(now, { name: 'WORKSHOP-02', version: windows.ten, owners: of('kim2'), lastUsed: 210, registered: 1100 }),
    downLevel(now, {
      name: 'WORKSHOP-01',
      version: windows.server2008R2,
      owners: of('kim2'),
      lastUsed: 5,
      registered: 1500,
    }),

    // The helpdesk
    joined(now, { name: 'HD-LENA', version: windows.eleven, owners: of('lena'), lastUsed: 0, managed: true }),
    joined(now, { name: 'HD-MAREK', version: windows.eleven, owners: of('marek'), lastUsed: 0, managed: true }),

    // Paula: her PC still works as far as Entra knows, her account does not.
    downLevel(now, { name: 'PC-0250', version: windows.seven, owners: of('paula'), lastUsed: 60, registered: 800 }),

    // Rita: what a careless card would take for a link, a tag, a mention or a template.
    registered(now, { name: 'PC [win](http://evil) **free**', version: windows.ten, owners: of('rita'), lastUsed: 1 }),
    registered(now, {
      name: '<b>PC</b> <at>all</at> & "co"',
      version: windows.eleven,
      owners: of('rita'),
      lastUsed: 3,
    }),
    downLevel(now, {
      name: '_PC_ `7` # ${displayName}',
      version: windows.seven,
      owners: of('rita'),
      lastUsed: 2,
      registered: 500,
    }),
    registered(now, { name: "O'Brien's | PC ~~old~~", version: windows.ten, owners: of('rita'), lastUsed: 20 }),

    // Sven
    joined(now, { name: 'LAPTOP-SVEN', version: windows.eleven, owners: of('sven'), lastUsed: 0, managed: true }),

    // Tess
    downLevel(now, {
      name: 'SRV-APP-07',
      version: windows.server2012R2,
      owners: of('tess'),
      lastUsed: 1,
      registered: 1000,
    }),
    registered(now, { name: 'Tess’s phone', ...android, owners: of('tess'), lastUsed: 1 }),
  ];
}
