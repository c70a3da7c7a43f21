import { describe, expect, it } from 'vitest';
import { buildProblemReport } from '../../src/helpdesk/build-problem-report.js';
import type { Ticket } from '../../src/helpdesk/ticket.js';
import { walkView } from '../../src/assistant/walk-view.js';
import type { View } from '../../src/assistant/views.js';
import { renderView } from '../../src/teams/cards/render-view.js';
import { locales } from '../../src/text/locale.js';
import { factNames, factValues, type Fact, type FactName, type Facts } from '../../src/troubleshooting/facts.js';
import {
  emptyForm,
  unknownProfile,
  type Place,
  type Session,
  type TrailEntry,
} from '../../src/troubleshooting/session.js';
import type { Tree, TreeNode } from '../../src/troubleshooting/tree.js';
import { problemsOfCard } from '../support/check-card.js';
import { loadBuiltInTrees } from '../support/trees.js';

const now = new Date('2026-11-23T09:00:00.000Z');
const at = '2026-11-23T08:00:00.000Z';
const tree = await loadBuiltInTrees();
const nodes = [...tree.nodes.values()].filter(({ kind }) => kind !== 'branch');

const known = (value: string): Fact => ({
  known: true,
  value,
  source: '/users/1',
  at,
  details: { suffix: 'contoso.com', limit: 20, counts: 18, mayCount: 2, names: 'PC-1, PC-2' },
});
const unknown: Fact = { known: false, reason: 'forbidden', source: '/users/1', at };

/** Nothing asked, nothing known, each value of each fact, and all of them together. */
const factSets: readonly (readonly [string, Facts])[] = [
  ['nothing asked', {}],
  ['nothing known', Object.fromEntries(factNames.map((name) => [name, unknown]))],
  ...factNames.flatMap((name) =>
    factValues[name].map((value) => [`${name} ${value}`, { [name]: known(value) }] as const),
  ),
  ['everything known', Object.fromEntries(factNames.map((name) => [name, known(factValues[name][0])]))],
];

/** With everything that can be answered before it where nothing is known and where all is: the other facts are the same behind a short walk. */
function sessionAt(node: TreeNode, facts: Facts, changes: Partial<Session> = {}): Session {
  const trail: TrailEntry[] = Object.entries(facts).flatMap(([fact, { known: isKnown, ...rest }]) =>
    isKnown
      ? [
          {
            kind: 'checked',
            nodeId: node.id,
            fact: fact as FactName,
            value: (rest as { value: string }).value,
            at,
          } as const,
        ]
      : [],
  );
  return {
    id: '0d3f8b52-7a7e-4a51-9b8e-3c1f0f8f6a11',
    treeVersion: tree.version,
    step: 7,
    place: { kind: 'node' },
    nodeId: node.id,
    trail: isAlone(facts) ? trail : [...longestTrail(tree), ...trail],
    facts,
    profile: unknownProfile,
    disputed: [],
    form: emptyForm,
    startedAt: at,
    updatedAt: at,
    ...changes,
  };
}

const isAlone = (facts: Facts): boolean => Object.keys(facts).length === 1;

/** An answer to every question there is: longer than any walk. */
function longestTrail({ nodes: all }: Tree): TrailEntry[] {
  return [...all.values()].flatMap((node): TrailEntry[] => {
    if (node.kind === 'fix') return [{ kind: 'notFixed', nodeId: node.id, at }];
    const option = node.kind === 'question' ? node.options.at(-1) : undefined;
    return option ? [{ kind: 'answered', nodeId: node.id, optionId: option.id, by: 'person', at }] : [];
  });
}

function problems(view: View): string[] {
  return locales.flatMap((locale) => {
    const rendered = renderView(view, { locale, now });
    return rendered.kind === 'card'
      ? problemsOfCard(rendered.card).map((problem) => `${locale}: ${problem}`)
      : ['not a card'];
  });
}

describe('every node of the trees, with every fact, in every language, is a valid card', () => {
  it.each(nodes.map((node) => [node.id, node] as const))('%s', (_id, node) => {
    for (const [label, facts] of factSets) {
      expect(problems(walkView(tree, sessionAt(node, facts), { now })), label).toEqual([]);
    }
  });
});

describe('every ticket that can be handed over is a valid card', () => {
  it.each(nodes.map((node) => [node.id, node] as const))('%s', (_id, node) => {
    const form = {
      note: 'n'.repeat(2_000),
      phone: '1'.repeat(60),
      pcName: 'P'.repeat(256),
      otherPerson: 'o'.repeat(256),
      seen: 's'.repeat(1_000),
    };
    for (const [label, facts] of [factSets[0], factSets[1], factSets.at(-1)].filter((set) => set !== undefined)) {
      const session = sessionAt(node, facts, { form });
      const requester = { id: 'a', name: 'Ada', userPrincipalName: 'ada@contoso.com' };
      const report = buildProblemReport(tree, session);
      const ticket: Ticket = {
        number: 1001,
        requester,
        sessionId: 's',
        locale: 'en',
        state: 'open',
        report,
        severity: 'normal',
        claimedBy: undefined,
        moves: [],
        createdAt: at,
        updatedAt: at,
      };
      expect(problems({ kind: 'ticketCard', ticket }), label).toEqual([]);
      const places: Place[] = [
        { kind: 'form' },
        { kind: 'form', problem: 'nothingToSay' },
        { kind: 'summary' },
        { kind: 'disputing' },
        { kind: 'handedOver', ticketNumber: 1001 },
      ];
      for (const place of places)
        expect(problems(walkView(tree, { ...session, place }, { now })), place.kind).toEqual([]);
    }
  });
});
