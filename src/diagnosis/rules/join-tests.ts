import type { FindingId } from '../finding-catalogue.js';
import type { CodeContext, Finding, Phase } from '../model.js';
import { meaningOf } from './code-meaning.js';
import type { TestResult } from '../status/field.js';
import type { JoinTest, Look } from './look.js';
import { found } from './rule.js';
import { unknownCode } from './unknown-code.js';

/**
 * The tests of each phase before the join itself (docs/domain/current.md sections 3 and 4). The ticket test decides
 * nothing: see below.
 */
const testsOf: Readonly<Record<'preCheck' | 'discover' | 'auth', readonly JoinTest[]>> = {
  preCheck: ['AD Connectivity Test'],
  discover: ['AD Configuration Test', 'DRS Discovery Test', 'DRS Connectivity Test'],
  auth: ['Token acquisition Test'],
};

/** The first test that fails, and its phase. */
export function firstFailure(look: Look): { readonly phase: Phase; readonly test: TestResult } | undefined {
  for (const phase of ['preCheck', 'discover', 'auth'] as const) {
    const test = testsOf[phase].map(look.test).find((said) => said?.result === 'fail');
    if (test) return { phase, test };
  }
  return undefined;
}

/** Whether the tests of a phase ran just now and none found anything. A join has no test of its own. */
export function passesNow(look: Look, phase: Phase): boolean {
  if (phase === 'join' || phase === 'afterJoin') return false;
  const said = testsOf[phase].map((key) => look.test(key)?.result);
  return said.includes('pass') && !said.includes('fail');
}

/** Whether the diagnostics ran as the PC itself does; an un-elevated prompt reaches servers that the PC may not reach. */
export function ranAsThePc(look: Look): boolean {
  return look.userContext === 'system' || look.userContext === 'elevated';
}

export function judgeJoinTests(look: Look): readonly Finding[] {
  return [
    ...failing(look, 'AD Connectivity Test', (test) => [
      found('no-domain-controller', test.codes.includes('0x54b') ? 'certain' : 'likely', [test.field], {
        code: test.codes[0],
      }),
    ]),
    ...failing(look, 'AD Configuration Test', (test) => judgeAdConfiguration(look, test)),
    ...failing(look, 'DRS Discovery Test', (test) => byCodes(test, 'discover', 'discovery-failed')),
    ...failing(look, 'DRS Connectivity Test', (test) =>
      byCodes(test, 'discover', 'registration-service-unreachable', noAnswer),
    ),
    ...failing(look, 'Token acquisition Test', (test) => byCodes(test, 'auth', 'token-failed')),
    ...failing(look, 'Kerberos Ticket Test', (test) => judgeTicket(look, test)),
  ];
}

function failing(look: Look, key: JoinTest, judge: (test: TestResult) => readonly Finding[]): readonly Finding[] {
  const test = look.test(key);
  return test?.result === 'fail' ? judge(test) : [];
}

/** 0x80070002 = there is no service connection point; anything else = it could not be read (error-codes.json). */
function judgeAdConfiguration(look: Look, { codes, field }: TestResult): readonly Finding[] {
  if (codes.includes('0x80070002')) {
    const alone = look.test('AD Connectivity Test')?.result !== 'fail';
    return [found('scp-missing', alone ? 'certain' : 'possible', [field], { code: '0x80070002' })];
  }
  return [found('scp-unreadable', 'likely', [field], { code: codes[0] })];
}

/** What these say of the discovery, they say here of the service that the discovery named. */
const noAnswer: ReadonlySet<FindingId> = new Set(['discovery-no-connection', 'discovery-timeout', 'discovery-failed']);

/** Two codes: the second says why. What it does not say, the first may, else only the test's name does. */
function byCodes(
  { codes, field }: TestResult,
  context: CodeContext,
  otherwise: FindingId,
  same?: ReadonlySet<FindingId>,
): readonly Finding[] {
  const unknown = codes.flatMap((code) => unknownCode(code, field.line));
  for (const code of [...codes].reverse()) {
    const meaning = meaningOf(code, context);
    if (meaning)
      return [found(same?.has(meaning.id) ? otherwise : meaning.id, 'likely', [field], { code }), ...unknown];
  }
  return [found(otherwise, 'likely', [field], { code: codes.at(-1) }), ...unknown];
}

/**
 * The ticket test belongs to the join through Kerberos, which is new and optional: Windows falls back to the other ways when
 * they are on, and then a missing ticket stops nothing.
 */
function judgeTicket(look: Look, { codes, field }: TestResult): readonly Finding[] {
  const fallsBack = ['Fallback to Sync-Join', 'Fallback to Fed-Join'].some((key) =>
    /^enabled/i.test(look.field(key)?.value ?? ''),
  );
  const stops = !fallsBack && look.test('Token acquisition Test')?.result !== 'pass';
  return [
    found('kerberos-join', stops ? 'likely' : 'possible', [field], {
      code: codes.at(-1),
      role: stops ? 'blocks' : 'note',
    }),
  ];
}
