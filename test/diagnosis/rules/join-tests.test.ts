import { describe, expect, it } from 'vitest';
import { domainOnly, event, code, findingOf, judge, lead, ofStatus, statusReading, tests, told } from './judging.js';

const failing = (test: string, result: string): string =>
  `${lead(ofStatus(domainOnly, tests({ [test]: result })))?.id}`;

describe('a test that fails', () => {
  it.each([
    ['AD Connectivity Test', 'FAIL [0x54b]', 'no-domain-controller'],
    ['AD Connectivity Test', 'FAIL [0x0000054b]', 'no-domain-controller'],
    ['AD Configuration Test', 'FAIL [0x80070002]', 'scp-missing'],
    ['AD Configuration Test', 'FAIL [0x801c001d]', 'scp-unreadable'],
    ['DRS Discovery Test', 'FAIL [0x801c0021/0x801c000c]', 'discovery-failed'],
    ['DRS Discovery Test', 'FAIL [0x801c0021/0x80072ee2]', 'discovery-timeout'],
    ['DRS Discovery Test', 'FAIL [0x801c0021/0x80072efd]', 'discovery-no-connection'],
    ['DRS Discovery Test', 'FAIL [0x801c0021/0x80072ee7]', 'discovery-name-not-resolved'],
    ['DRS Discovery Test', 'FAIL [0x801c0021/0x80072f8f]', 'discovery-altered'],
    ['DRS Discovery Test', 'FAIL [0x801c0021/0x8007000d]', 'discovery-proxy-page'],
    ['DRS Discovery Test', 'FAIL [0x801c003a]', 'wrong-tenant'],
    ['DRS Discovery Test', 'FAIL [0x801c003d]', 'realm-discovery-failed'],
    ['DRS Connectivity Test', 'FAIL [0x80072efd]', 'registration-service-unreachable'],
    ['DRS Connectivity Test', 'FAIL [0x80072ee7]', 'discovery-name-not-resolved'],
    ['Token acquisition Test', 'FAIL [0xcaa90023]', 'federation-endpoints-off'],
    ['Token acquisition Test', 'FAIL [0xcaa82ee2]', 'sign-in-unreachable'],
    ['Token acquisition Test', 'FAIL [0xcaa82f8f]', 'sign-in-altered'],
  ])('%s %s: %s', (test, result, id) => {
    expect(failing(test, result)).toBe(id);
  });

  it('is certain only where nothing else could be meant', () => {
    expect(lead(ofStatus(domainOnly, tests({ 'AD Configuration Test': 'FAIL [0x80070002]' })))?.sure).toBe('certain');
    expect(lead(ofStatus(domainOnly, tests({ 'DRS Discovery Test': 'FAIL [0x801c0021/0x80072ee7]' })))?.sure).toBe(
      'likely',
    );
  });

  it('with an unknown reason is named by its test, and the code as unknown', () => {
    const diagnosis = ofStatus(domainOnly, tests({ 'Token acquisition Test': 'FAIL [0xcaa99999]' }));
    expect(lead(diagnosis)?.id).toBe('token-failed');
    expect(findingOf(diagnosis, 'unknown-code')?.code).toBe('0xcaa99999');
  });

  it('proves the phase', () => {
    const { proves } = ofStatus(domainOnly, tests({ 'DRS Discovery Test': 'FAIL [0x801c0021]' }));
    expect(proves).toContainEqual({
      fact: 'failedPhase',
      value: 'discover',
      line: 'DRS Discovery Test : FAIL [0x801c0021]',
    });
  });

  it('needs nothing more to be pasted', () => {
    expect(
      ofStatus(domainOnly, tests({ 'DRS Discovery Test': 'FAIL [0x801c0021/0x80072ee7]' }, 'UN-ELEVATED User')).missing,
    ).toEqual([]);
  });
});

describe('two faults', () => {
  it('are named in the order of the phases', () => {
    const lines = tests({
      'DRS Discovery Test': 'FAIL [0x801c0021/0x80072ee2]',
      'Token acquisition Test': 'FAIL [0xcaa90023]',
    });
    expect(told(ofStatus(domainOnly, lines)).slice(0, 2)).toEqual([
      'discovery-timeout blocks likely',
      'federation-endpoints-off blocks likely',
    ]);
  });

  it('where no domain controller is reached, what is read from there only follows', () => {
    const lines = tests({ 'AD Connectivity Test': 'FAIL [0x54b]', 'AD Configuration Test': 'FAIL [0x80070002]' });
    expect(told(ofStatus(domainOnly, lines)).slice(0, 2)).toEqual([
      'no-domain-controller blocks certain',
      'scp-missing follows possible',
    ]);
  });
});

describe('a missing ticket', () => {
  it('stops nothing while another way is open', () => {
    expect(
      findingOf(ofStatus(domainOnly, tests({ 'Kerberos Ticket Test': 'FAIL [0x80090303]' })), 'kerberos-join')?.role,
    ).toBe('note');
  });

  it('blocks where it is the only way', () => {
    const lines = tests({
      'Kerberos Ticket Test': 'FAIL [0x80090311]',
      'Token acquisition Test': 'SKIPPED',
      'Fallback to Sync-Join': 'DISABLED',
    });
    expect(lead(ofStatus(domainOnly, lines))).toMatchObject({ id: 'kerberos-join', role: 'blocks' });
  });
});

describe('tests that all pass', () => {
  it('un-elevated are not those of the PC itself: the elevated ones are asked for', () => {
    const diagnosis = ofStatus(domainOnly, tests({}, 'UN-ELEVATED User'));
    expect(told(diagnosis)).toEqual(['domain-joined-only note certain']);
    expect(diagnosis.missing).toEqual(['diagnosticsElevated']);
  });

  it('as SYSTEM leave nothing to ask for', () => {
    expect(ofStatus(domainOnly, tests()).missing).toEqual([]);
  });

  it('make an older log entry of their phase a mere possibility', () => {
    const events = [event('userDeviceRegistration', 201, 'failed', [code('0x80072ee2')])];
    expect(told(judge({ ...statusReading(domainOnly, tests()), events }))[0]).toBe('discovery-timeout blocks possible');
  });

  it('but for one make it history', () => {
    const events = [event('userDeviceRegistration', 201, 'failed', [code('0x80072ee2')])];
    const diagnosis = judge({
      ...statusReading(domainOnly, tests({ 'Token acquisition Test': 'FAIL [0xcaa90023]' })),
      events,
    });
    expect(told(diagnosis)).toEqual([
      'federation-endpoints-off blocks likely',
      'domain-joined-only note certain',
      'previous-attempt-old note likely',
    ]);
  });
});
