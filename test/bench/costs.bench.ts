import { expect, it } from 'vitest';
import { beginSession } from '../../src/demo/simulate/begin-session.js';
import { loadTree } from '../../src/demo/simulate/load-tree.js';
import { walkView } from '../../src/assistant/walk-view.js';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { readPaste } from '../../src/diagnosis/read-paste.js';
import { redact } from '../../src/diagnosis/redact.js';
import { renderView } from '../../src/teams/cards/render-view.js';
import { nodeOf } from '../../src/troubleshooting/advance.js';
import { step } from '../../src/troubleshooting/step.js';
import { fullStatus } from '../support/full-status.js';
import { millisecondsOf, warmUp } from './measure.js';

const now = new Date('2024-03-04T09:00:00Z');
const at = now.toISOString();

/** What everything is compared with: an object of about 6 KB of JSON, written and read. It costs the same wherever V8 runs. */
const reference = Array.from({ length: 60 }, (_, id) => ({
  id,
  name: `PC-${1000 + id}`,
  enabled: id % 2 === 0,
  seen: '2024-03-04T09:00:00Z',
  owner: null,
}));

it('what is done again and again costs, compared with 6 KB of JSON written and read', async () => {
  const { tree } = await loadTree();
  const session = beginSession(tree, {}, at);
  const first = nodeOf(tree, session);
  const optionId = first.kind === 'question' ? first.options[0]?.id : undefined;
  if (optionId === undefined) throw new Error('The walk does not begin with a question.');
  const view = walkView(tree, session, { now });
  const reading = readPaste(fullStatus);
  // What is measured is the real thing: it finds something, moves on, draws a card, and takes something out.
  expect(diagnose(reading, { now }).findings[0]?.id).toBe('not-synced');
  expect(step(tree, session, { kind: 'choose', optionId, at }).session.nodeId).not.toBe(session.nodeId);
  expect(renderView(view, { locale: 'en', now }).kind).toBe('card');
  expect(redact(fullStatus)).toContain('[thumbprint]');

  const works: readonly (readonly [what: string, work: () => unknown])[] = [
    ['6 KB of JSON, written and read', (): unknown => JSON.parse(JSON.stringify(reference))],
    ['a full dsregcmd output, read and judged', () => diagnose(readPaste(fullStatus), { now })],
    ['  read only', () => readPaste(fullStatus)],
    ['  judged only', () => diagnose(reading, { now })],
    ['the same, redacted', () => redact(fullStatus)],
    ['one step of the engine', () => step(tree, session, { kind: 'choose', optionId, at })],
    [
      'one card, from a session to its JSON',
      () => JSON.stringify(renderView(walkView(tree, session, { now }), { locale: 'en', now })),
    ],
  ];
  const measured = works.map(([, work]) => work);
  warmUp(measured);
  const times = millisecondsOf(measured, 7);
  const unit = times[0] as number;
  const lines = works.map(([what], index) => {
    const time = times[index] as number;
    return `${what.padEnd(44)}${(time / unit).toFixed(time < unit ? 2 : 1).padStart(9)} ×${(time * 1_000).toFixed(1).padStart(12)} µs`;
  });
  console.log(['', `${'Costs'.padEnd(44)}${'ratio'.padStart(11)}${'here'.padStart(15)}`, ...lines].join('\n'));
});
