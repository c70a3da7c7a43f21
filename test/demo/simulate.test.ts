import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { allPaths, type Path } from '../../src/demo/simulate/all-paths.js';
import { beginSession } from '../../src/demo/simulate/begin-session.js';
import { loadTree } from '../../src/demo/simulate/load-tree.js';
import { notKnown, startingKnowledge } from '../../src/demo/simulate/path-knowledge.js';
import { pathLine } from '../../src/demo/simulate/path-line.js';
import { printAll } from '../../src/demo/simulate/print-all.js';
import { readArguments } from '../../src/demo/simulate/read-arguments.js';
import { readFacts } from '../../src/demo/simulate/read-facts.js';
import { takePaste } from '../../src/demo/simulate/take-paste.js';
import { walk } from '../../src/demo/simulate/walk.js';
import { nodeOf } from '../../src/troubleshooting/advance.js';
import type { Session } from '../../src/troubleshooting/session.js';
import { step } from '../../src/troubleshooting/step.js';
import type { Tree } from '../../src/troubleshooting/tree.js';
import { smallTree } from '../support/small-tree.js';

const at = '2024-03-04T09:00:00Z';
const { tree: builtIn } = await loadTree();

const linesOf = (tree: Tree, facts = {}): readonly string[] =>
  [...allPaths(tree, startingKnowledge(facts))].map((path) => pathLine(tree, path));

describe('every path', () => {
  it('of a small tree: answers, what facts decide, and how it ends', () => {
    const lines = linesOf(smallTree);
    expect(lines).toHaveLength(28);
    expect(new Set(lines).size).toBe(28);
    expect(lines).toContain('t/whose=own kind=no => explained t/explained');
    expect(lines).toContain('t/whose=own kind=yes (domainType=federated) => fixed t/fix-federated: federation');
    expect(lines).toContain(
      't/whose=own kind=not-sure (domainType=federated) fix-federated=no limit=no => helpdesk t/helpdesk: limit',
    );
  });

  it('takes no fact for known that is about somebody else', () => {
    const other = linesOf(smallTree).filter((line) => line.startsWith('t/whose=other'));
    expect(other).toHaveLength(7);
    expect(other.filter((line) => line.includes('domainType') && !line.includes('(domainType=otherwise)'))).toEqual([]);
  });

  it('keeps to facts that are given', () => {
    const lines = linesOf(smallTree, { accountKind: 'guest' }).filter((line) => line.startsWith('t/whose=own'));
    expect(lines).toEqual(['t/whose=own kind=no => explained t/explained']);
  });

  it('of the built-in trees ends at each end that there is, and passes no node twice', () => {
    const ends = new Set<string>();
    let twice = 0;
    for (const { steps, end } of allPaths(builtIn, startingKnowledge())) {
      ends.add(end);
      const passed = [...steps.map(({ nodeId }) => nodeId), end];
      if (new Set(passed).size !== passed.length) twice += 1;
    }
    const all = [...builtIn.nodes.values()]
      .filter(({ kind }) => kind !== 'question' && kind !== 'branch')
      .map(({ id }) => id);
    expect(ends.size).toBeGreaterThan(50);
    expect([...ends].toSorted()).toEqual(all.toSorted());
    expect(twice).toBe(0);
  });

  it.each([
    ['a small tree', smallTree],
    ['the built-in trees', builtIn],
  ])('of %s is one that the bot walks', (_name, tree) => {
    const astray: string[] = [];
    let count = 0;
    for (const path of allPaths(tree, startingKnowledge())) {
      // Neighbours differ in their ends only; every seventh is enough where there are thousands.
      if ((count += 1) % 7 !== 0 && tree === builtIn) continue;
      if (replay(tree, path).nodeId !== path.end) astray.push(pathLine(tree, path));
    }
    expect(count).toBeGreaterThan(0);
    expect(astray).toEqual([]);
  });

  it('is printed in a line, with their number in the last', async () => {
    const printed = await print(10_000);
    const lines = printed.trimEnd().split('\n');
    expect(lines).toHaveLength(29);
    expect(lines.at(-1)).toBe('28 paths');
  });

  it('is not printed on when nobody reads', async () => {
    expect((await print(3)).trimEnd().split('\n')).toHaveLength(3);
  });
});

/** Walks a path with the engine: what the path takes for known is known, and what it answers is answered where it is asked. */
function replay(tree: Tree, { steps, knowledge }: Path): Session {
  const known = Object.entries(knowledge.facts).flatMap(([name, values]) => {
    const value = values.includes(notKnown) ? undefined : values[0];
    return value === undefined ? [] : [[name, value] as const];
  });
  let session = beginSession(tree, Object.fromEntries(known), at);
  for (const each of steps) {
    if (session.nodeId !== each.nodeId) continue;
    if (each.kind === 'answer') session = step(tree, session, { kind: 'choose', optionId: each.optionId, at }).session;
    if (each.kind === 'notFixed') session = step(tree, session, { kind: 'notFixed', at }).session;
  }
  return session;
}

/** What is printed of the small tree into something that closes after so many lines. */
async function print(most: number): Promise<string> {
  let text = '';
  let lines = 0;
  const output = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      lines += 1;
      text += chunk.toString();
      done(lines < most ? null : Object.assign(new Error('closed'), { code: 'EPIPE' }));
    },
  });
  await printAll(smallTree, {}, output);
  return text;
}

describe('facts from a file', () => {
  it('are names and values', () => {
    expect(readFacts('{ "accountKind": "synced", "platform": "current" }')).toEqual({
      kind: 'read',
      facts: { accountKind: 'synced', platform: 'current' },
    });
  });

  it.each([
    ['an unknown fact', '{\n  "accountKind": "synced",\n  "shoeSize": "42"\n}', 3, 'There is no fact "shoeSize"'],
    [
      'a value that is not possible',
      '{\n  "accountKind": "admin" }',
      2,
      '"admin" is no value of "accountKind". It can be synced, cloudOnly, guest',
    ],
    ['a value that is no text', '{\n\n  "staleDevice": true }', 3, 'true is no value of "staleDevice"'],
    ['a list', '[\n"accountKind"]', 1, 'must be a JSON object'],
    ['YAML', 'accountKind: synced', 1, 'must be a JSON object'],
    ['one fact twice', '{ "prt": "yes",\n"prt": "no" }', 2, ''],
    ['something cut off', '{ "prt": "yes",\n', 2, ''],
    ['nothing', '', 1, 'must be a JSON object'],
  ])('with %s are refused, with the line', (_what, text, line, message) => {
    const read = readFacts(text);
    expect(read.kind).toBe('invalid');
    expect(read.kind === 'invalid' && read.problems[0]).toEqual({ line, message: expect.stringContaining(message) });
  });
});

describe('the command line', () => {
  it('is English and the opening unless told', () => {
    expect(readArguments([])).toEqual({ locale: 'en', all: false, help: false });
    expect(readArguments(['--tree', 'current', '--locale', 'de'])).toMatchObject({ tree: 'current', locale: 'de' });
  });

  it.each([[['--locale', 'fr']], [['--tree']], [['--colour']], [['stray']], [['--all', '--paste', 'x']]])(
    '%j is refused',
    (args) => {
      expect(() => readArguments(args)).toThrow();
    },
  );
});

describe('a walk in the terminal', () => {
  /** What is printed when these lines are typed. */
  async function typed(
    lines: readonly string[],
    options: { tree?: Tree; facts?: Record<string, string>; locale?: 'en' | 'de' } = {},
  ): Promise<string> {
    const { tree = smallTree, facts = {}, locale = 'en' } = options;
    const printed: string[] = [];
    await walk({
      tree,
      session: beginSession(tree, facts, at),
      locale,
      lines: (async function* () {
        yield* lines;
      })(),
      print: (line) => printed.push(line),
      at: () => at,
    });
    return printed.join('\n');
  }

  it('shows the step and numbers its answers', async () => {
    expect(await typed([])).toContain('[t/whose]\nWhose account?\n  1  Mine\n  2  Somebody else’s');
  });

  it('takes a number, an id or the words, to the end', async () => {
    const said = await typed(['1', 'not-sure', 'yes']);
    expect(said).toContain('[t/limit]');
    expect(said).toContain('[t/fix-limit]\nFree a place\n  (limit: limit)\n  1  Yes');
    expect(await typed(['mine', '2', '1'])).toMatch(/The walk ends\.$/);
    expect(await typed(['2', '1', '2'])).toContain('The helpdesk takes over here.');
  });

  it('goes back on b, ends on q, and says when an answer does not fit', async () => {
    const said = await typed(['b', '9', '1', 'b', 'q', '1']);
    expect(said).toContain('There is nothing to go back to.');
    expect(said).toContain('"9" is no answer here.');
    expect(said.split('[t/whose]')).toHaveLength(4);
    expect(said.split('[t/kind]')).toHaveLength(2);
  });

  it('passes what a fact answers, and says so', async () => {
    const said = await typed(['1'], { facts: { accountKind: 'synced', domainType: 'managed' } });
    expect(said).toContain('t/kind: already known, accountKind is synced');
    expect(said).toContain('t/domain: already known, domainType is managed');
    expect(said).not.toContain('[t/kind]');
  });

  it('closes when a fix helped', async () => {
    expect(await typed(['1', '1', '1'], { facts: { domainType: 'federated' } })).toMatch(/Fixed\. The walk ends\.$/);
  });

  it('speaks German', async () => {
    expect(await typed([], { tree: builtIn, locale: 'de' })).toContain('Welches Windows');
  });
});

describe('a paste', () => {
  const paste = (text: string) =>
    takePaste(builtIn, beginSession(builtIn, {}, at), text, { locale: 'en', now: () => new Date(at) });

  it('is read as the bot reads it: what it says, what it proves, and where it leads', async () => {
    const { session, lines } = await paste(
      '             AzureAdJoined : NO\n          EnterpriseJoined : NO\n              DomainJoined : NO\n',
    );
    const said = lines.join('\n');
    expect(said).toContain('Read as: status');
    expect(said).toMatch(/^- not-domain-joined \(blocks/m);
    expect(said).toContain('joinState=none');
    expect(session.nodeId).not.toBe(builtIn.start);
    expect(nodeOf(builtIn, session).entryFor).toContain('not-domain-member');
  });

  it('that says nothing leads nowhere', async () => {
    const { session, lines } = await paste('hello');
    expect(lines[0]).toBe('Read as: nothing that is known');
    expect(session.nodeId).toBe(builtIn.start);
  });
});
