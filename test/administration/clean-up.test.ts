import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isFinal,
  isOver,
  nextAt,
  refusalOf,
  type CleanUpAction,
  type CleanUpState,
} from '../../src/administration/clean-up/clean-up.js';
import { obstacleNow, obstacleOf } from '../../src/administration/clean-up/eligible.js';
import { aCleanUp, aDeviceDetail, anItem, everyItemState } from '../support/views-of-clean-ups.js';

const now = Date.parse('2026-05-04T09:00:00Z');
const options = { now, staleDays: 90 };
const used = (days: number) => new Date(now - days * 86_400_000).toISOString();

describe('what may be deleted', () => {
  it.each([
    [undefined, {}],
    [undefined, { trustType: 'AzureAd' as const }],
    ['kind', { trustType: 'ServerAd' as const }],
    ['kindUnknown', { trustType: undefined }],
    ['lastUseUnknown', { approximateLastSignInDateTime: undefined }],
    ['used', { approximateLastSignInDateTime: used(90) }],
    [undefined, { approximateLastSignInDateTime: used(90.001) }],
    ['used', { approximateLastSignInDateTime: used(-1) }],
    ['used', { approximateLastSignInDateTime: 'no time' }],
    ['autopilot', { physicalIds: ['[ZTDId]:1'] }],
    ['autopilotUnknown', { physicalIds: undefined }],
    ['managed', { isManaged: true }],
    ['managedUnknown', { isManaged: undefined }],
    ['synced', { synced: true }],
    ['syncedUnknown', { synced: undefined }],
    ['system', { operatingSystem: 'iOS' }],
    [undefined, { operatingSystem: 'windows' }],
    ['system', { operatingSystem: 'iOS', accountEnabled: false }],
    ['systemUnknown', { operatingSystem: undefined }],
    // Nobody is told to delete by hand what is in use, or what belongs elsewhere.
    ['used', { operatingSystem: 'iOS', approximateLastSignInDateTime: used(1) }],
    ['managed', { operatingSystem: 'iOS', isManaged: true }],
    ['kind', { operatingSystem: 'iOS', trustType: 'ServerAd' as const }],
  ])('%s: %j', (obstacle, changes) => {
    expect(obstacleOf(aDeviceDetail(changes), options)).toBe(obstacle);
  });

  it.each([
    'iOS',
    'iPadOS',
    'Android',
    'AndroidForWork',
    'macOS',
    'MacMDM',
    'Linux',
    'Windows Server',
    'WindowsPhone',
    'Unknown',
    '',
  ])('nothing of the system %j', (operatingSystem) => {
    expect(obstacleOf(aDeviceDetail({ operatingSystem }), options)).toBe('system');
  });

  it.each([
    [undefined, ['ben']],
    ['owner', ['ada']],
    ['owner', ['ben', 'ada']],
    ['owner', []],
    ['ownerUnknown', undefined],
  ])('just before it is changed, %s: owned by %j', (obstacle, owners) => {
    expect(obstacleNow(aDeviceDetail({ owners }), 'ben', options)).toBe(obstacle);
  });

  it('is never anything of which something is unknown, whatever else is so', () => {
    const detail = fc.record({
      trustType: fc.constantFrom('Workplace' as const, 'AzureAd' as const, 'ServerAd' as const, undefined),
      approximateLastSignInDateTime: fc.constantFrom(used(1), used(400), undefined),
      isManaged: fc.constantFrom(true, false, undefined),
      synced: fc.constantFrom(true, false, undefined),
      physicalIds: fc.constantFrom([], ['[ZTDId]:1'], ['[USER-GID]:1'], undefined),
      operatingSystem: fc.constantFrom('Windows', 'iOS', '', undefined),
    });
    fc.assert(
      fc.property(detail, (changes) => {
        const device = aDeviceDetail(changes);
        const allowed =
          (device.trustType === 'Workplace' || device.trustType === 'AzureAd') &&
          device.approximateLastSignInDateTime === used(400) &&
          device.isManaged === false &&
          device.synced === false &&
          device.physicalIds !== undefined &&
          !device.physicalIds.includes('[ZTDId]:1') &&
          device.operatingSystem === 'Windows';
        expect(obstacleOf(device, options) === undefined).toBe(allowed);
      }),
    );
  });
});

describe('who may do what, and when', () => {
  const inTime = now;
  const late = Date.parse('2026-05-05T09:00:00Z');
  const table: readonly (readonly [CleanUpAction, string, CleanUpState, number, string | undefined])[] = [
    ['confirm', 'ada', 'requested', inTime, undefined],
    ['confirm', 'ada', 'requested', late, 'tooLate'],
    ['confirm', 'sven', 'requested', inTime, 'ownRequest'],
    ['confirm', 'ben', 'requested', inTime, 'ownDevices'],
    ['confirm', 'ada', 'confirmed', inTime, 'decided'],
    ['confirm', 'ada', 'declined', inTime, 'decided'],
    ['confirm', 'ada', 'withdrawn', inTime, 'decided'],
    ['confirm', 'ada', 'expired', inTime, 'decided'],
    ['decline', 'ada', 'requested', inTime, undefined],
    ['decline', 'sven', 'requested', inTime, 'ownRequest'],
    ['decline', 'ben', 'requested', inTime, 'ownDevices'],
    ['withdraw', 'sven', 'requested', inTime, undefined],
    ['withdraw', 'ada', 'requested', inTime, 'notRequester'],
    ['withdraw', 'sven', 'confirmed', inTime, 'decided'],
    ['withdraw', 'sven', 'requested', late, 'tooLate'],
    ['undo', 'ada', 'requested', inTime, 'nothingToUndo'],
    ['undo', 'ben', 'confirmed', inTime, 'ownDevices'],
  ];
  it.each(table)('%s by %s of one that is %s at %i: %s', (action, actor, state, time, refusal) => {
    expect(refusalOf(aCleanUp({ state }), action, actor, time)).toBe(refusal);
  });

  it('undoing takes what is switched off and not deleted', () => {
    for (const state of everyItemState) {
      const cleanUp = aCleanUp({ state: 'confirmed', items: [anItem(state)] });
      expect(refusalOf(cleanUp, 'undo', 'sven', now)).toBe(state.kind === 'disabled' ? undefined : 'nothingToUndo');
    }
  });
});

it('what is over has nothing to do any more, and what is not has', () => {
  for (const state of everyItemState) {
    const cleanUp = aCleanUp({ state: 'confirmed', items: [anItem(state)] });
    expect(isOver(cleanUp)).toBe(isFinal(state));
    expect(nextAt(cleanUp) === undefined).toBe(isFinal(state));
  }
  expect(nextAt(aCleanUp({ state: 'expired' }))).toBeUndefined();
  expect(nextAt(aCleanUp())).toBe(Date.parse('2026-05-05T09:00:00.000Z'));
});
