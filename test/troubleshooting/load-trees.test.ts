import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type LoadedTrees, loadTrees } from '../../src/troubleshooting/load-trees.js';

/** A small sound tree. Lines count from 1: `id` is line 1. */
const opening = `id: opening
title: { en: Opening, de: Anfang }
start: whose
causes:
  cable:
    title: { en: Cable, de: Kabel }
    who: person
    certainty: documented
    technical: { en: Check it., de: Prüfen. }
    sources: [a page]
nodes:
  whose:
    kind: question
    text: { en: Whose?, de: Wessen? }
    fact: accountKind
    options:
      - id: own
        text: { en: Mine, de: Meins }
        next: sorted
        when: [synced]
        sets: { subject: own }
      - id: not-sure
        text: { en: Not sure, de: Nicht sicher }
        next: end
  sorted:
    kind: branch
    on: subject
    cases: { own: plug }
    otherwise: end
  plug:
    kind: fix
    cause: cable
    text: { en: Plug it in., de: Einstecken. }
    body:
      - command: whoami /upn
    next: end
  end:
    kind: handOver
    text: { en: Somebody helps., de: Jemand hilft. }
    causes: [cable]
`;

function load(text: string, more: readonly { name: string; text: string }[] = []): LoadedTrees {
  return loadTrees([{ name: 'trees/opening.yaml', text }, ...more], { requiredLocales: ['en', 'de'] });
}

function problems(result: LoadedTrees): readonly string[] {
  return result.kind === 'loaded' ? [] : result.problems.map((each) => `${each.file}:${each.line} ${each.message}`);
}

describe('loading trees', () => {
  it('gives nodes their full ids and an empty body where none is written', () => {
    const result = load(opening);
    if (result.kind === 'invalid') throw new Error(problems(result).join('\n'));
    const { tree } = result;
    expect(tree.start).toBe('opening/whose');
    expect([...tree.nodes.keys()]).toEqual(['opening/whose', 'opening/sorted', 'opening/plug', 'opening/end']);
    expect(tree.nodes.get('opening/sorted')).toMatchObject({
      cases: { own: 'opening/plug' },
      otherwise: 'opening/end',
    });
    expect(tree.nodes.get('opening/plug')).toMatchObject({
      next: 'opening/end',
      body: [{ kind: 'command', command: 'whoami /upn' }],
    });
    expect(tree.nodes.get('opening/end')).toMatchObject({ body: [] });
    expect(tree.causes.get('cable')).toMatchObject({ id: 'cable', who: 'person' });
  });

  it('gives the same version for the same texts and another for others', () => {
    const version = (text: string): string | undefined => {
      const result = load(text);
      return result.kind === 'loaded' ? result.tree.version : undefined;
    };
    expect(version(opening)).toMatch(/^[0-9a-f]{12}$/);
    expect(version(opening)).toBe(version(opening));
    expect(version(opening)).not.toBe(version(opening.replace('Plug it in.', 'Plug it in!')));
  });

  it('needs English only, unless more is asked for', () => {
    const english = opening.replaceAll(/, de: [^}]*}/g, ' }');
    expect(loadTrees([{ name: 'opening.yaml', text: english }]).kind).toBe('loaded');
    expect(problems(load(english))).toContain('trees/opening.yaml:2 title: the text in "de" is missing');
  });

  it('lets a later folder replace a tree as a whole and add others', () => {
    const other =
      'id: extra\ntitle: { en: Extra }\nstart: end\nnodes:\n  end:\n    kind: explanation\n    text: { en: So it is. }\n';
    const own = opening
      .replace('next: end\n  sorted', 'next: extra/end\n  sorted')
      .replace('{ en: Whose?, de: Wessen? }', '{ en: Who? }');
    const result = loadTrees([
      { name: 'built-in/opening.yaml', text: opening },
      { name: 'own/opening.yaml', text: own },
      { name: 'own/other.yaml', text: other },
    ]);
    if (result.kind === 'invalid') throw new Error(problems(result).join('\n'));
    expect(result.tree.nodes.get('opening/whose')).toMatchObject({
      text: { en: 'Who?' },
      options: [{}, { next: 'extra/end' }],
    });
    expect(result.tree.nodes.has('extra/end')).toBe(true);
  });
});

/** What was written wrong: the sound text, the wrong one in its place, and the line and words of the problem. */
const mistakes: readonly [name: string, sound: string, wrong: string, problem: string][] = [
  ['broken YAML', 'start: whose', 'start: [whose', ':4 YAML:'],
  ['a tab as indentation', '  sorted:\n', '\tsorted:\n', ':25 YAML:'],
  ['an alias without its anchor', 'causes: [cable]', 'causes: *all', ':40 YAML: there is no &all'],
  ['a node id twice', '  end:\n', '  plug:\n', ':37 YAML: Map keys must be unique'],
  ['a missing key', 'start: whose\n', '', ':1 "start" is missing'],
  ['a misspelt key', '    next: end\n  end', '    nxet: end\n  end', ':36 nodes/plug: "nxet" does not belong here'],
  ['an unknown kind', 'kind: fix', 'kind: fixx', ':31 nodes/plug: "kind" must be question'],
  ['an unknown doer', 'who: person', 'who: boss', ':7 causes/cable/who: must be one of person'],
  [
    'a sentence without English',
    '{ en: Whose?, de: Wessen? }',
    '{ de: Wessen? }',
    ':14 nodes/whose/text: "en" is missing',
  ],
  [
    'an empty sentence',
    '{ en: Whose?, de: Wessen? }',
    '{ en: "", de: Wessen? }',
    ':14 nodes/whose/text/en: is not written as it should be',
  ],
  [
    'a language we do not speak',
    '{ en: Whose?, de: Wessen? }',
    '{ en: Whose?, fr: Qui? }',
    ':14 nodes/whose/text: "fr" does not belong here',
  ],
  [
    'a sentence without German',
    '{ en: Whose?, de: Wessen? }',
    '{ en: Whose? }',
    ':14 nodes/whose/text: the text in "de" is missing',
  ],
  [
    'a question with one option',
    '      - id: not-sure\n        text: { en: Not sure, de: Nicht sicher }\n        next: end\n',
    '',
    ':16 nodes/whose/options: must NOT have fewer than 2 items',
  ],
  ['a node id in capitals', '  plug:\n', '  Plug:\n', ':30 nodes: "Plug" is not written as it should be'],
  [
    'a paragraph that is also a command',
    '- command: whoami /upn',
    '- { command: whoami /upn, text: { en: Type., de: Tippen. } }',
    ':35 nodes/plug/body/0: must NOT have more than 1',
  ],
  [
    'a command with typographic quotes',
    'command: whoami /upn',
    'command: whoami “upn”',
    ':35 nodes/plug/body/0/command: is not written as it should be',
  ],
  [
    'a command too long for a phone',
    'command: whoami /upn',
    `command: ${'x'.repeat(81)}`,
    ':35 nodes/plug/body/0/command: must NOT have more than 80 characters',
  ],
  ['a start that is not there', 'start: whose', 'start: who', ':3 there is no node "who" to start with'],
  ['an option that leads nowhere', 'next: sorted', 'next: sort', ':19 whose: there is no node "opening/sort"'],
  [
    'a way into a tree that is not there',
    'next: sorted',
    'next: extra/sorted',
    ':19 whose: there is no node "extra/sorted"',
  ],
  [
    'a case that leads nowhere',
    'cases: { own: plug }',
    'cases: { own: plugg }',
    ':28 sorted: there is no node "opening/plugg"',
  ],
  ['an option id twice', 'id: not-sure', 'id: own', ':22 whose: two options have the id "own"'],
  ['a fact that is not there', 'fact: accountKind', 'fact: accountSort', ':15 whose: there is no fact "accountSort"'],
  ['an estimate as an answer', 'fact: accountKind', 'fact: limitUse', ':15 whose: "limitUse" is an estimate'],
  ['a fact that answers nothing', '        when: [synced]\n', '', ':15 whose: no option has a "when"'],
  ['a value the fact cannot have', 'when: [synced]', 'when: [synched]', ':20 whose: "accountKind" is never "synched"'],
  ['a value without a fact', '    fact: accountKind\n', '', ':19 whose: "when" needs a "fact"'],
  [
    'a value two options stand for',
    'next: end\n  sorted',
    'next: end\n        when: [synced]\n  sorted',
    ':25 whose: two options stand for "synced"',
  ],
  [
    'an attribute with a value nobody knows',
    'sets: { subject: own }',
    'sets: { subject: mine }',
    ':21 whose: "subject" cannot be "mine"',
  ],
  [
    'an option that sets a fact',
    'sets: { subject: own }',
    'sets: { domainType: managed, subject: own }',
    ':21 whose: "domainType" is a fact',
  ],
  [
    'a branch on something never set',
    'on: subject',
    'on: weather',
    ':27 sorted: "weather" is no fact, and no option sets it',
  ],
  [
    'a cause ruled out by a value the fact cannot have',
    'certainty: documented',
    'certainty: documented\n    ruledOutBy: { accountKind: [synched] }',
    ':9 cable: "accountKind" is never "synched"',
  ],
  [
    'a cause ruled out by no fact',
    'certainty: documented',
    'certainty: documented\n    ruledOutBy: { weather: [rain] }',
    ':9 cable: there is no fact "weather"',
  ],
  [
    'a case the attribute cannot have',
    'cases: { own: plug }',
    'cases: { own: plug, other: end }',
    ':28 sorted: "subject" is never "other"',
  ],
  [
    'a case the fact cannot have',
    'on: subject\n    cases: { own: plug }',
    'on: domainType\n    cases: { federal: plug }',
    ':28 sorted: "domainType" is never "federal"',
  ],
  ['a fix of an unknown cause', 'cause: cable', 'cause: cabel', ':32 there is no cause "cabel"'],
  ['a hand-over for an unknown cause', 'causes: [cable]', 'causes: [cable, storm]', ':40 there is no cause "storm"'],
  [
    'a cause that no node uses',
    'nodes:\n',
    '  storm: { title: { en: S, de: S }, who: person, certainty: likely, technical: { en: S, de: S }, sources: [s] }\nnodes:\n',
    ':11 no node uses the cause "storm"',
  ],
  [
    'a node that nothing leads to',
    'cases: { own: plug }',
    'cases: { own: end }',
    ':30 plug: no way leads here from the start',
  ],
  [
    'a link with words over its target',
    'en: Plug it in.',
    'en: "See [here](https://example.org)."',
    ':33 nodes/plug/text/en: write the address itself',
  ],
  ['HTML', 'en: Plug it in.', 'en: "<b>Plug</b> it in."', ':33 nodes/plug/text/en: HTML is not shown'],
  [
    'an expression of the card templates',
    'en: Plug it in.',
    'en: "Plug ${it} in."',
    ':33 nodes/plug/text/en: "${" cannot be shown',
  ],
];

describe('a broken tree is named with file, line and what is wrong', () => {
  it.each(mistakes)('%s', (_name, sound, wrong, problem) => {
    expect(opening).toContain(sound);
    expect(problems(load(opening.replace(sound, wrong)))).toEqual(
      expect.arrayContaining([expect.stringContaining(`trees/opening.yaml${problem}`)]),
    );
  });
});

describe('a walk that would not end', () => {
  it('is named when the only ways lead back', () => {
    const round = opening
      .replace('next: end\n  end:', 'next: whose\n  end:')
      .replace('otherwise: end', 'otherwise: plug')
      .replaceAll('next: end', 'next: plug');
    const texts = problems(load(round));
    expect(texts).toContain('trees/opening.yaml:12 whose: no way from here ends in an explanation or a hand-over');
    expect(texts).toContain('trees/opening.yaml:37 end: no way leads here from the start');
  });

  it('is named when branches alone turn in a circle', () => {
    const round = opening.replace('otherwise: end', 'otherwise: sorted');
    expect(problems(load(round))).toEqual([
      'trees/opening.yaml:25 sorted: facts alone can lead round and back here, without a question',
    ]);
  });
});

describe('several files', () => {
  const copy = opening.replace('id: opening', 'id: second').replaceAll('cable', 'storm');

  it('may not hold one tree twice in the same folder', () => {
    expect(problems(load(opening, [{ name: 'trees/copy.yaml', text: opening }]))).toContain(
      'trees/copy.yaml:1 the tree "opening" is in trees/opening.yaml too',
    );
  });

  it('may not declare one cause twice', () => {
    const same = copy.replaceAll('storm', 'cable');
    expect(problems(load(opening, [{ name: 'trees/second.yaml', text: same }]))).toContain(
      'trees/second.yaml:5 the cause "cable" is declared in trees/opening.yaml too',
    );
  });

  it('need the tree "opening", where every walk starts', () => {
    expect(problems(loadTrees([{ name: 'trees/second.yaml', text: copy }]))).toContain(
      'trees/second.yaml:1 no file has the tree "opening", where every walk starts',
    );
    expect(problems(loadTrees([]))).toEqual(['(no file):1 no file has the tree "opening", where every walk starts']);
  });
});

describe('the example of docs/trees.md', () => {
  it('is a tree that loads', async () => {
    const page = await readFile(new URL('../../docs/trees.md', import.meta.url), 'utf8');
    const example = /```yaml\n([^]*?)```/.exec(page)?.[1] ?? '';
    expect(problems(load(example.replace('id: coffee', 'id: opening')))).toEqual([]);
  });
});
