import { describe, expect, it } from 'vitest';
import { codeEntries } from '../../../src/diagnosis/codes/code-index.js';
import { lookUpCode } from '../../../src/diagnosis/codes/look-up-code.js';
import { lookUpEventCode } from '../../../src/diagnosis/codes/look-up-event-code.js';
import { lookUpServerMessage } from '../../../src/diagnosis/codes/look-up-server-message.js';
import { allCodes } from './all-codes.js';

describe('a code looked up', () => {
  it.each(allCodes)('is found: %s', (code) => {
    expect(lookUpCode(code)?.code).toBe(code);
  });

  it('has no contexts left in it', () => {
    expect(lookUpCode('0x801c03f2', 'hello')).not.toHaveProperty('contexts');
  });

  it('is undefined when nobody knows it', () => {
    expect(lookUpCode('0x80171234')).toBeUndefined();
    expect(lookUpCode('')).toBeUndefined();
  });

  it.each([
    ['0x801c03f2', 'join', 'not-synced'],
    ['0x801c03f2', 'hello', undefined],
    ['0x801c03f3', undefined, 'object-gone'],
    ['0x801c03f3', 'autopilot', undefined],
    ['0x801c03ea', 'join', 'registration-refused'],
    ['0x801c03ea', 'autopilot', 'tpm-fault'],
    ['0xc000006d', 'prt', 'sign-in-refused'],
    ['AADSTS90002', undefined, undefined],
    ['AADSTS90002', 'discover', 'wrong-tenant'],
    ['AADSTS90002', 'join', 'join-wrong-tenant'],
    ['AADSTS90002', 'prt', 'sign-in-name-unknown'],
    ['0x80090016', 'join', 'join-keys-lost'],
    ['0x80090016', 'prt', 'keys-unusable'],
    ['0x80090016', 'downLevel', undefined],
    ['0x80072ee7', 'discover', 'discovery-name-not-resolved'],
    ['0x80072ee7', 'auth', 'sign-in-unreachable'],
    ['0x80072ee7', 'join', 'join-connection'],
    ['0x80072ee7', 'prt', 'sign-in-network'],
    ['0x80072ee7', 'downLevel', 'down-level-address'],
    ['0x80072ee2', 'discover', 'discovery-timeout'],
    ['0x80072efd', 'discover', 'discovery-no-connection'],
    ['0x80072efe', undefined, 'join-connection'],
    ['0x80072efe', 'discover', 'discovery-no-connection'],
    ['0x80072f8f', 'auth', 'sign-in-altered'],
    ['0x80072f8f', 'downLevel', 'down-level-tls'],
    ['0x801c000e', undefined, 'device-limit-reached'],
    ['0x801c000e', 'join', 'device-limit-not-hybrid'],
    ['0x801c0003', 'downLevel', 'registration-refused'],
    ['0x80070002', 'discover', 'scp-missing'],
    ['0x80070002', 'prt', undefined],
  ] as const)('%s in the context %s leads to %s', (code, context, finding) => {
    const words = lookUpCode(code, context);
    expect(words?.finding).toBe(finding);
    expect(words?.code).toBe(code);
  });

  it('says other words where it means something else', () => {
    expect(lookUpCode('0x801c03f2', 'hello')?.cause.en).toContain('proxyAddresses');
    expect(lookUpCode('0x801c03f2', 'join')?.cause.en).not.toContain('proxyAddresses');
    expect(lookUpCode('AADSTS90002', 'join')?.fix.en).not.toContain('UPN');
    expect(lookUpCode('AADSTS90002', 'prt')?.fix.en).not.toContain('azureADid');
  });

  it('keeps the usual words in a context that changes nothing', () => {
    expect(lookUpCode('0x801c0002', 'join')).toEqual(lookUpCode('0x801c0002'));
  });

  it('may be a code that is listed inside of an event only, and then concludes nothing about old systems', () => {
    expect(lookUpCode('0x80072f0d')).toMatchObject({ code: '0x80072f0d', symbol: 'WININET_E_INVALID_CA' });
    expect(lookUpCode('0x80072f0d')?.finding).toBeUndefined();
    expect(lookUpCode('0x80072f0d', 'discover')?.finding).toBe('discovery-altered');
    expect(lookUpCode('0x80072f0d', 'downLevel')?.finding).toBe('down-level-certificate');
    expect(lookUpCode('0x80004005', 'join')?.finding).toBeUndefined();
  });

  it('may be the same error under its other number', () => {
    expect(lookUpCode('0x8007054b')?.code).toBe('0x54b');
    expect(lookUpCode('12175')?.code).toBe('0x80072f8f');
  });
});

describe('an event of the down-level log', () => {
  it.each([
    [{ eventId: 102, code: '0x80072F0D' }, 'event 102 / 0x80072F0D', 'down-level-certificate'],
    [{ eventId: 102, code: '0x80072f19' }, 'event 102 / 0x80072F19', 'down-level-certificate'],
    [{ eventId: 102, code: '0x80072f8a' }, 'event 102 / 0x80072F8A', 'down-level-certificate'],
    [{ eventId: 102, code: '0x80004005' }, 'event 102 / 0x80004005', 'down-level-discovery-failed'],
    [{ eventId: 102, code: '0x80072ee7' }, '0x80072ee7', 'down-level-address'],
    [{ eventId: 102, code: '0x80072efd' }, '0x80072efd', 'down-level-connection'],
    [{ eventId: 102, code: '0x801c001d' }, '0x801c001d', undefined],
    [{ eventId: 103, httpStatus: 404 }, 'event 103 / HTTP 404', 'down-level-address'],
    [{ eventId: 103, httpStatus: 503 }, 'event 103 / HTTP 503', 'down-level-service'],
    [{ eventId: 104 }, 'event 104', 'down-level-zone'],
    [{ eventId: 200 }, 'event 200 (Microsoft-Windows-Workplace Join/Admin)', 'device-limit-reached'],
    [{ eventId: 201 }, 'event 201 (Microsoft-Workplace Join)', 'down-level-joined'],
    [{ eventId: 400 }, 'events 400 and 404 (Microsoft-Workplace Join)', 'down-level-pages-not-saved'],
    [{ eventId: 404 }, 'events 400 and 404 (Microsoft-Workplace Join)', 'down-level-pages-not-saved'],
  ])('%o is %s', (event, code, finding) => {
    const words = lookUpEventCode(event);
    expect(words?.code).toBe(code);
    expect(words?.finding).toBe(finding);
  });

  it.each([
    { eventId: 102 },
    { eventId: 102, code: '0x80171234' },
    { eventId: 103 },
    { eventId: 103, httpStatus: 200 },
    { eventId: 304 },
  ])('%o says nothing by itself', (event) => {
    expect(lookUpEventCode(event)).toBeUndefined();
  });

  it('is in the list for every entry about one', () => {
    const found = [{ eventId: 104 }, { eventId: 200 }, { eventId: 201 }, { eventId: 400 }].map(
      (event) => lookUpEventCode(event)?.code,
    );
    const listed = codeEntries
      .map(({ code }) => code)
      .filter((code) => /^events? \d/.test(code) && !code.includes('/ '));
    expect(found).toEqual(listed);
  });
});

describe('a message of the registration service', () => {
  it.each([
    ['The device object by the given id (752f43c6-021a-4dce-a8b5-996d99e2b791) is not found.', 'not-synced'],
    ['DirectoryError: the DEVICE could not be found', 'not-synced'],
    ['Your request is throttled temporarily. Please try after 300 seconds.', 'too-many-attempts'],
    ['Too many requests', 'too-many-attempts'],
    ["The verification of the target computer's SID failed.", 'certificate-mismatch'],
  ])('%s', (message, finding) => {
    expect(lookUpServerMessage(message)?.finding).toBe(finding);
  });

  it.each([
    '',
    'AADSTS90002: Tenant not found.',
    'The device object was found.',
    'Verification of the request failed.',
  ])('says nothing: %s', (message) => {
    expect(lookUpServerMessage(message)).toBeUndefined();
  });
});
