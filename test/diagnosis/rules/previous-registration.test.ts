import { describe, expect, it } from 'vitest';
import {
  code,
  domainOnly,
  event,
  findingOf,
  hybrid,
  judge,
  lead,
  ofStatus,
  statusReading,
  tests,
  told,
} from './judging.js';

function attempt(
  phase: string,
  client: string,
  server: readonly [code?: string | undefined, words?: string] = [],
): string {
  const lines = [
    'Previous Registration : 2026-05-04 07:03:20.000 UTC',
    `Error Phase : ${phase}`,
    `Client ErrorCode : ${client}`,
  ];
  if (server[0] !== undefined) lines.push(`Server ErrorCode : ${server[0]}`);
  if (server[1] !== undefined) lines.push(`Server Message : ${server[1]}`);
  return lines.join('\n');
}

describe('0x801c03f2', () => {
  const said = (words: string): string => {
    const found = lead(ofStatus(domainOnly, tests(), attempt('join', '0x801c03f2', ['DirectoryError', words])));
    return `${found?.id} ${found?.sure}`;
  };

  it.each([
    ['The device object by the given id (8f1c8f0e-0000-4000-8000-000000000001) is not found.', 'not-synced likely'],
    ['The request is throttled. Retry after 300 seconds.', 'too-many-attempts likely'],
    ['AADSTS90002: Tenant 8f1c8f0e-0000-4000-8000-000000000002 not found.', 'join-wrong-tenant likely'],
    ["The verification of the target computer's SID has failed.", 'certificate-mismatch likely'],
    ['Something that nobody has seen.', 'not-synced possible'],
  ])('with the words "%s": %s', (words, expected) => {
    expect(said(words)).toBe(expected);
  });

  it('without words is only a possibility', () => {
    expect(told(ofStatus(domainOnly, tests(), attempt('join', '0x801c03f2')))[0]).toBe('not-synced blocks possible');
  });
});

describe('a join that failed', () => {
  it.each([
    ['0x801c0002', 'AuthenticationError', 'certificate-mismatch'],
    ['0x801c0006', 'InternalError', 'join-service-fault'],
    ['0x80290407', undefined, 'tpm-fault'],
    ['0x80090031', undefined, 'tpm-locked'],
    ['0x80090016', undefined, 'join-keys-lost'],
    ['0x80072efe', undefined, 'join-connection'],
    ['0x801c000e', undefined, 'device-limit-not-hybrid'],
  ])('%s (%s): %s', (client, server, id) => {
    expect(lead(ofStatus(domainOnly, tests(), attempt('join', client, [server])))?.id).toBe(id);
  });

  it('for 0x801c001d, where the connection point was read, waits for the domain controllers', () => {
    expect(told(ofStatus(domainOnly, tests(), attempt('join', '0x801c001d')))[0]).toBe('ad-replication blocks likely');
    expect(told(ofStatus(domainOnly, attempt('join', '0x801c001d')))[0]).toBe('scp-unreadable blocks likely');
  });

  it('with an unknown code is unknown, and the code is said to be', () => {
    const diagnosis = ofStatus(domainOnly, tests(), attempt('join', '0x801c9abc'));
    expect(told(diagnosis)).toEqual([
      'join-failed-unknown blocks possible',
      'domain-joined-only note certain',
      'unknown-code note certain',
    ]);
    expect(findingOf(diagnosis, 'unknown-code')?.code).toBe('0x801c9abc');
  });

  it('proves its phase', () => {
    expect(ofStatus(domainOnly, tests(), attempt('join', '0x801c03f2')).proves).toContainEqual({
      fact: 'failedPhase',
      value: 'join',
      line: 'Error Phase : join',
    });
  });
});

describe('an attempt before the tests', () => {
  it('counts less when its phase passes by now', () => {
    const diagnosis = ofStatus(domainOnly, tests(), attempt('discover', '0x801c0021'));
    expect(told(diagnosis)).toEqual([
      'discovery-failed blocks possible',
      'domain-joined-only note certain',
      'previous-attempt-old note likely',
    ]);
    expect(diagnosis.proves.some(({ fact }) => fact === 'failedPhase')).toBe(false);
  });

  it('keeps its weight when the tests ran as the person, for whom the way may be open', () => {
    expect(told(ofStatus(domainOnly, tests({}, 'UN-ELEVATED User'), attempt('discover', '0x801c001f')))[0]).toBe(
      'discovery-timeout blocks likely',
    );
  });

  it('gives way to a test that fails now', () => {
    const lines = [tests({ 'DRS Discovery Test': 'FAIL [0x801c0021/0x80072ee7]' }), attempt('pre-check', '0x801c001d')];
    expect(told(ofStatus(domainOnly, ...lines))[0]).toBe('discovery-name-not-resolved blocks likely');
    expect(findingOf(ofStatus(domainOnly, ...lines), 'scp-unreadable')).toBeUndefined();
  });

  it('says the same as the test it agrees with, once', () => {
    const diagnosis = ofStatus(
      domainOnly,
      tests({ 'AD Configuration Test': 'FAIL [0x80070002]' }),
      attempt('discover', '0x801c001d'),
    );
    expect(told(diagnosis)).toEqual(['scp-missing blocks certain', 'domain-joined-only note certain']);
    expect(lead(diagnosis)?.evidence).toHaveLength(3);
  });

  it('is behind a PC that has joined', () => {
    expect(told(ofStatus(hybrid, attempt('join', '0x801c03f2')))).toEqual([
      'hybrid-joined healthy certain',
      'previous-attempt-old note likely',
    ]);
  });

  it('with event 220 and 1312 or 1317 comes from the directory servers', () => {
    const events = [event('userDeviceRegistration', 220, 'Exit code: 1317', [code('1317')])];
    const diagnosis = judge({
      ...statusReading(
        domainOnly,
        tests({
          'AD Configuration Test': 'SKIPPED',
          'DRS Discovery Test': 'SKIPPED',
          'DRS Connectivity Test': 'SKIPPED',
        }),
        attempt('discover', '0x801c001d'),
      ),
      events,
    });
    expect(told(diagnosis).slice(0, 2)).toEqual(['ad-replication blocks likely', 'scp-unreadable follows likely']);
  });
});
