import { describe, expect, it } from 'vitest';
import { domainOnly, hybrid, lead, ofStatus, told, unElevated } from './judging.js';

const state = (entra: string, enterprise: string, domain: string): string =>
  `AzureAdJoined : ${entra}\nEnterpriseJoined : ${enterprise}\nDomainJoined : ${domain}`;
const proof = (lines: string): string | undefined =>
  ofStatus(lines).proves.find(({ fact }) => fact === 'joinState')?.value;

describe('the three flags', () => {
  it.each([
    ['YES', 'NO', 'NO', 'entra-joined', 'entra'],
    ['NO', 'NO', 'YES', 'domain-joined-only', 'domainOnly'],
    ['YES', 'NO', 'YES', 'hybrid-joined', 'hybrid'],
    ['NO', 'YES', 'YES', 'on-premises-joined', 'onPremises'],
    ['NO', 'NO', 'NO', 'not-domain-joined', 'none'],
  ])('Entra %s, enterprise %s, domain %s: %s', (entra, enterprise, domain, id, proven) => {
    expect(lead(ofStatus(state(entra, enterprise, domain)))?.id).toBe(id);
    expect(proof(state(entra, enterprise, domain))).toBe(proven);
  });

  it('prove nothing while one that would decide is missing', () => {
    expect(proof('AzureAdJoined : NO\nDomainJoined : YES')).toBeUndefined();
    expect(proof('AzureAdJoined : YES')).toBeUndefined();
    expect(told(ofStatus('AzureAdJoined : NO\nDomainJoined : YES'))).toEqual([]);
  });

  it('leave room for an Entra join where only DomainJoined is there', () => {
    expect(told(ofStatus('DomainJoined : NO'))).toEqual(['not-domain-joined blocks likely']);
    expect(told(ofStatus('DomainJoined : NO', 'DeviceId : 5d1f3c80-16a3-4f6c-9a54-6d0f2d1a7b11'))).toEqual([]);
    expect(told(ofStatus('DomainJoined : NO', 'AzureAdPrt : YES'))).toEqual([]);
  });

  it('tell apart registered, nothing at all and not known', () => {
    expect(told(ofStatus(state('NO', 'NO', 'NO'), 'WorkplaceJoined : YES'))).toEqual([
      'registered-only healthy certain',
      'not-domain-joined note certain',
    ]);
    expect(told(ofStatus(state('NO', 'NO', 'NO'), 'WorkplaceJoined : NO'))).toEqual([
      'not-joined-at-all blocks certain',
    ]);
    expect(told(ofStatus(state('NO', 'NO', 'NO')))).toEqual(['not-domain-joined blocks likely']);
  });
});

describe('"nothing is wrong"', () => {
  const all = [hybrid, 'DeviceAuthStatus : SUCCESS', 'WorkplaceJoined : NO', 'AzureAdPrt : YES', unElevated];

  it('is said when everything was seen to be in order', () => {
    expect(told(ofStatus(...all))).toEqual(['hybrid-healthy healthy likely']);
  });

  it.each(all.slice(1))('is not said without %s', (line) => {
    const rest = all.filter((other) => other !== line && !(line.startsWith('DeviceAuthStatus') && other === hybrid));
    const whole = line.startsWith('DeviceAuthStatus')
      ? ['AzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES', ...rest]
      : rest;
    expect(lead(ofStatus(...whole))?.id).toBe('hybrid-joined');
  });

  it('is said of a build that does not test its device, and not where the line of the test was lost', () => {
    const rest = all.filter((line) => !line.startsWith('DeviceAuthStatus'));
    expect(lead(ofStatus(...rest))?.id).toBe('hybrid-healthy');
    for (const line of ['Virtual Desktop : NOT SET', 'CloudTgt : YES', 'HostNameUpdated : YES']) {
      expect(lead(ofStatus(...rest, line))?.id).toBe('hybrid-joined');
    }
  });

  it('asks for what would show the sign-in', () => {
    expect(ofStatus(hybrid, 'DeviceAuthStatus : SUCCESS').missing).toEqual(['userStateUnelevated']);
  });
});

describe('a PC in the domain that has not joined', () => {
  it('is asked for the diagnostics of an elevated prompt', () => {
    expect(ofStatus(domainOnly).missing).toEqual(['diagnosticsElevated']);
  });

  it('is not asked for what only a domain member prints when it is none', () => {
    expect(ofStatus(state('NO', 'NO', 'NO')).missing).toEqual([]);
  });
});
