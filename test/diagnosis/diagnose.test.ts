import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { findingCatalogue } from '../../src/diagnosis/finding-catalogue.js';
import type { Diagnosis, Finding } from '../../src/diagnosis/model.js';
import { readPaste } from '../../src/diagnosis/read-paste.js';
import { code, domainOnly, event, hybrid, judge, ofStatus, statusReading, tests, told } from './rules/judging.js';

const folder = new URL('../fixtures/pastes/', import.meta.url);
const now = new Date('2026-05-04T08:00:00.000Z');
const read = (text: string): Diagnosis => diagnose(readPaste(text), { now });

/** A whole status with titles: what can be taken apart by its rulers. */
const wholePastes = readdirSync(folder)
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .filter((text) => /^\+-+\+$/m.test(text) && !/^Log Name/m.test(text));

const wholes = new Map(wholePastes.map((text) => [text, read(text)]));
const whole = (text: string): Diagnosis => wholes.get(text) ?? read(text);

/** Title and body of each section. What stands before the first title goes with it. */
function sectionsOf(text: string): readonly string[] {
  return text.split(/(?=^\+-+\+\n\| )/m);
}

const blocking = ({ findings }: Pick<Diagnosis, 'findings'>): readonly Finding[] =>
  findings.filter(({ role }) => role === 'blocks');

/** What a finding is about: two with one cause say the same, one more exactly. */
const about = ({ id, cause }: Finding): string => cause ?? id;

const pasteAndOrder = fc
  .constantFrom(...wholePastes)
  .chain((text) => fc.tuple(fc.constant(text), fc.shuffledSubarray([...sectionsOf(text).keys()])));
const pasteAndWholeOrder = fc.constantFrom(...wholePastes).chain((text) => {
  const all = [...sectionsOf(text).keys()];
  return fc.tuple(fc.constant(text), fc.shuffledSubarray(all, { minLength: all.length }));
});

function assemble(text: string, order: readonly number[]): string {
  const sections = sectionsOf(text);
  return order.map((at) => (sections[at] ?? '').trimEnd()).join('\n\n');
}

describe('a paste that lost its order or some sections', () => {
  it('says the same in any order', () => {
    fc.assert(
      fc.property(pasteAndWholeOrder, ([text, order]) => {
        expect(blocking(read(assemble(text, order)))[0]?.id).toBe(blocking(whole(text))[0]?.id);
      }),
      { numRuns: 150 },
    );
  });

  it('never says something else with less of it: what blocks there, blocks or follows in the whole', () => {
    fc.assert(
      fc.property(pasteAndOrder, ([text, order]) => {
        const said = new Set(whole(text).findings.map(about));
        const part = blocking(read(assemble(text, order)));
        expect(part.filter((finding) => !said.has(about(finding)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('never says that all is well where the whole says that something is wrong', () => {
    fc.assert(
      fc.property(pasteAndOrder, ([text, order]) => {
        if (blocking(whole(text)).length > 0)
          expect(told(read(assemble(text, order)))).not.toContain('hybrid-healthy healthy likely');
      }),
      { numRuns: 200 },
    );
  });

  it('proves no fact otherwise than the whole does', () => {
    fc.assert(
      fc.property(pasteAndOrder, ([text, order]) => {
        const proven = new Map(whole(text).proves.map(({ fact, value }) => [fact, value]));
        const otherwise = read(assemble(text, order)).proves.filter(
          ({ fact, value }) => proven.has(fact) && proven.get(fact) !== value,
        );
        expect(otherwise).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('white space and line ends', () => {
  const changes: readonly ((text: string) => string)[] = [
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => text.replaceAll('\n', '\n\n'),
    (text) => text.replace(/^ +/gm, ''),
    (text) => text.replace(/^/gm, '\t'),
    (text) => text.replaceAll(' : ', ':'),
    (text) => text.replaceAll(' : ', '   :   '),
    (text) => text.replace(/$/gm, '   '),
    (text) => text.replaceAll(' ', '\u00a0'),
  ];

  it('change nothing of what leads', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wholePastes), fc.subarray([...changes], { maxLength: 3 }), (text, some) => {
        const changed = some.reduce((before, change) => change(before), text);
        expect(read(changed).findings[0]?.id).toBe(whole(text).findings[0]?.id);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a paste that is cut off', () => {
  it('anywhere, never blames what the whole does not', () => {
    const anywhere = fc.constantFrom(...wholePastes).chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length)));
    fc.assert(
      fc.property(anywhere, ([text, end]) => {
        const said = new Set(whole(text).findings.map(about));
        const wrong = blocking(read(text.slice(0, end))).filter(
          (finding) => !said.has(about(finding)) && finding.sure === 'certain',
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('findings of any text', () => {
  const codes = [
    '0x801c03f2',
    '0x801c001d',
    '0x80072ee2',
    '0xcaa90023',
    'AADSTS50126',
    'AADSTS90002',
    '0xc000006d',
    '0x801c000e',
    '0x7fffffff',
  ];
  const anything = fc.record({
    events: fc.array(
      fc.tuple(
        fc.constantFrom(
          'userDeviceRegistration',
          'aad',
          'workplaceJoinClient',
          'workplaceJoinInBox',
          'adfsRegistration',
          undefined,
        ),
        fc.integer({ min: 100, max: 410 }),
        fc.subarray(codes, { maxLength: 2 }),
      ),
      { maxLength: 4 },
    ),
    codes: fc.subarray(codes, { maxLength: 3 }),
    says: fc.subarray(['authentication', 'verification', 'maximum', 'notResponding', 'joined'] as const, {
      maxLength: 2,
    }),
    status: fc.constantFrom(
      undefined,
      hybrid,
      `${domainOnly}\n${tests()}`,
      `${domainOnly}\n${tests({ 'DRS Discovery Test': 'FAIL [0x801c0021]' })}`,
    ),
  });

  it('are of the catalogue, each once, in the order of their roles and phases', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { findings } = judge({
          ...(given.status === undefined ? {} : statusReading(given.status)),
          events: given.events.map(([log, id, some]) =>
            event(
              log,
              id,
              'text',
              some.map((each) => code(each)),
            ),
          ),
          codes: given.codes.map((each) => code(each, undefined, each !== '0x7fffffff')),
          dialogs: given.says.map((says) => ({ says, line: says })),
        });
        const ids = findings.map(({ id }) => id);
        expect(ids.every((id) => Object.hasOwn(findingCatalogue, id))).toBe(true);
        expect(new Set(ids).size).toBe(ids.length);
        expect(findings.some(({ role }) => role === 'follows') && blocking({ findings }).length === 0).toBe(false);
        const roles = findings
          .filter(({ id }) => id !== 'domain-joined-only')
          .map(({ role }) => ['blocks', 'follows', 'healthy', 'sideEffect', 'note'].indexOf(role));
        expect(roles).toEqual([...roles].sort((a, b) => a - b));
        const ranks = blocking({ findings }).map(({ phase }) =>
          ['preCheck', 'discover', 'auth', 'join', 'afterJoin'].indexOf(phase),
        );
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });

  it('that are followed by something always have a leader', () => {
    const { findings } = ofStatus(
      domainOnly,
      tests({ 'AD Connectivity Test': 'FAIL [0x54b]', 'AD Configuration Test': 'FAIL [0x54b]' }),
      'AzureAdPrt : NO',
    );
    expect(findings.map(({ role }) => role)).toEqual(['blocks', 'follows', 'follows', 'note']);
  });
});

describe('which PC a text is about', () => {
  it('is read from its fields', () => {
    const { pc } = ofStatus(
      hybrid,
      'Device Name : LAP-3381.fabrikam.example',
      'TenantId : 5B1F0C9E-6A2D-4D3E-9B77-0F2F6C1D8E41',
      'Client Time : 2026-05-04 07:12:33.000 UTC',
    );
    expect(pc).toEqual({
      deviceId: '5d1f3c80-16a3-4f6c-9a54-6d0f2d1a7b11',
      name: 'LAP-3381',
      tenantId: '5b1f0c9e-6a2d-4d3e-9b77-0f2f6c1d8e41',
      clientTime: '2026-05-04T07:12:33.000Z',
    });
  });

  it('is not taken from placeholders, nor from a work account', () => {
    expect(
      ofStatus(domainOnly, 'TenantId : [GUID]', 'WorkplaceDeviceId : 5d1f3c80-16a3-4f6c-9a54-6d0f2d1a7b12').pc,
    ).toEqual({});
  });
});
