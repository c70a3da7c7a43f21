import { describe, expect, it } from 'vitest';
import { code, event, findingOf, hybrid, judge, lead, ofEvents, statusReading, told } from './judging.js';

describe('the same number in different logs', () => {
  it('201 is failed discovery in one', () => {
    expect(
      told(ofEvents(event('userDeviceRegistration', 201, 'callback failed', [code('0x80072ee7', 'discover')]))),
    ).toEqual(['discovery-name-not-resolved blocks likely']);
  });

  it('201 is success in another', () => {
    expect(told(ofEvents(event('workplaceJoinClient', 201, 'succeeded')))).toEqual([
      'down-level-joined healthy likely',
    ]);
  });

  it('201 is nothing that is known in the third', () => {
    expect(told(ofEvents(event('workplaceJoinInBox', 201)))).toEqual(['event-noted note certain']);
  });

  it('201 without a log says nothing, and the log is asked for', () => {
    const diagnosis = ofEvents(event(undefined, 201));
    expect(told(diagnosis)).toEqual(['event-noted note certain']);
    expect(diagnosis.missing).toEqual(['eventLogName']);
    expect(diagnosis.proves).toEqual([]);
  });
});

describe('User Device Registration', () => {
  it.each([
    [304, 'Error code: 0x801c001d errorPhase: discover', ['0x801c001d'], 'scp-unreadable likely'],
    [304, 'Server error: The device object by the given id (1) is not found.', ['0x801c03f2'], 'not-synced likely'],
    [304, '', ['0x80290407'], 'tpm-fault likely'],
    [304, '', [], 'join-failed-unknown possible'],
    [305, 'Error code: 0xcaa9002c', ['0xcaa9002c'], 'federation-endpoints-off likely'],
    [305, '', [], 'token-failed possible'],
    [200, '', ['0x80072ee2'], 'discovery-timeout likely'],
    [
      204,
      "AuthenticationError. The verification of the target computer's SID failed",
      ['0x801c0002'],
      'certificate-mismatch likely',
    ],
    [204, 'The request is throttled', ['0x801c03f2'], 'too-many-attempts likely'],
    [220, 'Exit code: 1312', ['1312'], 'ad-replication likely'],
    [220, '', [], 'ad-replication possible'],
    [204, '', ['0x801c000e'], 'device-limit-not-hybrid likely'],
  ])('%i %s', (id, message, codes, expected) => {
    const found = lead(
      ofEvents(
        event(
          'userDeviceRegistration',
          id,
          message,
          codes.map((each) => code(each)),
        ),
      ),
    );
    expect(`${found?.id} ${found?.sure}`).toBe(expected);
  });

  it('reads a code in the phase that the debug output names', () => {
    const at = (phase: string): string | undefined =>
      lead(
        ofEvents(
          event('userDeviceRegistration', 304, `failed at join phase. errorPhase: ${phase}`, [
            code('0x80072ee2', 'join'),
          ]),
        ),
      )?.id;
    expect([at('discover'), at('auth'), at('join')]).toEqual([
      'discovery-timeout',
      'sign-in-unreachable',
      'join-connection',
    ]);
  });

  it('304 and 305 are read without the log’s name, as possible, and 304 alone asks for the rest', () => {
    expect(told(ofEvents(event(undefined, 304, '', [code('0x801c03f2')])))).toEqual(['not-synced blocks possible']);
    expect(ofEvents(event(undefined, 304)).missing).toEqual(['wholeCode']);
  });

  it('360 and 362 are about Windows Hello', () => {
    expect(told(ofEvents(event('userDeviceRegistration', 360)))).toEqual([
      'hello-will-not-provision sideEffect likely',
    ]);
  });

  it('proves the newer Windows', () => {
    expect(ofEvents(event('userDeviceRegistration', 105)).proves).toEqual([
      { fact: 'platform', value: 'current', line: 'Event 105: ' },
    ]);
  });

  it('of a PC that has joined since is history', () => {
    const events = [event('userDeviceRegistration', 304, '', [code('0x801c001d')])];
    expect(told(judge({ ...statusReading(hybrid), events }))).toEqual([
      'hybrid-joined healthy certain',
      'previous-attempt-old note likely',
    ]);
  });

  it('names an unknown code as such', () => {
    expect(
      findingOf(ofEvents(event('userDeviceRegistration', 304, '', [code('0x80999999', 'join', false)])), 'unknown-code')
        ?.code,
    ).toBe('0x80999999');
  });
});

describe('AAD', () => {
  it.each([
    [1081, ['AADSTS50126'], 'wrong-password likely'],
    [1081, [], 'sign-in-refused possible'],
    [1084, ['0x80072ee2'], 'sign-in-network likely'],
    [1084, [], 'sign-in-network likely'],
    [1088, [], 'sign-in-federation likely'],
    [1098, ['AADSTS50155'], 'device-disabled-or-removed possible'],
    [1098, ['0xcaa5001c'], 'event-noted certain'],
    [1144, [], 'event-noted certain'],
  ])('%i %s', (id, codes, expected) => {
    const found = lead(
      ofEvents(
        event(
          'aad',
          id,
          '',
          codes.map((each) => code(each, 'prt')),
        ),
      ),
    );
    expect(`${found?.id} ${found?.sure}`).toBe(expected);
  });
});

describe('the down-level logs', () => {
  it.each([
    [102, ['0x80072ee7'], undefined, 'down-level-address likely'],
    [102, ['0x80072f19'], undefined, 'down-level-certificate likely'],
    [102, ['0x80072f8a'], undefined, 'down-level-certificate likely'],
    [102, ['0x80072f0d'], undefined, 'down-level-certificate likely'],
    [102, ['0x80072efd'], undefined, 'down-level-connection likely'],
    [102, ['0x80072f8f'], undefined, 'down-level-tls likely'],
    [102, ['0x80004005'], undefined, 'down-level-discovery-failed likely'],
    [102, [], undefined, 'down-level-discovery-failed possible'],
    [103, [], 404, 'down-level-address likely'],
    [103, [], 503, 'down-level-service likely'],
    [103, [], 500, 'down-level-discovery-failed possible'],
    [104, [], undefined, 'down-level-zone likely'],
    [200, [], undefined, 'device-limit-reached likely'],
    [100, [], undefined, 'event-noted certain'],
  ])('%i %s %s', (id, codes, status, expected) => {
    const found = lead(
      ofEvents(
        event(
          'workplaceJoinInBox',
          id,
          '',
          codes.map((each) => code(each, 'discover')),
          status,
        ),
      ),
    );
    expect(`${found?.id} ${found?.sure}`).toBe(expected);
  });

  it('200 is certain by the entry’s own words', () => {
    const words = 'The maximum number of devices that can be joined to the workplace by the user has been reached.';
    expect(told(ofEvents(event('workplaceJoinInBox', 200, words)))).toEqual(['device-limit-reached blocks certain']);
  });

  it('400 and 404 point to a setting in the client’s own log only', () => {
    expect(told(ofEvents(event('workplaceJoinClient', 400), event('workplaceJoinClient', 404)))).toEqual([
      'down-level-pages-not-saved blocks possible',
    ]);
    expect(told(ofEvents(event('workplaceJoinInBox', 400)))).toEqual(['event-noted note certain']);
  });

  it('the in-box one exists on Windows 10 too and proves nothing; the client’s own proves the older Windows', () => {
    expect(ofEvents(event('workplaceJoinInBox', 200)).proves).toEqual([]);
    expect(ofEvents(event('workplaceJoinClient', 201)).proves).toMatchObject([
      { fact: 'platform', value: 'downLevel' },
    ]);
  });

  it('125 of AD FS is the limit where it says so', () => {
    expect(told(ofEvents(event('adfsRegistration', 125, 'Reason: DeviceCapReached')))).toEqual([
      'device-limit-reached blocks likely',
    ]);
    expect(told(ofEvents(event('adfsRegistration', 125, 'not eligible')))).toEqual(['event-noted note certain']);
  });
});
