import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findingCatalogue, findingIds, type CatalogueFinding } from '../../src/diagnosis/finding-catalogue.js';
import { readTreeFiles } from '../../src/composition/read-tree-files.js';
import { advance, nodeOf } from '../../src/troubleshooting/advance.js';
import { factNames, factValues, type Facts } from '../../src/troubleshooting/facts.js';
import { attributes } from '../../src/troubleshooting/session-facts.js';
import { entryNodeOf } from '../../src/troubleshooting/entry-node.js';
import { loadTrees } from '../../src/troubleshooting/load-trees.js';
import type { Session } from '../../src/troubleshooting/session.js';
import { startSession, step, type WalkEvent } from '../../src/troubleshooting/step.js';
import type { LocalizedText } from '../../src/text/locale.js';
import type { Tree, TreeNode } from '../../src/troubleshooting/tree.js';
import { waysOn } from '../../src/troubleshooting/tree-ways.js';
import { unknownProfile } from '../../src/troubleshooting/session.js';

const folder = fileURLToPath(new URL('../../src/troubleshooting/trees', import.meta.url));
const loaded = loadTrees(await readTreeFiles(folder), { requiredLocales: ['en', 'de'], findings: findingIds });
if (loaded.kind === 'invalid')
  throw new Error(loaded.problems.map((each) => `${each.file}:${each.line} ${each.message}`).join('\n'));
const tree: Tree = loaded.tree;
const nodes = [...tree.nodes.values()];
const at = '2024-03-04T09:00:00Z';

/** A walk with these facts known from the start. */
function begin(facts: Readonly<Record<string, string>>): Session {
  const known = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, { known: true, value, source: '/test', at }]),
  ) as Facts;
  const session = startSession(tree, { id: 'walk', at });
  return step(tree, session, { kind: 'learn', facts: known, profile: unknownProfile, at }).session;
}

/** All a person can answer where the walk stands. */
function answers(node: TreeNode): readonly WalkEvent[] {
  if (node.kind === 'question') return node.options.map((option) => ({ kind: 'choose', optionId: option.id, at }));
  return node.kind === 'fix' ? [{ kind: 'notFixed', at }] : [];
}

/** Every node that somebody comes to who starts with these facts; `leavingOut`: options that are not chosen. */
function nodesReached(
  facts: Readonly<Record<string, string>>,
  leavingOut: readonly string[] = [],
): ReadonlySet<string> {
  const first = begin(facts);
  const queue = [first];
  const seen = new Set<string>();
  const reached = new Set<string>([first.nodeId]);
  for (const session of queue) {
    for (const event of answers(nodeOf(tree, session))) {
      if (event.kind === 'choose' && leavingOut.includes(event.optionId)) continue;
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

const withoutFacts = nodesReached({});

const anyFacts = fc.record(Object.fromEntries(factNames.map((name) => [name, fc.constantFrom(...factValues[name])])), {
  requiredKeys: [],
});

/** Where a finding leads first, for one kind of Windows and with nothing else known: the node that is on show then. */
function shownFor(
  id: string,
  { cause, phase, role }: CatalogueFinding,
  platform: 'current' | 'downLevel',
): TreeNode | undefined {
  const session = begin({ platform });
  const finding = { id, phase, role, sure: 'certain', evidence: [], ...(cause !== undefined && { cause }) } as const;
  const entry = entryNodeOf(tree, session, { findings: [finding] });
  return entry.kind === 'node' ? nodeOf(tree, advance(tree, session, entry.nodeId, at)) : undefined;
}

const catalogue = Object.entries<CatalogueFinding>(findingCatalogue);

describe('a paste leads to its cause', () => {
  it.each(catalogue.filter(([, { cause }]) => cause !== undefined))('%s, which is named first', (id, finding) => {
    const named = (['current', 'downLevel'] as const).flatMap((platform) => {
      const node = shownFor(id, finding, platform);
      return node ? causesOf(node).slice(0, 1) : [];
    });
    expect(named).toContain(finding.cause);
  });

  it.each(catalogue.filter(([, { cause, role }]) => cause === undefined && (role === 'blocks' || role === 'healthy')))(
    '%s',
    (id, finding) => {
      expect(
        [shownFor(id, finding, 'current'), shownFor(id, finding, 'downLevel')].some((node) => node !== undefined),
      ).toBe(true);
    },
  );

  it('what only the other kind of Windows can have does not lead astray', () => {
    expect(shownFor('hybrid-healthy', findingCatalogue['hybrid-healthy'], 'downLevel')).toBeUndefined();
    expect(shownFor('down-level-zone', findingCatalogue['down-level-zone'], 'current')).toBeUndefined();
  });

  it('asks which Windows before it takes a cause that both kinds have', () => {
    const session = begin({});
    const both = [
      'no-domain-controller',
      'device-disabled',
      'device-limit-reached',
      'interaction-needed',
      'discovery-failed',
    ] as const;
    for (const id of both) {
      const finding: CatalogueFinding = findingCatalogue[id];
      const findings = [{ id, ...finding, sure: 'certain', evidence: [] } as const];
      expect(entryNodeOf(tree, session, { findings }), id).toEqual({ kind: 'whichWindows' });
    }
  });
});

describe('the built-in trees', () => {
  it('name a cause after at most three questions in the median, be it pressed or, where the code is asked for, typed', () => {
    const depths = [...depthsOfCauses().values()].sort((a, b) => a - b);
    expect(depths.length).toBeGreaterThan(60);
    expect(depths[depths.length >> 1]).toBeLessThanOrEqual(3);
  });

  it('have ways that people say it for many steps, in both languages', () => {
    const said = nodes.filter((node) => node.said !== undefined);
    expect(said.length).toBeGreaterThanOrEqual(25);
    for (const node of said) {
      expect(node.said?.en?.length, node.id).toBeGreaterThanOrEqual(3);
      expect(node.said?.de?.length, node.id).toBeGreaterThanOrEqual(3);
      // A branch has no words to be offered by.
      expect(node.kind, node.id).not.toBe('branch');
    }
  });

  it('never claim without evidence what a page of the vendor says: a trial names a cause that is only likely', () => {
    const trials = [
      'current/wait-for-join',
      'downlevel/wait-for-attempt',
      'downlevel/built-in-program',
      'downlevel/try-later',
    ];
    for (const id of trials) {
      const [cause] = causesOf(tree.nodes.get(id) as TreeNode);
      expect(tree.causes.get(cause ?? '')?.certainty, id).toBe('likely');
    }
  });

  it('show every step to somebody: to each there is a way of answers and facts', () => {
    const missed = new Set(
      nodes.filter((node) => node.kind !== 'branch' && !withoutFacts.has(node.id)).map((node) => node.id),
    );
    expect(missed.size).toBeGreaterThan(5);
    // Two kinds of Windows are enough where a fact decides, and of someone else's account nothing is known.
    const others = ['win81', 'older-server', 'someone-else'];
    for (const facts of factNames.flatMap((name) => factValues[name].map((value) => ({ [name]: value })))) {
      if (missed.size > 0) for (const id of nodesReached(facts, others)) missed.delete(id);
    }
    expect([...missed]).toEqual([]);
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
    for (const windows of ['current', 'win7', 'win81', 'older-server', 'someone-else', 'not-sure']) {
      let session = begin({});
      const unsure = (node: TreeNode): WalkEvent | undefined => {
        if (node.id === 'opening/windows') return { kind: 'choose', optionId: windows, at };
        return (
          answers(node).find((event) => event.kind === 'choose' && event.optionId === 'not-sure') ??
          answers(node).at(-1)
        );
      };
      for (let event = unsure(nodeOf(tree, session)); event; event = unsure(nodeOf(tree, session))) {
        session = step(tree, session, event).session;
        expect(session.trail.length, `${windows} at ${session.nodeId}`).toBeLessThan(20);
      }
      expect(nodeOf(tree, session).kind).toBe('handOver');
    }
  });

  it('let a person be not sure wherever they may not know', () => {
    const certain = nodes.filter(
      (node) => node.kind === 'question' && !node.options.some((option) => option.id === 'not-sure'),
    );
    expect(certain.map((node) => node.id)).toEqual(['current/later', 'downlevel/later', 'downlevel/type-again']);
  });

  it('never take the device limit for a cause on Windows 10 and later', () => {
    const currentCauses = nodes.filter((node) => node.id.startsWith('current/')).flatMap(causesOf);
    expect(currentCauses).toContain('service-connection-point');
    expect(currentCauses.filter((cause) => ['device-limit', 'unused-registration'].includes(cause))).toEqual([]);
  });

  it('say kindly, wherever the older versions are handed over, that this Windows is no longer supported', () => {
    const handOvers = nodes.filter((node) => node.kind === 'handOver' && node.id.startsWith('downlevel/'));
    const silent = handOvers.filter(
      (node) => !JSON.stringify(node).includes('Microsoft no longer updates this Windows'),
    );
    expect(handOvers.length).toBeGreaterThan(10);
    expect(silent.map((node) => node.id)).toEqual([]);
  });

  it('put only the path in quotes', () => {
    const commands = nodes
      .flatMap((node) => (node.kind === 'branch' ? [] : node.body))
      .flatMap((block) => (block.kind === 'command' ? [block.command] : []));
    const ofTheProgram = commands.filter((command) => command.includes('autoworkplace.exe'));
    expect(ofTheProgram.length).toBeGreaterThan(5);
    for (const command of ofTheProgram)
      expect(command).toMatch(/^"%programFiles%\\Microsoft Workplace Join\\autoworkplace\.exe" \/(i|join|leave)$/);
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

  it("speak of no account as the reader's own where it may be someone else's", () => {
    // Where nothing is known is also where everybody gets who asks for another person.
    const texts = [...withoutFacts].map((id) => tree.nodes.get(id)).map((node) => JSON.stringify(node));
    expect(texts.length).toBeGreaterThan(40);
    expect(
      texts.filter((text) => /\byour (own )?(account|password|name|devices?|PCs?|limit|list)\b/i.test(text)),
    ).toEqual([]);
  });

  it('use the not-sure answer under that id alone, at the end', () => {
    for (const node of nodes) {
      if (node.kind !== 'question') continue;
      for (const option of node.options) {
        if (/^(not sure|i don't know)$/i.test(option.text.en))
          expect(`${node.id} ${option.id}`).toBe(`${node.id} not-sure`);
        if (option.id === 'not-sure') expect(node.options.at(-1), node.id).toBe(option);
      }
    }
  });
});

/** For each cause the fewest answers of a person before a node names it first. */
function depthsOfCauses(): ReadonlyMap<string, number> {
  const depths = new Map([[tree.start, 0]]);
  for (const [id, depth] of depths) {
    const node = tree.nodes.get(id) as TreeNode;
    for (const { next } of waysOn(node)) {
      const onward = depth + (node.kind === 'question' ? 1 : 0);
      if (onward >= (depths.get(next) ?? Infinity)) continue;
      depths.delete(next);
      depths.set(next, onward);
    }
  }
  const typed = 1 + (depths.get('current/phase') ?? Infinity);
  for (const { id, entryFor } of nodes) {
    const byCode = entryFor !== undefined && !id.startsWith('downlevel/');
    if (byCode) depths.set(id, Math.min(typed, depths.get(id) ?? Infinity));
  }
  const named = new Map<string, number>();
  for (const [id, depth] of depths) {
    const [first] = causesOf(tree.nodes.get(id) as TreeNode);
    if (first !== undefined) named.set(first, Math.min(depth, named.get(first) ?? Infinity));
  }
  return named;
}

function causesOf(node: TreeNode): readonly string[] {
  if (node.kind === 'handOver') return node.causes;
  return 'cause' in node && node.cause !== undefined ? [node.cause] : [];
}
