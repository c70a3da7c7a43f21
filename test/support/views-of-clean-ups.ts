import { obstacles } from '../../src/administration/clean-up/eligible.js';
import type { CleanUp, Item, ItemState, Named } from '../../src/administration/clean-up/clean-up.js';
import type { CleanUpPickView, CleanUpRemark, CleanUpView } from '../../src/administration/clean-up/views.js';
import type { DeviceDetail } from '../../src/directory/change-devices.js';

const at = '2026-05-04T09:00:00.000Z';
const deleteAt = '2026-05-18T09:00:00.000Z';
const sven: Named = { id: 'sven', name: "Sven O'Brien" };
const ada: Named = { id: 'ada', name: 'Ada Lindqvist' };
const ben: Named = { id: 'ben', name: '[Ben](http://evil)' };

export function aDeviceDetail(changes: Partial<DeviceDetail> = {}): DeviceDetail {
  return {
    id: 'device-1',
    displayName: 'TEST-VM-1',
    trustType: 'Workplace',
    operatingSystem: 'Windows',
    accountEnabled: true,
    approximateLastSignInDateTime: '2025-05-04T09:00:00Z',
    isManaged: false,
    synced: false,
    physicalIds: [],
    owners: ['ben'],
    ...changes,
  };
}

export function anItem(state: ItemState = { kind: 'waiting' }, changes: Partial<Item> = {}): Item {
  return { id: `device-${state.kind}`, name: 'TEST-VM-1', lastUse: '2025-05-04T09:00:00Z', state, ...changes };
}

export function aCleanUp(changes: Partial<CleanUp> = {}): CleanUp {
  return {
    number: 7,
    person: ben,
    requestedBy: sven,
    requestedAt: at,
    expiresAt: '2026-05-05T09:00:00.000Z',
    state: 'requested',
    audience: ['sven', 'ada'],
    items: [anItem()],
    ...changes,
  };
}

export const everyItemState: readonly ItemState[] = [
  { kind: 'waiting' },
  { kind: 'disabling', since: at },
  { kind: 'disabling', since: at, problem: 'forbidden' },
  { kind: 'disabled', at, deleteAt, already: false },
  { kind: 'disabled', at, deleteAt, already: true },
  { kind: 'deleting', since: at, at, deleteAt, already: false, problem: 'busy' },
  { kind: 'enabling', since: at, at, deleteAt, already: false, by: ada },
  { kind: 'deleted', at },
  { kind: 'undone', at, by: ada },
  ...obstacles.map((why): ItemState => ({ kind: 'skipped', at, why, wasDisabled: true })),
  { kind: 'failed', at, code: '[x](http://evil)', wasDisabled: true },
];

const remarks: readonly CleanUpRemark[] = [
  'ownRequest',
  'ownDevices',
  'notRequester',
  'tooLate',
  'decided',
  'nothingToUndo',
  'requesterIsNone',
  'nothingPicked',
  'notEligible',
  'tooMany',
  'notKnown',
  'undoLater',
];
const shown = (cleanUp: CleanUp, viewerId: string, more: Partial<CleanUpView> = {}): CleanUpView => ({
  kind: 'cleanUp',
  cleanUp,
  viewerId,
  deleteAfterDays: 14,
  ...more,
});
const confirmed = aCleanUp({
  state: 'confirmed',
  decidedBy: ada,
  decidedAt: at,
  items: everyItemState.map((state, index) =>
    anItem(state, {
      id: `device-${index}`,
      lastUse: index === 1 ? '' : at,
      name: index === 2 ? '' : `<b>PC</b> ${index}`,
    }),
  ),
});
const pick: CleanUpPickView = {
  kind: 'cleanUpPick',
  person: ben,
  candidates: [],
  open: [],
  staleDays: 90,
  deleteAfterDays: 14,
};

export const viewsOfCleanUps: {
  readonly cleanUp: readonly CleanUpView[];
  readonly cleanUpPick: readonly CleanUpPickView[];
} = {
  cleanUp: [
    shown(aCleanUp(), 'sven', { othersTold: 0 }),
    shown(aCleanUp(), 'sven', { othersTold: 3 }),
    shown(aCleanUp({ requestedBy: { id: 'sven', name: '' } }), 'ada'),
    shown(aCleanUp(), 'ben'),
    shown(confirmed, 'ada'),
    shown(confirmed, 'ben'),
    ...(['declined', 'withdrawn', 'expired'] as const).map((state) =>
      shown(aCleanUp({ state, decidedBy: ada }), 'ada'),
    ),
    ...remarks.map((remark) => shown(aCleanUp(), 'ada', { remark })),
  ],
  cleanUpPick: [
    pick,
    {
      ...pick,
      candidates: [
        { device: aDeviceDetail(), obstacle: undefined },
        {
          device: aDeviceDetail({ id: 'device-2', trustType: 'AzureAd', displayName: '**bold**' }),
          obstacle: undefined,
        },
        ...obstacles.map((obstacle, index) => ({
          device: aDeviceDetail({ id: `other-${index}`, displayName: '[x](http://evil)' }),
          obstacle,
        })),
      ],
      open: [aCleanUp()],
      remark: 'nothingPicked',
    },
    {
      ...pick,
      candidates: Array.from({ length: 300 }, (_, index) => ({
        device: aDeviceDetail({ id: `device-${index}` }),
        obstacle: index % 2 ? undefined : 'used',
      })),
    },
  ],
};
