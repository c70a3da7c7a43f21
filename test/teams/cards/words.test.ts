import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/assistant/views.js';
import type { Device, JudgedDevice } from '../../../src/directory/model.js';
import { renderView } from '../../../src/teams/cards/render-view.js';
import { ago, clientTime } from '../../../src/teams/cards/time-words.js';
import { aDevice, aJudgedDevice, aQuota, known, notKnown } from '../../support/a-device.js';
import { allViews } from '../../support/all-views.js';
import { aPersonQuota } from '../../support/views-of-people.js';
import { visibleTexts } from '../../support/check-card.js';

const now = new Date('2026-03-02T09:30:00Z');

function textOf(view: View, context: { locale?: 'en' | 'de'; again?: boolean } = {}): string {
  const rendered = renderView(view, { locale: 'en', now, ...context });
  if (rendered.kind === 'attachment') return rendered.summary;
  return rendered.kind === 'card' ? visibleTexts(rendered.card).join('\n') : rendered.text;
}

function mine(...devices: readonly JudgedDevice[]): string {
  return textOf({ kind: 'myDevices', devices: known(devices), complete: true });
}

function device(changes: Partial<Device>, judged: Partial<JudgedDevice> = {}): string {
  return mine(aJudgedDevice({ device: aDevice(changes), ...judged }));
}

describe('a device in words', () => {
  it.each([
    ['6.1.7601', 'Windows 7 or Server 2008 R2'],
    ['6.2.9200', 'Windows 8 or Server 2012'],
    ['6.3.9600', 'Windows 8.1 or Server 2012 R2'],
    ['10.0.14393', 'Windows 10, Server 2016 or Server 2019'],
    ['10.0.19045.3803', 'Windows 10 ·'],
    ['10.0.20348', 'Windows Server 2022'],
    ['10.0.22631.3447', 'Windows 11 ·'],
    ['10.0.26100', 'Windows 11 or Server 2025'],
    ['strange', 'Windows strange'],
  ])('version %s is %s', (operatingSystemVersion, words) =>
    expect(device({ operatingSystemVersion })).toContain(words),
  );

  it('of another maker keeps its own name', () =>
    expect(device({ operatingSystem: 'iOS', operatingSystemVersion: '10.0.22000' })).toContain('iOS 10.0.22000'));

  it.each([
    ['Workplace', 'Entra registered'],
    ['AzureAd', 'Entra join'],
    ['ServerAd', 'hybrid join'],
    [undefined, 'kind not known'],
  ] as const)('of kind %s', (trustType, words) => expect(device({ trustType })).toContain(words));

  it.each([
    ['2026-02-27T08:00:00Z', 'used lately'],
    ['2026-01-20T08:00:00Z', 'last used about 6 weeks ago'],
    ['2023-03-02T08:00:00Z', 'last used about 3 years ago'],
    [undefined, 'last use not known'],
    ['0001-01-01T00:00:00Z', 'last use not known'],
  ])('last used %s', (approximateLastSignInDateTime, words) =>
    expect(device({ approximateLastSignInDateTime })).toContain(words),
  );

  it('says what is wrong with it', () => {
    expect(device({}, { pending: true })).toContain('Waiting: the PC has not finished joining.');
    expect(device({ accountEnabled: false })).toContain('Switched off');
    expect(device({}, { stale: true })).toContain('Not used for a long time');
    expect(device({}, { duplicate: true })).toContain('Another entry has this name');
  });

  it('says whether it counts, and why not', () => {
    expect(device({}, { counting: 'counts' })).toContain('Counts towards');
    expect(device({}, { counting: 'mayCount' })).toContain('May count');
    expect(device({}, { counting: 'doesNotCount' })).toContain("joins through the company's domain.");
    expect(device({ foundBy: 'registered' }, { counting: 'doesNotCount' })).toContain('listed as its user');
    expect(device({}, { counting: 'unknown' })).toContain('is not known');
  });

  it('shows no property names', () => {
    expect(
      Object.values(allViews)
        .flat()
        .map((view) => textOf(view))
        .join('\n'),
    ).not.toMatch(/trustType|ServerAd|AzureAd|accountEnabled|approximateLast|onPremises|displayName/);
  });
});

describe('a list of devices', () => {
  it('shows fifteen of many and says how many more', () => {
    expect(mine(...Array.from({ length: 300 }, () => aJudgedDevice()))).toContain('there are 285 more');
  });

  it('begins with those that need a look', () => {
    const names = (list: string): number[] => ['WAITING', 'OFF', 'OLD', 'NEW'].map((name) => list.indexOf(name));
    const list = mine(
      aJudgedDevice({
        device: aDevice({ displayName: 'OLD', approximateLastSignInDateTime: '2020-01-01T00:00:00Z' }),
        stale: true,
      }),
      aJudgedDevice({ device: aDevice({ displayName: 'NEW', approximateLastSignInDateTime: '2026-03-01T00:00:00Z' }) }),
      aJudgedDevice({ device: aDevice({ displayName: 'OFF', accountEnabled: false }) }),
      aJudgedDevice({ device: aDevice({ displayName: 'WAITING' }), pending: true }),
    );
    expect(names(list)).toEqual([...names(list)].sort((a, b) => a - b));
  });

  it("that is empty asks for the PC's name and denies nothing", () => {
    expect(mine()).toContain('Entra links no PC to you.');
    expect(mine()).toContain("Tell me the PC's name");
    expect(textOf({ kind: 'myDevices', devices: known([]), complete: true }, { locale: 'de' })).toContain(
      'Entra ordnet Ihnen keinen PC zu.',
    );
  });

  it('that was cut says at least', () => {
    expect(textOf({ kind: 'myDevices', devices: known([aJudgedDevice()]), complete: false })).toContain(
      'at least 1 devices',
    );
  });

  it('by name says that the PC is there, on and waiting, and nothing else', () => {
    const text = textOf({ kind: 'pcNamed', name: 'PC-0142', entries: [{ enabled: true, pending: true }] });
    expect(text).toContain('waits for it to finish joining');
    expect(text).not.toMatch(/last used|lately|long time|limit|ago|hybrid|Entra|Windows|owner/);
  });
});

describe('the limit in words', () => {
  const quota = (
    changes: Parameters<typeof aQuota>[0],
    devices: Extract<View, { kind: 'myQuota' }>['devices'] = known([]),
  ): string => textOf({ kind: 'myQuota', quota: aQuota(changes), devices });

  it('has a gauge and says the same as text', () => {
    expect(quota({})).toContain('18 of 20 places used, 2 more may count');
    expect(quota({ mayCount: 1 })).toMatch(/█{18}▒░\n/);
    expect(quota({ counts: 400 })).toMatch(/█{20}\n/);
  });

  it('says when it is reached, or may be', () => {
    expect(quota({ counts: 20 })).toContain('By this count the limit is reached.');
    expect(quota({ counts: 17, mayCount: 1, unknown: 2 })).toContain('By this count the limit may be reached.');
    expect(quota({ counts: 3, mayCount: 0 })).not.toContain('By this count');
  });

  it('of 0 means nobody, above 100 may mean unlimited', () => {
    expect(quota({ limit: known(0) })).toContain('nobody in the company may register');
    expect(quota({ limit: known(2147483647) })).toContain('given as 2147483647, which may mean unlimited');
    expect(quota({ limit: known(100) })).toContain('18 of 100 places used');
  });

  it('that is not known is said so', () => {
    expect(quota({ limit: notKnown })).toContain('I could not look up the limit.');
    expect(quota({}, notKnown)).toContain('I could not look up the devices');
    expect(textOf({ kind: 'quotaOf', ...aPersonQuota(aQuota({ limit: notKnown }), []) })).toContain(
      'the bot is not allowed to read it',
    );
  });

  it('is an estimate, and never stops a newer PC from joining', () => {
    expect(quota({})).toContain('This is an estimate');
    expect(quota({})).toContain('Windows 10 and later: this limit does not stop a PC');
  });

  it('counts at least what was read', () =>
    expect(quota({ complete: false })).toContain('at least 18 of 20 places used'));
});

it.each(
  Object.values(allViews)
    .flatMap((views) => views.slice(0, 2))
    .map((view) => [view.kind, view] as const),
)('%s shows that it comes again', (_kind, view) => {
  expect(textOf(view, { again: true })).toContain('(again)');
  expect(textOf(view)).not.toContain('(again)');
});

describe('times', () => {
  it.each([
    ['2026-03-02T09:29:00Z', '1 minute ago'],
    ['2026-03-02T06:30:00Z', '3 hours ago'],
    ['2026-02-20T09:30:00Z', '10 days ago'],
    ['2026-02-09T09:30:00Z', '3 weeks ago'],
    ['2025-09-02T09:30:00Z', '6 months ago'],
    ['2020-03-02T09:30:00Z', '6 years ago'],
    ['2026-03-02T10:00:00Z', '0 minutes ago'],
  ])('%s was %s', (then, words) => expect(ago(new Date(then), now, 'en')).toBe(words));

  it("are left to the client's time zone", () =>
    expect(clientTime('2026-03-02T09:00:00.123Z')).toBe(
      '{{DATE(2026-03-02T09:00:00Z, SHORT)}} {{TIME(2026-03-02T09:00:00Z)}}',
    ));
});
