import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkIds, checks, type CheckId, type ChecksOptions } from '../../src/administration/doctor/checks.js';
import { runChecks } from '../../src/administration/doctor/run-checks.js';
import { wordsOf } from '../../src/administration/doctor/words.js';
import { judgePermissions, neededPermissions } from '../../src/directory/permissions.js';
import { signInProblem } from '../../src/directory/sign-in-errors.js';
import { locales } from '../../src/text/locale.js';
import { sentences } from '../../src/text/sentences.js';
import { aPerson, known, notKnown } from '../support/a-device.js';

const tenantId = '3f1c9c1e-0000-4000-8000-000000000001';
const all = neededPermissions.filter(({ onlyForCleanUp }) => !onlyForCleanUp).map(({ name }) => name);
const token = (claims: object) => async () =>
  `x.${Buffer.from(JSON.stringify({ tid: tenantId, roles: all, ...claims })).toString('base64url')}.x`;
const refuses = (message: string) => async (): Promise<string> => {
  throw new Error(message);
};

const well: ChecksOptions = {
  simulated: false,
  tenantId,
  cleanUp: false,
  graphToken: token({}),
  botToken: token({}),
  graph: { refused: async () => [], clockAheadMs: async () => 900 },
  helpdeskGroupId: 'helpdesk',
  adminGroupId: 'admins',
  members: async () => known([aPerson()]),
  channelId: async () => '19:helpdesk@thread.tacv2',
  tryPost: async () => ({ kind: 'taken', left: false }),
  database: async () => undefined,
  treeVersion: '7',
};

async function found(check: CheckId, changes: Partial<ChecksOptions> = {}): Promise<readonly string[]> {
  return (await checks[check]({ ...well, ...changes })).map(({ state, what, values = {} }) =>
    [state, what, ...Object.values(values)].join(' '),
  );
}

const graph = (changes: Partial<ChecksOptions['graph']>): Partial<ChecksOptions> => ({
  graph: { ...well.graph, ...changes },
});

describe('a check', () => {
  it.each(checkIds)('of what is well says so: %s', async (check) => {
    expect((await checks[check](well)).map(({ state }) => state)).toEqual(['ok']);
  });

  it.each([
    [
      'credentials',
      { graphToken: refuses('AADSTS7000215: Invalid client secret provided.') },
      ['failed wrongSecret AADSTS7000215'],
    ],
    [
      'credentials',
      { graphToken: refuses('AADSTS700016: Application was not found') },
      ['failed noSuchApp AADSTS700016'],
    ],
    ['credentials', { simulated: true }, ['skipped simulated']],
    ['bot', { botToken: refuses('AADSTS90002: Tenant not found') }, ['failed noSuchTenant AADSTS90002']],
    ['bot', { botToken: refuses('connect ECONNREFUSED 127.0.0.1:1') }, ['failed unreachable ']],
    ['tenant', { graphToken: token({ tid: 'another' }) }, [`failed another ${tenantId} another`]],
    ['tenant', { graphToken: token({ tid: tenantId.toUpperCase() }) }, ['ok ok']],
    ['tenant', { graphToken: token({ tid: undefined }) }, ['skipped silent']],
    ['tenant', { graphToken: async () => 'a token that nobody can read' }, ['skipped silent']],
    ['tenant', { graphToken: refuses('AADSTS7000215: Invalid client secret provided.') }, ['skipped silent']],
    ['tenant', { simulated: true }, ['skipped simulated']],
    ['permissions', { graphToken: token({ roles: all.slice(1) }) }, ['failed missing User.Read.All']],
    [
      'permissions',
      { graphToken: token({ roles: [...all, 'Mail.Read', 'Device.ReadWrite.All'] }) },
      ['warning tooMany Mail.Read', 'warning tooMany Device.ReadWrite.All'],
    ],
    ['permissions', { cleanUp: true }, ['failed missing Device.ReadWrite.All']],
    ['permissions', { cleanUp: true, graphToken: token({ roles: [...all, 'Device.ReadWrite.All'] }) }, ['ok ok']],
    [
      'permissions',
      { graphToken: token({ roles: ['Directory.Read.All', 'Policy.Read.DeviceConfiguration'] }) },
      ['warning tooMany Directory.Read.All'],
    ],
    [
      'permissions',
      { simulated: true, ...graph({ refused: async () => ['Domain.Read.All'] }) },
      ['failed missing Domain.Read.All'],
    ],
    ['groups', { helpdeskGroupId: undefined }, ['warning none HELPDESK_GROUP_ID']],
    ['groups', { members: async () => known([]) }, ['warning empty HELPDESK_GROUP_ID', 'warning empty ADMIN_GROUP_ID']],
    [
      'groups',
      { members: async () => ({ ...notKnown, reason: 'notFound' as const }) },
      ['failed gone HELPDESK_GROUP_ID notFound', 'failed gone ADMIN_GROUP_ID notFound'],
    ],
    ['channel', { channelId: async () => undefined }, ['failed none']],
    [
      'channel',
      { tryPost: async () => ({ kind: 'refused' as const, why: 'appNotInChannel' }) },
      ['failed appNotInChannel'],
    ],
    ['channel', { tryPost: async () => ({ kind: 'taken' as const, left: true }) }, ['warning left']],
    ['clock', graph({ clockAheadMs: async () => 31_000 }), ['warning behind 31']],
    ['clock', graph({ clockAheadMs: async () => -301_000 }), ['failed ahead 301']],
    ['clock', graph({ clockAheadMs: async () => undefined }), ['skipped silent']],
  ] satisfies readonly (readonly [CheckId, Partial<ChecksOptions>, readonly string[]])[])(
    '%s %j',
    async (check, changes, expected) => {
      expect(await found(check, changes)).toEqual(expected);
    },
  );

  it('that breaks or takes too long breaks no other', async () => {
    const options = {
      ...well,
      database: async () => Promise.reject(new Error('the disk is full')),
      members: () => new Promise<never>(() => undefined),
    };
    const view = await runChecks({
      ...options,
      outbox: { failing: async () => [], parked: async () => [] },
      pause: async () => new Promise((resolve) => setTimeout(() => resolve(undefined), 50)),
    });
    expect(view.findings.filter(({ state }) => state !== 'ok')).toEqual([
      { check: 'groups', state: 'failed', what: 'slow' },
      { check: 'database', state: 'failed', what: 'broken', values: { reason: 'the disk is full' } },
    ]);
  });
});

describe.each(locales)('in words (%s)', (locale) => {
  const say = sentences(locale);
  it('everything that is wrong has a sentence and a cure', async () => {
    const wrong: readonly Partial<ChecksOptions>[] = [
      {
        graphToken: refuses('AADSTS65001'),
        botToken: refuses('AADSTS53003'),
        channelId: async () => undefined,
        helpdeskGroupId: undefined,
        cleanUp: true,
      },
      {
        graphToken: token({ roles: ['Mail.Read'] }),
        tryPost: async () => ({ kind: 'refused', why: 'notFound' }),
        ...graph({ clockAheadMs: async () => 999_000 }),
        members: async () => known([]),
      },
    ];
    for (const changes of wrong) {
      for (const check of checkIds) {
        for (const finding of await checks[check]({ ...well, ...changes })) {
          const words = wordsOf(say, finding);
          expect(words.finding, JSON.stringify(finding)).not.toMatch(/\{\{|doctor\.|undefined/);
          if (finding.state === 'failed' || finding.state === 'warning')
            expect(words.cure, JSON.stringify(finding)).toMatch(/\w/);
        }
      }
    }
  });

  it('of an empty group says that its membership may be hidden', async () => {
    const [empty] = await checks.groups({ ...well, members: async () => known([]) });
    expect(wordsOf(say, empty!).cure).toContain('HiddenMembership');
  });
});

it('a broader permission stands for what it holds, and is too much all the same', () => {
  expect(judgePermissions(['Directory.ReadWrite.All', 'Policy.Read.All'], true)).toEqual({
    missing: [],
    tooMany: ['Directory.ReadWrite.All', 'Policy.Read.All'],
  });
});

it('an error of the sign-in gives its code and nothing else of the message', () => {
  expect(
    signInProblem(new Error('AADSTS7000222: The client secret keys for app 1234 are expired. Trace ID: secret')),
  ).toEqual({ problem: 'secretExpired', code: 'AADSTS7000222' });
  expect(signInProblem('strange')).toEqual({ problem: 'other', code: '' });
});

it('the README has the same permissions', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const named = [...readme.matchAll(/^\| `([A-Z]\w+(?:\.\w+)+)`/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(neededPermissions.map(({ name }) => name).toSorted());
});
