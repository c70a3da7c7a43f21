import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/diagnosis/clean-text.js';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import type { Diagnosis, MissingPart, PasteKind } from '../../src/diagnosis/model.js';
import { readPaste } from '../../src/diagnosis/read-paste.js';
import { mangle, type Mangle } from '../scenarios/mangle.js';

const folder = new URL('../fixtures/pastes/', import.meta.url);
const now = new Date('2026-05-04T08:00:00.000Z');

function textOf(name: string): string {
  return readFileSync(new URL(`${name}.txt`, folder), 'utf8');
}

function diagnosisOf(name: string): Diagnosis {
  return diagnose(readPaste(textOf(name)), { now });
}

interface Expected {
  readonly kind: PasteKind;
  /** id, role and how sure; what leads. */
  readonly lead: string;
  readonly proves?: Readonly<Record<string, string>>;
  readonly missing?: readonly MissingPart[];
  /** Ids that are there as well. */
  readonly also?: readonly string[];
  /** Ids that must not be there. */
  readonly never?: readonly string[];
}

/** The examples of the domain, their texts written anew; what each means is decided by people who know. */
const examples: Readonly<Record<string, Expected>> = {
  'entra-joined-no-mdm': {
    kind: 'status',
    lead: 'entra-joined healthy certain',
    proves: { joinState: 'entra', prt: 'yes' },
    also: ['mdm-urls-missing', 'tpm-not-used', 'hello-will-not-provision'],
    never: ['not-domain-joined', 'certificate-expired', 'sign-in-not-renewed'],
  },
  'scp-missing-through-winrm': {
    kind: 'status',
    lead: 'scp-missing blocks certain',
    proves: { joinState: 'domainOnly', failedPhase: 'discover', platform: 'current' },
    also: ['user-state-without-session', 'hello-will-not-provision'],
    never: ['wam-error-elevated'],
  },
  'workgroup-cut-off': {
    kind: 'status',
    lead: 'not-joined-at-all blocks certain',
    proves: { joinState: 'none' },
    also: ['wam-error-elevated'],
  },
  'discovery-failed-as-system': {
    kind: 'status',
    lead: 'discovery-failed blocks likely',
    proves: { failedPhase: 'discover' },
    never: ['domain-joined-only'],
  },
  'not-synced': { kind: 'status', lead: 'not-synced blocks likely', proves: { failedPhase: 'join' } },
  'password-refused': {
    kind: 'status',
    lead: 'wrong-password blocks likely',
    proves: { prt: 'no' },
    never: ['hybrid-joined'],
  },
  'hybrid-first-layout': {
    kind: 'status',
    lead: 'hybrid-healthy healthy likely',
    proves: { joinState: 'hybrid', registered: 'no', prt: 'yes' },
    never: ['keys-unusable'],
  },
  'down-level-limit': { kind: 'event', lead: 'device-limit-reached blocks certain' },
  'down-level-address': { kind: 'event', lead: 'down-level-address blocks likely' },
};

/** Made from the description of the format; `mangled` as chat clients, mail and people do it. */
const made: Readonly<Record<string, Expected>> = {
  'hybrid-healthy': {
    kind: 'status',
    lead: 'hybrid-healthy healthy likely',
    proves: { joinState: 'hybrid', prt: 'yes' },
    missing: [],
  },
  'device-disabled': {
    kind: 'status',
    lead: 'device-disabled-or-removed blocks certain',
    proves: { prt: 'no' },
    missing: [],
    never: ['hybrid-healthy'],
  },
  'federation-endpoint-missing': {
    kind: 'status',
    lead: 'federation-endpoints-off blocks likely',
    proves: { failedPhase: 'auth' },
    also: ['sync-fallback-off'],
  },
  'keys-unusable-elevated': {
    kind: 'status',
    lead: 'keys-unusable blocks certain',
    also: ['recovery-pending', 'wam-error-elevated'],
    never: ['no-sign-in-token'],
  },
  'sign-in-no-network': { kind: 'status', lead: 'sign-in-network blocks likely' },
  'sign-in-name-local': { kind: 'status', lead: 'sign-in-name-unknown blocks likely' },
  'enterprise-token-only': {
    kind: 'status',
    lead: 'hybrid-healthy healthy likely',
    also: ['enterprise-token-fault'],
    never: ['sign-in-refused', 'wrong-password'],
  },
  'registered-only': {
    kind: 'status',
    lead: 'registered-only healthy certain',
    also: ['not-domain-joined'],
    proves: { joinState: 'none', registered: 'yes' },
  },
  'hybrid-elevated-prompt': {
    kind: 'status',
    lead: 'hybrid-joined healthy certain',
    missing: ['userStateUnelevated'],
    never: ['no-sign-in-token', 'hybrid-healthy'],
  },
  'domain-only-all-pass-unelevated': {
    kind: 'status',
    lead: 'domain-joined-only note certain',
    missing: ['diagnosticsElevated'],
    never: ['no-sign-in-token'],
  },
  'on-premises-joined': {
    kind: 'status',
    lead: 'on-premises-joined blocks certain',
    proves: { joinState: 'onPremises' },
  },
  'device-check-no-network': {
    kind: 'status',
    lead: 'device-check-unreachable blocks likely',
    never: ['device-disabled-or-removed'],
  },
  'earlier-failure-tests-pass-now': {
    kind: 'status',
    lead: 'discovery-failed blocks possible',
    also: ['previous-attempt-old', 'wpad-without-proxy'],
  },
  'unknown-code': { kind: 'status', lead: 'join-failed-unknown blocks possible', also: ['unknown-code'], missing: [] },
  'registration-event-304': {
    kind: 'event',
    lead: 'not-synced blocks likely',
    proves: { platform: 'current', failedPhase: 'join' },
  },
  'replication-events': { kind: 'event', lead: 'ad-replication blocks likely', also: ['scp-unreadable'] },
  'event-201-of-windows-10': { kind: 'event', lead: 'discovery-failed blocks likely', proves: { platform: 'current' } },
  'event-201-of-windows-7': {
    kind: 'event',
    lead: 'down-level-joined healthy likely',
    proves: { platform: 'downLevel' },
  },
};

const mangled: Readonly<Record<string, Expected>> = {
  'no-domain-controller-html': {
    kind: 'status',
    lead: 'no-domain-controller blocks certain',
    also: ['wam-error-elevated'],
  },
  'name-not-resolved-one-line': {
    kind: 'status',
    lead: 'discovery-name-not-resolved blocks likely',
    proves: { joinState: 'domainOnly' },
  },
  'proxy-page-equals-signs': { kind: 'status', lead: 'discovery-proxy-page blocks likely' },
  'throttled-quoted': { kind: 'status', lead: 'too-many-attempts blocks likely', never: ['not-synced'] },
  'wrong-tenant-fences': { kind: 'status', lead: 'join-wrong-tenant blocks likely', never: ['not-synced'] },
  'certificate-mismatch-wrapped': { kind: 'status', lead: 'certificate-mismatch blocks likely' },
  'security-chip-other-case': {
    kind: 'status',
    lead: 'tpm-fault blocks likely',
    proves: { joinState: 'domainOnly', failedPhase: 'join' },
  },
  'dual-registration-glued': {
    kind: 'status',
    lead: 'dual-registration blocks likely',
    proves: { joinState: 'hybrid', registered: 'yes' },
  },
  'only-the-tail-commented': { kind: 'status', lead: 'scp-missing blocks certain', never: ['domain-joined-only'] },
  'dialog-typed': {
    kind: 'dialog',
    lead: 'dialog-verification blocks likely',
    proves: { dialogSays: 'verification', platform: 'downLevel' },
  },
  'code-in-a-sentence': {
    kind: 'code',
    lead: 'scp-unreadable blocks likely',
    never: ['sign-in-network', 'unknown-code'],
  },
};

describe.each([
  ['of the domain’s examples', examples],
  ['made from the format', made],
  ['mangled', mangled],
])('pastes %s', (_, table) => {
  it.each(Object.entries(table))('%s', (name, expected) => {
    const { kinds, findings, proves, missing } = diagnosisOf(name);
    const ids = findings.map(({ id }) => id);
    const [first] = findings;
    expect(kinds).toContain(expected.kind);
    expect(`${first?.id} ${first?.role} ${first?.sure}`).toBe(expected.lead);
    expect(Object.fromEntries(proves.map(({ fact, value }) => [fact, value]))).toMatchObject(expected.proves ?? {});
    expect(ids).toEqual(expect.arrayContaining([...(expected.also ?? [])]));
    expect(ids.filter((id) => expected.never?.includes(id))).toEqual([]);
    if (expected.missing) expect(missing).toEqual(expected.missing);
  });
});

/** What a chat, a mail or a person does to a text without taking anything away. */
const manglings: readonly Mangle[] = [
  'oneLine',
  'glued',
  'html',
  'quoted',
  'fenced',
  'noRulers',
  'nbsp',
  'lowerCase',
  'equals',
  'windowsLines',
  'wrapped',
];
const statuses = Object.entries({ ...examples, ...made }).filter(([, { kind }]) => kind === 'status');

describe.each(manglings)('a status that comes %s means the same', (way) => {
  it.each(statuses)('%s', (name, { lead }) => {
    const [first] = diagnose(readPaste(mangle(textOf(name), [way])), { now }).findings;
    expect(`${first?.id} ${first?.role} ${first?.sure}`).toBe(lead);
  });
});

describe('a status that is cut off', () => {
  it.each(statuses)('%s never has another cause that is certain', (name) => {
    const text = textOf(name);
    const causes = new Set(diagnosisOf(name).findings.map(({ cause }) => cause));
    for (let end = text.length; end > 0; end -= 97) {
      const [first] = diagnose(readPaste(text.slice(0, end)), { now }).findings;
      const other = first && first.role === 'blocks' && first.sure === 'certain' && !causes.has(first.cause);
      expect(other ? `${first.id} at ${end}` : '').toBe('');
    }
  });
});

describe('every paste', () => {
  const names = readdirSync(folder).map((file) => file.replace('.txt', ''));
  // An entry of a log is shown in one line, put together of its log, number and text: every word of it stands in the paste.
  const words = (line: string): readonly string[] =>
    line
      .replace(/…$/, '')
      .split(/[\s·]+/)
      .map((word) => word.replace(/[,:]$/, ''))
      .filter((word) => word !== '');

  it('is expected to mean something here', () => {
    expect(names.sort()).toEqual([...Object.keys(examples), ...Object.keys(made), ...Object.keys(mangled)].sort());
  });

  it.each(names)('%s: findings and proofs rest on what stands there, each finding once', (name) => {
    const { findings, proves } = diagnosisOf(name);
    const text = cleanText(textOf(name)).join('\n');
    const lines = findings.flatMap(({ evidence }) =>
      evidence.flatMap((each) => (each.from === 'paste' ? [each.line] : [])),
    );
    const shown = [...lines, ...proves.map(({ line }) => line)];
    expect(shown.filter((line) => line === '' || words(line).some((word) => !text.includes(word)))).toEqual([]);
    expect(lines.filter((line) => line.length > 200)).toEqual([]);
    expect(findings.every(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });
});
