import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTreeFiles } from '../../src/read-tree-files.js';
import { nodeOf } from '../../src/troubleshooting/advance.js';
import { factNames, factValues, type Facts } from '../../src/troubleshooting/facts.js';
import { attributes } from '../../src/troubleshooting/know.js';
import { loadTrees } from '../../src/troubleshooting/load-trees.js';
import type { Session } from '../../src/troubleshooting/session.js';
import { startSession, step, type WalkEvent } from '../../src/troubleshooting/step.js';
import type { LocalizedText } from '../../src/text/locale.js';
import type { Tree, TreeNode } from '../../src/troubleshooting/tree.js';
import { unknownProfile } from '../../src/troubleshooting/session.js';

const folder = fileURLToPath(new URL('../../src/troubleshooting/trees', import.meta.url));
const loaded = loadTrees(await readTreeFiles(folder), { requiredLocales: ['en', 'de'] });
if (loaded.kind === 'invalid') throw new Error(loaded.problems.map((each) => `${each.file}:${each.line} ${each.message}`).join('\n'));
const tree: Tree = loaded.tree;
const nodes = [...tree.nodes.values()];
const at = '2024-03-04T09:00:00Z';

/** A walk with these facts known from the start. */
function begin(facts: Readonly<Record<string, string>>): Session {
  const known = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { known: true, value, source: '/test', at }])) as Facts;
  const session = startSession(tree, { id: 'walk', at });
  return step(tree, session, { kind: 'learn', facts: known, profile: unknownProfile, at }).session;
}

/** All a person can answer where the walk stands. */
function answers(node: TreeNode): readonly WalkEvent[] {
  if (node.kind === 'question') return node.options.map((option) => ({ kind: 'choose', optionId: option.id, at }));
  return node.kind === 'fix' ? [{ kind: 'notFixed', at }] : [];
}

function nodesReached(facts: Readonly<Record<string, string>>): ReadonlySet<string> {
  const first = begin(facts);
  const queue = [first];
  const seen = new Set<string>();
  const reached = new Set<string>([first.nodeId]);
  for (const session of queue) {
    for (const event of answers(nodeOf(tree, session))) {
      const next = step(tree, session, event).session;
      const key = JSON.stringify([next.nodeId, attributes(tree, next)]);
      if (seen.has(key)) continue;
      seen.add(key);
      reached.add(next.nodeId);
      queue.push(next);
    }
  }
  return reached;
}

const anyFacts = fc.record(Object.fromEntries(factNames.map((name) => [name, fc.constantFrom(...factValues[name])])), { requiredKeys: [] });

describe('the built-in trees', () => {
  it('show every step to somebody: to each there is a way of answers and facts', () => {
    const single = factNames.flatMap((name) => factValues[name].map((value) => ({ [name]: value })));
    const reached = new Set([{}, ...single].flatMap((facts) => [...nodesReached(facts)]));
    const shown = nodes.filter((node) => node.kind !== 'branch').map((node) => node.id);
    expect(shown.filter((id) => !reached.has(id))).toEqual([]);
  });

  it('bring everybody to an end, whatever is answered and known, when no fix helps', () => {
    fc.assert(
      fc.property(anyFacts, fc.infiniteStream(fc.nat()), (facts, choices) => {
        let session = begin(facts as Record<string, string>);
        for (const choice of choices) {
          const open = answers(nodeOf(tree, session));
          if (open.length === 0) break;
          // A person who keeps going back to the PC walks on; one who has done so ten times has given up.
          const event = session.trail.length > 60 ? open.at(-1) : open[choice % open.length];
          session = step(tree, session, event as WalkEvent).session;
          if (session.trail.length > 120) break;
        }
        expect(['explanation', 'handOver']).toContain(nodeOf(tree, session).kind);
      }),
    );
  });

  it('bring somebody who is never sure to an end within twenty steps', () => {
    for (const windows of ['current', 'win7', 'win81', 'server2012r2', 'not-sure']) {
      let session = begin({});
      const unsure = (node: TreeNode): WalkEvent | undefined => {
        if (node.id === 'opening/windows') return { kind: 'choose', optionId: windows, at };
        return answers(node).find((event) => event.kind === 'choose' && event.optionId === 'not-sure') ?? answers(node).at(-1);
      };
      for (let event = unsure(nodeOf(tree, session)); event; event = unsure(nodeOf(tree, session))) {
        session = step(tree, session, event).session;
        expect(session.trail.length, `${windows} at ${session.nodeId}`).toBeLessThan(20);
      }
      expect(nodeOf(tree, session).kind).toBe('handOver');
    }
  });

  it('let a person be not sure wherever they may not know', () => {
    const certain = nodes.filter((node) => node.kind === 'question' && !node.options.some((option) => option.id === 'not-sure'));
    expect(certain.map((node) => node.id)).toEqual(['current/later', 'downlevel/later', 'downlevel/type-again', 'opening/whose-account']);
  });

  it('never take the device limit for a cause on Windows 10 and later', () => {
    const currentCauses = nodes.filter((node) => node.id.startsWith('current/')).flatMap(causesOf);
    expect(currentCauses).toContain('service-connection-point');
    expect(currentCauses.filter((cause) => ['device-limit', 'unused-registration', 'registration-not-allowed'].includes(cause))).toEqual([]);
  });

  it('say kindly, wherever the older versions are handed over, that this Windows is no longer supported', () => {
    const handOvers = nodes.filter((node) => node.kind === 'handOver' && node.id.startsWith('downlevel/'));
    const silent = handOvers.filter((node) => !JSON.stringify(node).includes('Microsoft no longer updates this Windows'));
    expect(handOvers.length).toBeGreaterThan(10);
    expect(silent.map((node) => node.id)).toEqual([]);
  });

  it('put only the path in quotes', () => {
    const commands = nodes.flatMap((node) => (node.kind === 'branch' ? [] : node.body)).flatMap((block) => (block.kind === 'command' ? [block.command] : []));
    const ofTheProgram = commands.filter((command) => command.includes('autoworkplace.exe'));
    expect(ofTheProgram.length).toBeGreaterThan(5);
    for (const command of ofTheProgram) expect(command).toMatch(/^"%programFiles%\\Microsoft Workplace Join\\autoworkplace\.exe" \/(i|join|leave)$/);
  });

  it('say of a long command, which wraps on a phone, that it is one line', () => {
    for (const node of nodes) {
      if (node.kind === 'branch') continue;
      let before: LocalizedText = { en: '' };
      for (const block of node.body) {
        if (block.kind === 'text') before = block.text;
        else if (block.command.length > 40) {
          expect(before.en, node.id).toContain('one line');
          expect(before.de, node.id).toContain('eine Zeile');
        }
      }
    }
  });

  it('speak of no account as the reader\'s own where it may be someone else\'s', () => {
    // Where nothing is known is also where everybody gets who asks for another person.
    const texts = [...nodesReached({})].map((id) => tree.nodes.get(id)).map((node) => JSON.stringify(node));
    expect(texts.length).toBeGreaterThan(40);
    expect(texts.filter((text) => /\byour (own )?(account|password|name|devices?|PCs?|limit|list)\b/i.test(text))).toEqual([]);
  });

  it('use the not-sure answer under that id alone, at the end', () => {
    for (const node of nodes) {
      if (node.kind !== 'question') continue;
      for (const option of node.options) {
        if (/^(not sure|i don't know)$/i.test(option.text.en)) expect(`${node.id} ${option.id}`).toBe(`${node.id} not-sure`);
        if (option.id === 'not-sure') expect(node.options.at(-1), node.id).toBe(option);
      }
    }
  });
});

function causesOf(node: TreeNode): readonly string[] {
  if (node.kind === 'handOver') return node.causes;
  return 'cause' in node && node.cause !== undefined ? [node.cause] : [];
}
