import { describe, expect, it } from 'vitest';
import { combine } from '../../src/diagnosis/combine.js';
import type { Diagnosis, PcInDirectory, PcObject } from '../../src/diagnosis/model.js';
import {
  code,
  domainOnly,
  event,
  findingOf,
  hybrid,
  ofCodes,
  ofEvents,
  ofStatus,
  tests,
  told,
  unElevated,
} from './rules/judging.js';

const tenant = 'TenantId : 5b1f0c9e-6a2d-4d3e-9b77-0f2f6c1d8e41';
const named = 'Device Name : LAP-3381';
const notFound =
  'Error Phase : join\nClient ErrorCode : 0x801c03f2\nServer ErrorCode : DirectoryError\nServer Message : The device object by the given id (1) is not found.';

const object = (more: Partial<PcObject> = {}): PcObject => ({
  trustType: 'ServerAd',
  enabled: true,
  pending: false,
  registeredAt: '2026-02-11T07:41:10.000Z',
  stale: false,
  sameDeviceId: false,
  ...more,
});
const byName = (...objects: readonly PcObject[]): PcInDirectory => ({
  kind: 'answered',
  byDeviceId: false,
  byName: true,
  objects,
});
const byDeviceId = (...objects: readonly PcObject[]): PcInDirectory => ({
  kind: 'answered',
  byDeviceId: true,
  byName: true,
  objects,
});
const nothingPasted: Diagnosis = { kinds: [], findings: [], proves: [], missing: [], pc: { name: 'LAP-3381' } };

const notSynced = ofStatus(domainOnly, named, tests(), notFound);
const joined = ofStatus(hybrid, named, tenant, unElevated);

describe('what the directory does not say', () => {
  it.each([
    { kind: 'unknown', reason: 'timeout' },
    { kind: 'notAsked', reason: 'tooManyNames' },
    { kind: 'notAsked', reason: 'nothingToAskBy' },
  ] as const)('changes nothing: %o', (answer) => {
    expect(combine(notSynced, answer)).toEqual({ diagnosis: notSynced, pcEntry: undefined });
  });

  it.each([{ enabled: undefined }, { pending: undefined }])(
    'concludes nothing from an object of which it is not known: %o',
    (more) => {
      expect(combine(joined, byDeviceId(object({ sameDeviceId: true, ...more })))).toEqual({
        diagnosis: joined,
        pcEntry: undefined,
      });
      expect(combine(notSynced, byName(object(more))).diagnosis).toEqual(notSynced);
    },
  );

  it('concludes nothing from several objects of one name that differ', () => {
    expect(combine(notSynced, byName(object(), object({ pending: true })))).toEqual({
      diagnosis: notSynced,
      pcEntry: undefined,
    });
  });

  it('of another tenant leaves the paste’s own findings, and says so', () => {
    const { diagnosis, pcEntry } = combine(notSynced, { kind: 'notAsked', reason: 'otherTenant' });
    expect(told(diagnosis)).toEqual([...told(notSynced), 'other-tenant note certain']);
    expect(pcEntry).toBeUndefined();
  });
});

describe('a PC that the service did not find', () => {
  it('and of which there is no object is not synced, likely: its name may be another', () => {
    const { diagnosis, pcEntry } = combine(notSynced, byName());
    expect(told(diagnosis)[0]).toBe('not-synced blocks likely');
    expect(pcEntry).toBe('missing');
    expect(diagnosis.findings[0]?.evidence).toContainEqual({ from: 'directory', fact: 'pcEntry', value: 'missing' });
  });

  it('and that has a Pending object has only to run its task', () => {
    const { diagnosis, pcEntry } = combine(notSynced, byName(object({ pending: true, registeredAt: undefined })));
    expect(told(diagnosis)[0]).toBe('join-pending blocks likely');
    expect(findingOf(diagnosis, 'not-synced')).toBeUndefined();
    expect(pcEntry).toBe('pending');
  });

  it('and that was registered after the paste was made has joined since', () => {
    const { diagnosis, pcEntry } = combine(notSynced, byName(object({ registeredAt: '2026-05-04T07:30:00.000Z' })));
    expect(told(diagnosis)).toEqual(['paste-is-old healthy likely', 'previous-attempt-old note likely']);
    expect(diagnosis.missing).toEqual([]);
    expect(pcEntry).toBe('ready');
  });

  it('and that was registered before is no newer, only known by name', () => {
    expect(told(combine(notSynced, byName(object())).diagnosis)[0]).toBe('not-synced blocks likely');
  });

  it.each(['Workplace', 'AzureAd'] as const)(
    'and of which there is only a %s object is still not synced',
    (trustType) => {
      const { diagnosis, pcEntry } = combine(notSynced, byName(object({ trustType })));
      expect(told(diagnosis)[0]).toBe('not-synced blocks likely');
      expect(pcEntry).toBe('registeredOnly');
    },
  );

  it('by a code without words is not synced more likely when there is no object', () => {
    const bare = ofCodes(code('0x801c03f2'));
    expect(told(bare)).toEqual(['not-synced blocks possible']);
    expect(told(combine(bare, byName()).diagnosis)).toEqual(['not-synced blocks likely']);
    expect(
      told(
        combine(
          ofEvents(event('userDeviceRegistration', 304, '', [code('0x801c03f2', 'join')])),
          byName(object({ pending: true })),
        ).diagnosis,
      ),
    ).toEqual(['join-pending blocks likely']);
  });
});

describe('a PC in the domain that has not joined', () => {
  it('and has no object may not be synced', () => {
    expect(told(combine(ofStatus(domainOnly, named), byName()).diagnosis)[0]).toBe('not-synced blocks possible');
  });

  it('and reports a fault of its own fails for that, whether it has an object or not', () => {
    const chip = ofStatus(domainOnly, named, tests(), 'Error Phase : join\nClient ErrorCode : 0x80090016');
    expect(told(chip)[0]).toBe('join-keys-lost blocks possible');
    expect(told(combine(chip, byName()).diagnosis)).toEqual(told(chip));
  });

  it('keeps what blocks it earlier, and a Pending object follows from that', () => {
    const scp = ofStatus(domainOnly, named, tests({ 'AD Configuration Test': 'FAIL [0x80070002]' }));
    expect(told(combine(scp, byName()).diagnosis)).toEqual(told(scp));
    expect(told(combine(scp, byName(object({ pending: true }))).diagnosis).slice(0, 2)).toEqual([
      'scp-missing blocks certain',
      'join-pending follows likely',
    ]);
  });
});

describe('a PC that says it has joined', () => {
  it('and whose DeviceId was asked for twice in vain was removed, for certain', () => {
    const { diagnosis, pcEntry } = combine(joined, byDeviceId());
    expect(told(diagnosis)[0]).toBe('device-removed blocks certain');
    expect(diagnosis.missing).toEqual([]);
    expect(pcEntry).toBe('missing');
  });

  it('and does not say in which tenant may be in order in another one', () => {
    expect(told(combine(ofStatus(hybrid, named), byDeviceId()).diagnosis)[0]).toBe('device-removed blocks likely');
  });

  it('and was looked for by name only is never removed for certain', () => {
    expect(told(combine(joined, byName()).diagnosis)[0]).toBe('device-removed blocks possible');
  });

  it('and whose object is disabled is disabled, for certain by its DeviceId', () => {
    const failed = ofStatus(hybrid, named, tenant, 'DeviceAuthStatus : FAILED. Device is either disabled or deleted');
    const { diagnosis, pcEntry } = combine(failed, byDeviceId(object({ enabled: false, sameDeviceId: true })));
    expect(told(diagnosis)).toEqual(['device-disabled blocks certain', 'hybrid-joined healthy certain']);
    expect(diagnosis.findings[0]?.evidence).toEqual([
      { from: 'paste', line: 'DeviceAuthStatus : FAILED. Device is either disabled or deleted' },
      { from: 'directory', fact: 'pcEntry', value: 'disabled' },
    ]);
    expect(pcEntry).toBe('disabled');
    expect(told(combine(joined, byName(object({ enabled: false }))).diagnosis)[0]).toBe(
      'device-disabled blocks likely',
    );
  });

  it('and whose object is Pending again is known by a new object only', () => {
    const { diagnosis, pcEntry } = combine(
      joined,
      byDeviceId(object({ pending: true, registeredAt: undefined, sameDeviceId: true })),
    );
    expect(told(diagnosis)[0]).toBe('device-removed blocks likely');
    expect(pcEntry).toBe('pending');
  });

  it('and is in order there now was copied before that', () => {
    const failed = ofStatus(hybrid, named, tenant, 'DeviceAuthStatus : FAILED. Device is either disabled or deleted');
    expect(told(combine(failed, byDeviceId(object({ sameDeviceId: true }))).diagnosis)[0]).toBe(
      'paste-is-old healthy likely',
    );
  });

  it('and is in order there stays as it is', () => {
    expect(combine(joined, byDeviceId(object({ sameDeviceId: true })))).toEqual({
      diagnosis: joined,
      pcEntry: 'ready',
    });
  });

  it('is no longer "nothing wrong" once it was removed', () => {
    const healthy = ofStatus(
      hybrid,
      tenant,
      'DeviceAuthStatus : SUCCESS',
      'WorkplaceJoined : NO',
      'AzureAdPrt : YES',
      unElevated,
    );
    expect(told(healthy)).toEqual(['hybrid-healthy healthy likely']);
    expect(told(combine(healthy, byDeviceId()).diagnosis)).toEqual(['device-removed blocks certain']);
  });
});

describe('a name alone', () => {
  it.each([
    [byName(object({ pending: true })), 'pending', ['join-pending blocks likely']],
    [byName(object({ enabled: false })), 'disabled', ['device-disabled blocks likely']],
    [byName(object()), 'ready', []],
    [byName(), 'missing', ['not-synced note possible']],
    [byName(object({ trustType: 'Workplace' })), 'registeredOnly', ['not-synced note possible']],
    [byName(object({ trustType: undefined })), undefined, []],
  ])('%#', (answer, entry, expected) => {
    const { diagnosis, pcEntry } = combine(nothingPasted, answer);
    expect(pcEntry).toBe(entry);
    expect(told(diagnosis)).toEqual(expected);
  });
});

describe('what else the directory knows of the PC', () => {
  it('is told of the PC of the DeviceId', () => {
    const answer = byDeviceId(object({ sameDeviceId: true, stale: true }), object({ trustType: 'Workplace' }));
    expect(told(combine(joined, answer).diagnosis)).toEqual([
      ...told(joined),
      'directory-stale note likely',
      'directory-duplicate note likely',
    ]);
  });

  it('is not told of whatever PC has that name', () => {
    expect(
      told(combine(nothingPasted, byName(object({ stale: true }), object({ trustType: 'Workplace' }))).diagnosis),
    ).toEqual([]);
  });
});
